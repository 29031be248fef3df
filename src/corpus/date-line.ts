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
  return ['zh', 'ja', 'ko'].some((locale) => {
    const known = namesIn(locale).get(name)
    return known?.kind === 'weekday' && known.number === weekday
  })
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
    const names = namesIn(locale)
    const known = words.map((word) => names.get(word.toLocaleLowerCase(locale)))
    const month = known.find((name) => name?.kind === 'month')
    const strange = words.filter((_, i) => !known[i])
    if (!month || strange.some((word) => word.length > LONGEST_JOINING_WORD)) continue
    const found = day(years[0], String(month.number), days[0])
    const weekday = known.find((name) => name?.kind === 'weekday')
    if (found === undefined || (weekday && new Date(found).getUTCDay() !== weekday.number)) continue
    if (strange.length === 0) return found
    unsure ??= found
  }
  return unsure
}

/** `of`, `den`: a longer word that is no calendar name makes the line more than a date. */
const LONGEST_JOINING_WORD = 3

interface CalendarName {
  /** `literal`: what the language puts between, such as the `de` of `27 de septiembre de 2023`. */
  readonly kind: 'month' | 'weekday' | 'literal'
  /** January is 1; Sunday is 0; a literal has no number. */
  readonly number: number
}

const knownNames = new Map<string, ReadonlyMap<string, CalendarName>>()

/** Month and weekday names of a locale, long and short, alone and in a date, lower case without their full stop. */
function namesIn(locale: string): ReadonlyMap<string, CalendarName> {
  const known = knownNames.get(locale)
  if (known) return known
  const names = new Map<string, CalendarName>()
  const add = (name = '', kind: CalendarName['kind'], number: number) => {
    for (const word of name
      .normalize('NFKC')
      .toLocaleLowerCase(locale)
      .match(/[\p{L}\p{M}]+/gu) ?? []) {
      const same = names.get(word)
      // A word of several names tells none of them: the יום, “day”, of every weekday in Hebrew.
      if (!same) names.set(word, { kind, number })
      else if (same.kind === kind && same.number !== number) names.set(word, { kind: 'literal', number: 0 })
    }
  }
  for (const width of ['long', 'short'] as const) {
    for (const [kind, format] of [
      ['month', { month: width }],
      ['month', { month: width, day: 'numeric' }],
      ['weekday', { weekday: width }],
    ] as const) {
      const formatter = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...format, timeZone: 'UTC' })
      for (let i = 0; i < (kind === 'month' ? 12 : 7); i++) {
        // 1 January 2023 was a Sunday.
        const at = kind === 'month' ? Date.UTC(2023, i, 1) : Date.UTC(2023, 0, 1 + i)
        const number = kind === 'month' ? i + 1 : i
        const name = formatter.formatToParts(at).find((part) => part.type === kind)?.value
        if (name === undefined) continue
        add(name, kind, number)
        // Hebrew joins its “on” to the month: 27 בספטמבר.
        const words = formatter.format(at).split(/[\s\d]+/u)
        add(
          words.find((word) => word.includes(name)),
          kind,
          number,
        )
      }
    }
  }
  const full = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { dateStyle: 'full', timeZone: 'UTC' })
  for (const { type, value } of full.formatToParts(0)) if (type === 'literal') add(value, type, 0)
  knownNames.set(locale, names)
  return names
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
