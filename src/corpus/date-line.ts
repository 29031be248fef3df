/**
 * Reads a line that says a day and nothing else: `2023-09-27`, `27.09.2023`, `2023年9月27日`, or with a month's name in
 * any language that `Intl` knows (`Çar. Eyl 27th, 2023`). Where languages disagree on a name, the weekday decides.
 * @returns the day as `YYYY-MM-DD`; `undefined` when the line says anything more, or a day that there is not
 */
export function readDateLine(line: string, language = 'en'): string | undefined {
  const text = asciiDigits(line.normalize('NFKC').trim())
  if (text.length > LONGEST || !/\d/u.test(text)) return undefined
  return readNumeric(text) ?? readNamed(text, language)
}

const LONGEST = 60

function readNumeric(text: string): string | undefined {
  const yearFirst =
    /^(\d{4})(?:([-/.])(\d{1,2})\2|\s?[年년]\s?(\d{1,2})\s?[月월]\s?)(\d{1,2})(?:[日일]?|[T ]\d\S*)$/u.exec(text)
  if (yearFirst) return day(yearFirst[1], yearFirst[3] ?? yearFirst[4], yearFirst[5])
  const [, first, mark, second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text) ?? []
  if (mark === '.' || Number(first) > 12 || first === second) return day(year, second, first)
  // 03/04/2023 is March to some and April to others.
  return Number(second) > 12 ? day(year, first, second) : undefined
}

function readNamed(text: string, language: string): string | undefined {
  const numbers = [...text.matchAll(/\d+/gu)].map(([digits]) => digits)
  const years = numbers.filter((digits) => digits.length === 4)
  const days = numbers.filter((digits) => digits.length <= 2)
  // Letters joined to the day are an ordinal's ending: 27th, 1er, 3-го.
  const words = text.replace(/\d+(?:[-.]?\p{L}{1,3}(?!\p{L}))?/gu, ' ').match(/[\p{L}\p{M}]+/gu) ?? []
  if (years.length !== 1 || days.length !== 1 || words.length === 0 || words.length > 6) return undefined

  let unsure: string | undefined
  for (const locale of localesFor(text, language)) {
    const spelt = words.map((word) => word.toLocaleLowerCase(locale))
    const months = monthsIn(locale)
    const month = spelt.map((word) => months.get(word)).find((number) => number !== undefined)
    if (month === undefined) continue
    const { weekdays, joining } = otherWordsIn(locale)
    const weekday = spelt.map((word) => weekdays.get(word)).find((number) => number !== undefined)
    const strange = spelt.filter((word) => !months.has(word) && !weekdays.has(word) && !joining.has(word))
    if (strange.some((word) => word.length > LONGEST_JOINING_WORD)) continue
    const found = day(years[0], String(month), days[0])
    if (found === undefined || (weekday !== undefined && new Date(found).getUTCDay() !== weekday)) continue
    if (strange.length === 0) return found
    unsure ??= found
  }
  return unsure
}

/** `of`, `den`: a longer word that is no calendar name makes the line more than a date. */
const LONGEST_JOINING_WORD = 3

const knownMonths = new Map<string, ReadonlyMap<string, number>>()

/** A locale's month names, long and short, alone and as in a date → 1 to 12. */
function monthsIn(locale: string): ReadonlyMap<string, number> {
  const known = knownMonths.get(locale)
  if (known) return known
  const months = new Map<string, number>()
  for (const month of ['long', 'short'] as const)
    for (const format of [{ month }, { month, day: 'numeric' }] as const)
      for (let i = 0; i < 12; i++)
        for (const word of namesOf(locale, format, 'month', Date.UTC(2023, i, 1)))
          if (!months.has(word)) months.set(word, i + 1)
  knownMonths.set(locale, months)
  return months
}

/** A locale's weekday names → 0 (Sunday) to 6, and what it puts between, as the `de` of `27 de septiembre de 2023`. */
function otherWordsIn(locale: string): { weekdays: ReadonlyMap<string, number>; joining: ReadonlySet<string> } {
  const weekdays = new Map<string, number>()
  for (const weekday of ['long', 'short'] as const)
    for (let i = 0; i < 7; i++)
      // 1 January 2023 was a Sunday.
      for (const word of namesOf(locale, { weekday }, 'weekday', Date.UTC(2023, 0, 1 + i))) weekdays.set(word, i)
  return { weekdays, joining: new Set(namesOf(locale, { dateStyle: 'full' }, 'literal', 0)) }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The words of one part of a date, lower case, without their full stop. */
function namesOf(locale: string, format: Intl.DateTimeFormatOptions, part: string, at: number): string[] {
  const key = `${locale} ${JSON.stringify(format)}`
  const formatter =
    formatters.get(key) ?? new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...format, timeZone: 'UTC' })
  formatters.set(key, formatter)
  const parts = formatter.formatToParts(at).filter(({ type }) => type === part)
  return parts.flatMap(
    ({ value }) =>
      value
        .normalize('NFKC')
        .toLocaleLowerCase(locale)
        .match(/[\p{L}\p{M}]+/gu) ?? [],
  )
}

/** Tried first, for they are what most files are in; every other language that `Intl` knows comes after. */
const likely = ['en', 'es', 'fr', 'de', 'pt', 'it', 'tr', 'nl', 'pl', 'ru', 'uk', 'id', 'vi', 'ar', 'hi']

function* localesFor(text: string, language: string): Generator<string> {
  const latin = /\p{Script=Latin}/u.test(text)
  const tried = new Set<string>()
  for (const code of candidates(language)) {
    const locale = new Intl.Locale(code)
    if (tried.has(locale.language) || (locale.maximize().script === 'Latn') !== latin) continue
    tried.add(locale.language)
    yield locale.language
  }
}

function* candidates(language: string): Generator<string> {
  yield language
  yield* likely
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  yield* Intl.DateTimeFormat.supportedLocalesOf(letters.flatMap((a) => letters.map((b) => a + b)))
}

function day(year = '', month = '', date = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = Date.parse(iso)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso
}

/** Digits of any script as ASCII ones: each script's ten stand in a row. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let value = 0
    const code = digit.codePointAt(0) ?? 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
    return String(value)
  })
}
