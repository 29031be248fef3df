// Formatters of Intl for the languages of the texts, each made once: making one takes up to a millisecond.

/** Keeps what is made for each key, of which there are few. */
function kept<Key extends string | undefined, Formatter>(make: (key: Key) => Formatter): (key: Key) => Formatter {
  const made = new Map<Key, Formatter>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}

const ofDates = (options: Intl.DateTimeFormatOptions) =>
  kept((locale: string | undefined) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }))

/** Days, months and years in words, in UTC; in the system's locale where none is given. */
export const dateFormats = {
  day: ofDates({ dateStyle: 'long' }),
  month: ofDates({ year: 'numeric', month: 'long' }),
  year: ofDates({ year: 'numeric' }),
} as const

/** “a, b and c”, and “a, b or c”. */
export const listFormats = {
  conjunction: kept((tag: string) => new Intl.ListFormat(tag, { type: 'conjunction' })),
  disjunction: kept((tag: string) => new Intl.ListFormat(tag, { type: 'disjunction' })),
} as const

export const percentFormat = kept((tag: string) => new Intl.NumberFormat(tag, { style: 'percent' }))
/** “3 years ago”. */
export const relativeTimeFormat = kept((tag: string) => new Intl.RelativeTimeFormat(tag))
export const pluralRules = kept((tag: string) => new Intl.PluralRules(tag))
/** The names of languages, by their BCP 47 tags. */
export const languageNames = kept((tag: string) => new Intl.DisplayNames(tag, { type: 'language' }))
