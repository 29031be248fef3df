// Reads dates as people write them: in front matter, on a line of their own, and in bylines.
import { baseLanguage } from '../../language/language-table.ts'

/** Longest text that is read as a date, in UTF-16 units: once trimmed, and before. */
const LONGEST = 60
const LONGEST_WRITTEN = 400

/**
 * Reads a date of any precision: a day (in digits, or with a month's name), a month, a year, or a Unix time.
 * @returns `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 */
export function readDate(written: string, language = 'en'): string | undefined {
  const text = normalize(written)
  if (text === undefined) return undefined
  return readDay(withoutTime(text), language) ?? readMonth(text, language) ?? readUnixTime(text)
}

/**
 * Reads a line that holds a day and nothing else but a label (`Published:`) and a time.
 * @returns `YYYY-MM-DD`
 */
export function readDateLine(line: string, language = 'en'): string | undefined {
  const text = normalize(line)
  return text === undefined ? undefined : readDay(withoutTime(withoutLabel(text)), language)
}

/**
 * Reads the date of a line that says something else too: a byline (`By Mara Lind | 3 May 2025`), the start of an agency
 * report (`OSLO, 3 May 2025 (NTB) – …`), or an issue (`No. 12, May 2024`).
 * @returns `YYYY-MM-DD` or `YYYY-MM`
 */
export function readDateIn(line: string, language = 'en'): string | undefined {
  const start = line.slice(0, LONGEST_WRITTEN).replace(/\s+/gu, ' ').trim()
  const [, place = '', agency] = AGENCY.exec(start) ?? []
  if (agency !== undefined) return readDateLine(place, language)
  const parts = start.split(/[|·•]/u).map((part) => part.trim())
  if (parts.length > 1 && parts.length <= 4) {
    const dates = parts.map((part) => readDateLine(part, language))
    const rest = parts.filter((_, i) => dates[i] === undefined)
    const isShort = rest.every((part) => part.length <= LONGEST && !/[.!?]$/u.test(part))
    const [date, another] = dates.filter((each) => each !== undefined)
    if (isShort && another === undefined) return date
  }
  const [, afterAuthor] = BYLINE_DATE.exec(start) ?? []
  if (afterAuthor !== undefined) return readDateLine(afterAuthor, language)
  const [, issue] = ISSUE.exec(start) ?? []
  return issue === undefined ? undefined : readMonth(issue, language)
}

/** `By Mara Lind` and nothing else: the author, on a line below the headline. */
export function isByline(line: string): boolean {
  return AUTHOR.test(line.trim())
}

const BY = '(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|Yazan:?)'
const AUTHOR = new RegExp(`^${BY}\\s+\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s+\\p{L}[\\p{L}\\p{M}'’.-]*){0,5}$`, 'u')
const AGENCY = /^\p{Lu}[\p{Lu} .'-]+, ([^()]{6,40})\(([^()]{2,30})\) [-–—]/u
const BYLINE_DATE = new RegExp(`^${BY}\\s+\\p{Lu}[^,\\d]{1,50},\\s+([^|]{6,40})$`, 'u')
const ISSUE =
  /^(?:no|nr|nº|n°|num|issue|vol|heft|ausgabe|sayı)\.? ?\d+(?:[,/] ?(?:no|nr|issue)?\.? ?\d+)? ?[,·|–—-] ?(\S.*)$/iu

function normalize(written: string): string | undefined {
  if (written.length > LONGEST_WRITTEN) return undefined
  const text = asciiDigits(written.normalize('NFKC')).replace(/\s+/gu, ' ').trim()
  return text.length > LONGEST || !/\d/u.test(text) ? undefined : text
}

/** Labels without a colon; with one, any label of up to three words will do. */
const LABEL =
  /^(?:(?:first |last )?(?:published|updated|posted|modified|created|revised|written|veröffentlicht|aktualisiert|stand|publié|mis à jour|publicado|actualizado|yayınlanma|güncelleme)(?: on| am| le| el)?:?|\p{L}+(?: \p{L}+){0,2}:) /iu

function withoutLabel(text: string): string {
  return text.replace(LABEL, '')
}

const TIME =
  /(?:T|,? (?:at |um |à |kl\. )?)\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?| uhr| h)?(?: ?[a-z]{1,4})?(?: ?[+-]\d{2}:?\d{2})?$/iu

function withoutTime(text: string): string {
  return text.replace(TIME, '')
}

function readDay(text: string, language: string): string | undefined {
  return readNumericDay(text, language) ?? readNamedDay(text, language)
}

function readNumericDay(text: string, language: string): string | undefined {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/u.exec(text)
  if (yearFirst) return day(commonYear(yearFirst[1], language), yearFirst[3], yearFirst[4])
  const eastern = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?(?:\s?\(?(\p{L}+)\)?)?$/u.exec(text)
  if (eastern) {
    const found = day(eastern[1], eastern[2], eastern[3])
    return found !== undefined && isItsWeekday(found, eastern[4]) ? found : undefined
  }
  const [, first, mark, second, written] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/u.exec(text) ?? []
  const year = commonYear(written, language)
  if (mark === '.' || Number(first) > 12 || first === second) return day(year, second, first)
  // 03/04/2023 is March in one country and April in another.
  return Number(second) > 12 ? day(year, first, second) : undefined
}

/** Whether a weekday's name, if there is one, fits the day, in the languages that write the year first. */
function isItsWeekday(found: string, name: string | undefined): boolean {
  if (name === undefined) return true
  const weekday = new Date(found).getUTCDay()
  return ['zh', 'ja', 'ko'].some((locale) => calendarOf(locale).weekdays.numbers.get(name) === weekday)
}

function readNamedDay(text: string, language: string): string | undefined {
  const numbers = [...text.matchAll(/\d+/gu)].map(([digits]) => digits)
  const years = numbers.filter((digits) => digits.length === 4)
  const days = numbers.filter((digits) => digits.length <= 2)
  const words = wordsBesideNumbers(text)
  if (years.length !== 1 || days.length !== 1 || words.length === 0 || words.length > 6) return undefined
  for (const locale of localesFor(text, language)) {
    const names = readNames(words, locale)
    if (names?.month === undefined) continue
    const found = day(commonYear(years[0], locale), String(names.month), days[0])
    if (found === undefined) continue
    // All words are of this language: with another weekday, the line contradicts itself.
    return names.weekday === undefined || new Date(found).getUTCDay() === names.weekday ? found : undefined
  }
  return undefined
}

function readMonth(text: string, language: string): string | undefined {
  const digits =
    /^(?:(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4}))$/u.exec(text) ??
    /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]$/u.exec(text)
  if (digits) return month(commonYear(digits[1] ?? digits[4], language), digits[2] ?? digits[3])
  if (/^\d{4}$/u.test(text)) return isPlausibleYear(text) ? commonYear(text, language) : undefined
  const [year, another] = text.match(/\d+/gu) ?? []
  const words = wordsBesideNumbers(text)
  if (year?.length !== 4 || another !== undefined || words.length === 0 || words.length > 3) return undefined
  for (const locale of localesFor(text, language)) {
    const names = readNames(words, locale)
    if (names?.month !== undefined && names.weekday === undefined)
      return month(commonYear(year, locale), String(names.month))
  }
  return undefined
}

function isPlausibleYear(year: string): boolean {
  return Number(year) >= 1000 && Number(year) < 2700
}

/** Seconds or milliseconds since 1970, of this century. */
function readUnixTime(text: string): string | undefined {
  const milliseconds = /^\d{13}$/u.test(text)
    ? Number(text)
    : /^\d{9,10}$/u.test(text)
      ? Number(text) * 1_000
      : undefined
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString().slice(0, 10)
}

/** Years of the Buddhist era, as Thai writes them, are 543 ahead. */
function commonYear(year = '', language: string): string {
  return baseLanguage(language) === 'th' && Number(year) > 2400 ? String(Number(year) - 543) : year
}

/** Letters joined to a number are its ending: 27th, 1er, 3-го. */
function wordsBesideNumbers(text: string): string[] {
  return text.replace(/\d+(?:[-.]?\p{L}{1,3}(?!\p{L}))?/gu, ' ').match(/[\p{L}\p{M}]+/gu) ?? []
}

/** Words that may stand in a date in some language, beside those that `Intl` writes. */
const JOINING = new Set(['of', 'the', 'den', 'der', 'le', 'el', 'il', 'a'])

/** The month and the weekday that some words name; `undefined` when a word is neither, and does not belong in a date. */
function readNames(words: readonly string[], locale: string): { month?: number; weekday?: number } | undefined {
  const { months, weekdays, joining } = calendarOf(locale)
  const found: { month?: number; weekday?: number } = {}
  for (const written of words) {
    const word = written.toLocaleLowerCase(locale)
    const [month, weekday] = [months.numbers.get(word), weekdays.numbers.get(word)]
    if (month !== undefined && found.month === undefined) found.month = month
    else if (weekday !== undefined && found.weekday === undefined) found.weekday = weekday
    else if (month === undefined && weekday === undefined && !joining.has(word) && !JOINING.has(word)) return undefined
  }
  return found
}

/** Names in lower case, without their full stop; `shared` are words of several names, such as “day” in Hebrew. */
interface Names {
  /** January is 1; Sunday is 0. */
  readonly numbers: ReadonlyMap<string, number>
  readonly shared: ReadonlySet<string>
}

interface Calendar {
  readonly months: Names
  readonly weekdays: Names
  /** Words between the parts of a date, as the `de` of `27 de septiembre de 2023`. */
  readonly joining: ReadonlySet<string>
}

const calendars = new Map<string, Calendar>()

/** The names of months and weekdays in a language: long and short, alone and as in a date. */
function calendarOf(locale: string): Calendar {
  const known = calendars.get(locale)
  if (known) return known
  const monthFormats = (['long', 'short'] as const).flatMap((month) => [{ month }, { month, day: 'numeric' as const }])
  const firstDays = Array.from({ length: 12 }, (_, i) => [i + 1, Date.UTC(2023, i, 1)] as const)
  const months = namesIn(locale, monthFormats, 'month', firstDays)
  // 1 January 2023 was a Sunday.
  const week = Array.from({ length: 7 }, (_, i) => [i, Date.UTC(2023, 0, 1 + i)] as const)
  const weekdays = namesIn(locale, [{ weekday: 'long' }, { weekday: 'short' }], 'weekday', week)
  const full = formatterOf(locale, { dateStyle: 'full' }).formatToParts(0)
  const literals = full.filter(({ type }) => type === 'literal').flatMap(({ value }) => wordsOf(value, locale))
  const calendar = { months, weekdays, joining: new Set([...literals, ...weekdays.shared]) }
  calendars.set(locale, calendar)
  return calendar
}

function namesIn(
  locale: string,
  formats: readonly Intl.DateTimeFormatOptions[],
  part: 'month' | 'weekday',
  days: readonly (readonly [number, number])[],
): Names {
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

/** Languages whose dates are read in an article of another language: the author's, or the system's that wrote the file. */
const LATIN = 'en tr es fr de pt it nl pl id vi sv da nb fi cs sk hu ro hr sl lt lv et ca eu sq ms sw az'.split(' ')
const OTHER = 'ru uk bg sr el ar he fa ur hi bn th ko ja zh hy ka ta'.split(' ')

/** The article's language first, then the others of the same script. */
function localesFor(text: string, language: string): string[] {
  const base = baseLanguage(language)
  const isLatin = /\p{Script=Latin}/u.test(text)
  const isOwnScript = (new Intl.Locale(base).maximize().script === 'Latn') === isLatin
  return [...new Set([...(isOwnScript ? [base] : []), ...(isLatin ? LATIN : OTHER)])]
}

function day(year = '', month = '', date = ''): string | undefined {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const time = Date.parse(iso)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : iso
}

function month(year = '', written = ''): string | undefined {
  return isPlausibleYear(year) ? day(year, written, '1')?.slice(0, 7) : undefined
}

/** Digits of any script as ASCII ones; the ten digits of a script are consecutive. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let value = 0
    const code = digit.codePointAt(0) ?? 0
    while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
    return String(value)
  })
}
