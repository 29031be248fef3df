/**
 * Reads a line that says a day and nothing else: `2023-09-27`, `27.09.2023`, `2023年9月27日`, or with a month's name in
 * any language that `Intl` knows (`Çar. Eyl 27th, 2023`). Where languages disagree on a name, the weekday decides.
 * @returns the day as `YYYY-MM-DD`; `undefined` when the line says anything more, or a day that there is not
 */
export function readDateLine(line: string, language = 'en'): string | undefined {
  if (line.length > LONGEST_WRITTEN) return undefined
  const text = asciiDigits(line.normalize('NFKC').trim())
  if (text.length > LONGEST || !/\d/u.test(text)) return undefined
  return readNumeric(text) ?? readNamed(text, language)
}

const LONGEST = 60
/** Before its letters are composed and what is around them is trimmed. */
const LONGEST_WRITTEN = 400

function readNumeric(text: string): string | undefined {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d\S*)?$/u.exec(text)
  if (yearFirst) return day(yearFirst[1], yearFirst[3], yearFirst[4])
  const eastern = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?(?:\s?\(?(\p{L}+)\)?)?$/u.exec(text)
  if (eastern) {
    const found = day(eastern[1], eastern[2], eastern[3])
    return found !== undefined && isItsWeekday(found, eastern[4]) ? found : undefined
  }
  const [, first, mark, second, year] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text) ?? []
  if (mark === '.' || Number(first) > 12 || first === second) return day(year, second, first)
  // 03/04/2023 is March to some and April to others.
  return Number(second) > 12 ? day(year, first, second) : undefined
}

/** Whether a name, if there is one, is that day's in a language that writes the year first. */
function isItsWeekday(found: string, name: string | undefined): boolean {
  if (name === undefined) return true
  const weekday = new Date(found).getUTCDay()
  return ['zh', 'ja', 'ko'].some((locale) => otherWordsIn(locale).weekdays.numbers.get(name) === weekday)
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
    const { numbers: months } = monthsIn(locale)
    const month = spelt.map((word) => months.get(word)).find((number) => number !== undefined)
    if (month === undefined) continue
    const {
      weekdays: { numbers: weekdays },
      joining,
    } = otherWordsIn(locale)
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

/** The names of months or of weekdays, lower case, without their full stop; `shared` are words of several names. */
interface CalendarNames {
  /** January is 1; Sunday is 0. */
  readonly numbers: ReadonlyMap<string, number>
  /** Such as the יום, “day”, of every weekday in Hebrew. */
  readonly shared: ReadonlySet<string>
}

const knownMonths = new Map<string, CalendarNames>()

/** A locale's month names, long and short, alone and as in a date. */
function monthsIn(locale: string): CalendarNames {
  const known = knownMonths.get(locale)
  if (known) return known
  const formats = (['long', 'short'] as const).flatMap((month) => [{ month }, { month, day: 'numeric' as const }])
  const firstDays = Array.from({ length: 12 }, (_, i) => [i + 1, Date.UTC(2023, i, 1)] as const)
  const months = readNames(locale, formats, 'month', firstDays)
  knownMonths.set(locale, months)
  return months
}

interface OtherWords {
  readonly weekdays: CalendarNames
  readonly joining: ReadonlySet<string>
}

const knownOthers = new Map<string, OtherWords>()

/** A locale's weekday names, and what it puts between, as the `de` of `27 de septiembre de 2023`. */
function otherWordsIn(locale: string): OtherWords {
  const known = knownOthers.get(locale)
  if (known) return known
  // 1 January 2023 was a Sunday.
  const week = Array.from({ length: 7 }, (_, i) => [i, Date.UTC(2023, 0, 1 + i)] as const)
  const weekdays = readNames(locale, [{ weekday: 'long' }, { weekday: 'short' }], 'weekday', week)
  const full = formatterOf(locale, { dateStyle: 'full' }).formatToParts(0)
  const literals = full.filter(({ type }) => type === 'literal').flatMap(({ value }) => wordsOf(value, locale))
  const others = { weekdays, joining: new Set([...literals, ...weekdays.shared]) }
  knownOthers.set(locale, others)
  return others
}

function readNames(
  locale: string,
  formats: readonly Intl.DateTimeFormatOptions[],
  part: 'month' | 'weekday',
  days: readonly (readonly [number, number])[],
): CalendarNames {
  const numbers = new Map<string, number>()
  const shared = new Set<string>()
  for (const format of formats) {
    const formatter = formatterOf(locale, format)
    for (const [number, time] of days) {
      const name = formatter.formatToParts(time).find(({ type }) => type === part)?.value ?? ''
      // Hebrew joins its “on” to the month: 27 בספטמבר.
      const joined =
        formatter
          .format(time)
          .split(/[\s\d]+/u)
          .find((word) => word.includes(name)) ?? name
      for (const word of [...wordsOf(name, locale), ...wordsOf(joined, locale)]) {
        if ((numbers.get(word) ?? number) !== number) shared.add(word)
        numbers.set(word, number)
      }
    }
  }
  for (const word of shared) numbers.delete(word)
  return { numbers, shared }
}

function formatterOf(locale: string, format: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...format, timeZone: 'UTC' })
}

function wordsOf(name: string, locale: string): string[] {
  return (
    name
      .normalize('NFKC')
      .toLocaleLowerCase(locale)
      .match(/[\p{L}\p{M}]+/gu) ?? []
  )
}

/** Tried first, for they are what most files are in; every other language that `Intl` knows comes after. */
const likely = ['en', 'tr', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'pl', 'ru', 'uk', 'id', 'vi', 'ar', 'hi']

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
