// How a language writes numbers, times, money and names: `Intl`'s words and those of its table.
import { tableOf, wordList } from './language-table.ts'
import { splitWords } from './words.ts'

/** Sets of words; `calendar` as its language capitalises them, all others in lower case. */
export interface Lexicon {
  readonly numerals: ReadonlySet<string>
  /** `nineteenth`: a time when a century stands beside it. */
  readonly ordinals: ReadonlySet<string>
  /** Names of months and weekdays. */
  readonly calendar: ReadonlySet<string>
  /** Units of time. */
  readonly timeUnits: ReadonlySet<string>
  /** Other units: `kg`, `metres`. */
  readonly units: ReadonlySet<string>
  /** What something lasts or is long; empty where the table of the language does not tell. */
  readonly lasting: ReadonlySet<string>
  readonly currencies: ReadonlySet<string>
  readonly pronouns: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly within: ReadonlySet<string>
  readonly places: ReadonlySet<string>
  readonly clock: ReadonlySet<string>
  readonly dayTimes: ReadonlySet<string>
  readonly clockParts: ReadonlySet<string>
  readonly linkingClockParts: ReadonlySet<string>
  readonly pastTimes: ReadonlySet<string>
  readonly presentVerbs: ReadonlySet<string>
  readonly pastVerbs: ReadonlySet<string>
  readonly relativeTimes: ReadonlySet<string>
  readonly agents: ReadonlySet<string>
  readonly moments: ReadonlySet<string>
  readonly dated: ReadonlySet<string>
  readonly eras: ReadonlySet<string>
}

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'TRY', 'RUB', 'CNY', 'INR'] as const
/** Counts that reach the plural forms of most languages. */
const COUNTS = [1, 2, 5] as const

const cached = new Map<string, Lexicon>()

/** The lexicon of a language; a language without a table borrows English's words. */
export function lexiconOf(language: string): Lexicon {
  const known = cached.get(language)
  if (known) return known
  const lexicon = createLexicon(language)
  cached.set(language, lexicon)
  return lexicon
}

function createLexicon(language: string): Lexicon {
  const words = (tableOf(language) ?? tableOf('en'))?.words
  const set = (list: string | undefined) => new Set(wordList(list))
  const units = UNITS.map((unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }))
  const currencies = CURRENCIES.map(
    (currency) => new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' }),
  )
  const timeUnits = namesIn(units)
  return {
    numerals: new Set([...wordList(words?.cardinals), ...wordList(words?.numerals)]),
    ordinals: set(words?.ordinals),
    calendar: calendarOf(language),
    timeUnits,
    units: set(words?.units),
    lasting: words?.lasting === undefined ? new Set() : new Set([...timeUnits, ...wordList(words.lasting)]),
    currencies: namesIn(currencies),
    pronouns: set(words?.pronouns),
    and: set(words?.and),
    within: set(words?.within),
    places: set(words?.places),
    clock: set(words?.clock),
    dayTimes: new Set([...wordList(words?.dayTimes), ...relativeDays(language)]),
    clockParts: set(words?.clockParts),
    linkingClockParts: set(words?.linkingClockParts),
    pastTimes: set(words?.pastTimes),
    presentVerbs: set(words?.presentVerbs),
    pastVerbs: set(words?.pastVerbs),
    relativeTimes: set(words?.relativeTimes),
    agents: set(words?.agents),
    moments: set(words?.moments),
    dated: set(words?.dated),
    eras: set(words?.eras),
  }
}

/** Months by themselves and within a date (`январь`, `января`), and weekdays; long and short, without a final dot. */
function calendarOf(language: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const width of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
    const inDate = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
    for (let each = 0; each < 12; each++) {
      names.add(month.format(Date.UTC(2023, each, 15)))
      for (const part of inDate.formatToParts(Date.UTC(2023, each, 15)))
        if (part.type === 'month') names.add(part.value)
    }
    for (let each = 1; each <= 7; each++) names.add(weekday.format(Date.UTC(2023, 0, each)))
  }
  return new Set([...names].map((name) => name.replace(/\.$/u, '')))
}

/** `yesterday`, `today`, `tomorrow`, where they are one word. */
function relativeDays(language: string): string[] {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  return [-1, 0, 1].map((days) => format.format(days, 'day').toLowerCase()).filter((day) => /^\p{L}+$/u.test(day))
}

/** What the formats write behind a number. */
function namesIn(formats: readonly Intl.NumberFormat[]): ReadonlySet<string> {
  return new Set(formats.flatMap((format) => COUNTS.map((count) => lastWord(format.format(count)))))
}

function lastWord(text: string): string {
  const last = splitWords(text).findLast(({ text: word }) => /^\p{L}/u.test(word))
  return last?.text.toLowerCase() ?? ''
}
