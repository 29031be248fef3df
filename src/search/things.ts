import { baseLanguage } from './language.ts'
import { splitWords, type Word } from './words.ts'

/** A stretch of a sentence, UTF-16 offsets `[start, end)`. */
export type Stretch = readonly [number, number]

/** What a question may ask for that can be told from a sentence's writing. */
export type ThingKind = 'person' | 'place' | 'time' | 'duration' | 'number' | 'money'

/**
 * The things of a kind in a sentence that the question does not name, in order. `asked` holds the question's words in lower
 * case. Names need a script with capitals.
 */
export function findThings(plain: string, kind: ThingKind, language: string, asked: ReadonlySet<string>): Stretch[] {
  const words = splitWords(plain)
  const read = lexiconOf(language)
  const things = finders[kind](words, plain, read)
  return join(things, plain, read).filter(([start, end]) =>
    words.some((word) => word.start >= start && word.end <= end && isNew(word.text, asked, read)),
  )
}

/** How a language writes numbers, times and money. */
interface Lexicon {
  readonly numerals: ReadonlySet<string>
  readonly calendar: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly currencies: ReadonlySet<string>
  /** Words that may join two things into one, and those that a name may hold. */
  readonly and: ReadonlySet<string>
  readonly within: ReadonlySet<string>
  /** What stands before a place, and before a time of day. */
  readonly places: ReadonlySet<string>
  readonly clock: ReadonlySet<string>
  /** What a figure beside makes a time: `century`, `BC`. */
  readonly eras: ReadonlySet<string>
}

type Finder = (words: readonly Word[], plain: string, lexicon: Lexicon) => Stretch[]

const finders: Readonly<Record<ThingKind, Finder>> = {
  number: (words, plain, lexicon) =>
    runs(words, plain, (word, i) => isNumber(word, lexicon) && !isDate(words, i, lexicon)),
  duration: (words, plain, lexicon) =>
    runs(words, plain, (word) => isNumber(word, lexicon)).flatMap(([start, end]): Stretch[] => {
      const after = words.find((word) => word.start >= end)
      return after && lexicon.units.has(lower(after.text)) ? [[start, after.end]] : []
    }),
  money: (words, plain, lexicon) =>
    runs(words, plain, (word) => isNumber(word, lexicon)).flatMap(([start, end]): Stretch[] => {
      const sign = /\p{Sc}\s?$/u.exec(plain.slice(Math.max(0, start - 2), start))
      const behind = /^\s?\p{Sc}/u.exec(plain.slice(end, end + 2))
      const after = words.find((word) => word.start >= end)
      if (sign) return [[start - sign[0].length, end]]
      if (behind) return [[start, end + behind[0].length]]
      return after && lexicon.currencies.has(lower(after.text)) ? [[start, after.end]] : []
    }),
  time: (words, plain, lexicon) => runs(words, plain, (_, i) => isDate(words, i, lexicon), lexicon.within),
  person: (words, plain, lexicon) =>
    names(words, plain, lexicon).filter((run) => !lexicon.places.has(wordBefore(words, run))),
  place: (words, plain, lexicon) => {
    const found = names(words, plain, lexicon)
    const placed = found.filter((run) => lexicon.places.has(wordBefore(words, run)))
    return placed.length > 0 ? placed : found
  },
}

/** Stretches of words that fit, with nothing but a space, a comma, a hyphen or a joining word between them. */
function runs(
  words: readonly Word[],
  plain: string,
  fits: (word: Word, i: number) => boolean,
  joining: ReadonlySet<string> = new Set(),
): Stretch[] {
  const found: [number, number][] = []
  words.forEach((word, i) => {
    if (!fits(word, i)) return
    const last = found.at(-1)
    const gap = last ? plain.slice(last[1], word.start) : ''
    if (last && (/^(?:[-–\s]|, )?$/u.test(gap) || joining.has(lower(gap.trim())))) last[1] = word.end
    else found.push([word.start, word.end])
  })
  return found
}

/** Capitalised words side by side, with the small words that names hold (`of`, `de`); a first word only where more follow. */
function names(words: readonly Word[], plain: string, lexicon: Lexicon): Stretch[] {
  const isCapital = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text)
  const found: { start: number; end: number; at: number; count: number }[] = []
  words.forEach((word, i) => {
    if (!isCapital(word) || isCalendar(word.text, lexicon)) return
    const last = found.at(-1)
    const gap = last ? plain.slice(last.end, word.start) : ''
    const linked = /^[-–\s.'’]{1,2}$/u.test(gap) || lexicon.within.has(lower(gap.trim()))
    if (last && linked) {
      last.end = word.end
      last.count++
    } else found.push({ start: word.start, end: word.end, at: i, count: 1 })
  })
  return found.filter(({ at, count }) => at > 0 || count > 1).map(({ start, end }): Stretch => [start, end])
}

/** Things joined by `and`, or by a comma or a bracket that explains, are one answer: `Paris, France`. */
function join(things: readonly Stretch[], plain: string, { and }: Lexicon): Stretch[] {
  const joined: [number, number][] = []
  for (const [start, end] of things) {
    const last = joined.at(-1)
    const gap = last ? plain.slice(last[1], start).trim().toLowerCase() : ''
    if (last && (/^[,(]?$/u.test(gap) || and.has(gap.replace(/^, ?/u, '')))) last[1] = end
    else joined.push([start, end])
  }
  return joined
}

function isNumber({ text }: Word, { numerals }: Lexicon): boolean {
  return /^\p{N}/u.test(text) ? !/\p{L}/u.test(text) : numerals.has(lower(text))
}

const YEAR = /^(?:1[0-9]|20)\d\d(?:s)?$/u

/** A year, a calendar name, a day beside one, a time of day. */
function isDate(words: readonly Word[], at: number, lexicon: Lexicon): boolean {
  const word = words[at]
  if (!word) return false
  if (YEAR.test(word.text) || isCalendar(word.text, lexicon) || CLOCK.test(word.text)) return true
  const [before, after] = [words[at - 1], words[at + 1]]
  // The ending of an ordinal, which is a word of its own here: `18` and `th`.
  if (before?.end === word.start) return isNumber(before, lexicon) && isDate(words, at - 1, lexicon)
  const behind = words
    .slice(at + 1, at + 3)
    .find((near) => near.start > word.end && !lexicon.within.has(lower(near.text)))
  if (lexicon.eras.has(lower(word.text)))
    return [before, words[at - 2], after].some((near) => near && isFigure(near, lexicon))
  if (isFigure(word, lexicon) && [before, behind].some((near) => near && lexicon.eras.has(lower(near.text))))
    return true
  if (!isNumber(word, lexicon)) return false
  if (lexicon.clock.has(lower(before?.text ?? ''))) return true
  return DAY.test(word.text) && [before, behind].some((near) => near && isCalendar(near.text, lexicon))
}

/** A number, also a Roman one: `XIX`. */
function isFigure(word: Word, lexicon: Lexicon): boolean {
  return isNumber(word, lexicon) || /^[IVX]+$/u.test(word.text)
}

const DAY = /^\p{N}{1,2}$/u
const CLOCK = /^\p{N}{1,2}:\p{N}{2}$/u

/** A month or a weekday, in capitals where its language writes it so: `May`; a longer name may have an ending: `Sundays`. */
function isCalendar(text: string, { calendar }: Lexicon): boolean {
  const has = (word: string) => calendar.has(word) || calendar.has(lower(word))
  return has(text) || (text.length > 5 && [1, 2].some((ending) => has(text.slice(0, -ending))))
}

function wordBefore(words: readonly Word[], [start]: Stretch): string {
  const before = words
    .filter((word) => word.end <= start)
    .slice(-2)
    .map((word) => lower(word.text))
  // `in the United States`: an article may stand between.
  return before.at(-1) === 'the' ? (before[0] ?? '') : (before.at(-1) ?? '')
}

function isNew(text: string, asked: ReadonlySet<string>, { within, and }: Lexicon): boolean {
  const word = lower(text)
  return !asked.has(word) && !within.has(word) && !and.has(word)
}

function lower(text: string): string {
  return text.toLowerCase()
}

const known = new Map<string, Lexicon>()

/** What `Intl` and the tables below know of a language, gathered once. */
function lexiconOf(language: string): Lexicon {
  const read = known.get(language) ?? gather(language)
  known.set(language, read)
  return read
}

const UNITS = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const
const CURRENCIES = ['USD', 'EUR', 'GBP', 'JPY', 'TRY', 'RUB', 'CNY', 'INR'] as const
const COUNTS = [1, 2, 5] as const

function gather(language: string): Lexicon {
  const table = tables[baseLanguage(language)] ?? tables.en
  const calendar = new Set<string>()
  for (const width of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
    const inDate = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
    for (let each = 0; each < 12; each++) {
      calendar.add(month.format(Date.UTC(2023, each, 15)))
      for (const part of inDate.formatToParts(Date.UTC(2023, each, 15)))
        if (part.type === 'month') calendar.add(part.value)
    }
    for (let each = 1; each <= 7; each++) calendar.add(weekday.format(Date.UTC(2023, 0, each)))
  }
  const units = new Set(
    UNITS.flatMap((unit) =>
      COUNTS.map((count) =>
        lastWord(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count)),
      ),
    ),
  )
  const currencies = new Set(
    CURRENCIES.flatMap((currency) =>
      COUNTS.map((count) =>
        lastWord(
          new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' }).format(count),
        ),
      ),
    ),
  )
  return {
    numerals: list(table?.numerals),
    calendar: new Set([...calendar].map((name) => name.replace(/\.$/u, ''))),
    units,
    currencies,
    and: list(table?.and),
    within: list(table?.within),
    places: list(table?.places),
    clock: list(table?.clock),
    eras: list(table?.eras),
  }
}

function lastWord(text: string): string {
  return (
    splitWords(text)
      .findLast(({ text: word }) => /^\p{L}/u.test(word))
      ?.text.toLowerCase() ?? ''
  )
}

function list(words = ''): ReadonlySet<string> {
  return new Set(words.split(' ').filter((word) => word !== ''))
}

/** What `Intl` does not tell: numerals, `and`, the small words within names, what stands before a place or a time of day. */
const tables: Readonly<
  Record<string, { numerals: string; and: string; within: string; places: string; clock: string; eras: string }>
> = {
  en: {
    numerals:
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half dozen third thirds quarter once twice several',
    and: 'and & or',
    within: 'of the de la van von del of the',
    places: 'in at near from to into outside towards toward across around between via through',
    clock: 'at',
    eras: 'century centuries decade bc bce ad ce',
  },
  tr: {
    numerals: 'iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli yüz bin milyon milyar yarım',
    and: 've veya',
    within: '',
    places: '',
    clock: 'saat',
    eras: 'yüzyıl yüzyılda yüzyılın',
  },
  de: {
    numerals:
      'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend million millionen milliarde milliarden',
    and: 'und oder',
    within: 'von der des zu',
    places: 'in im aus nach bei zu nahe',
    clock: 'um',
    eras: 'jahrhundert jahrhunderts chr',
  },
  es: {
    numerals: 'dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil millón millones',
    and: 'y o e',
    within: 'de la del los las',
    places: 'en a desde hacia cerca',
    clock: 'las',
    eras: 'siglo siglos',
  },
  fr: {
    numerals:
      'deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille million millions milliard milliards',
    and: 'et ou',
    within: 'de la du des',
    places: 'à en au aux dans vers depuis',
    clock: 'à',
    eras: 'siècle siècles',
  },
  ru: {
    numerals:
      'один два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч миллион миллиона миллионов',
    and: 'и или',
    within: '',
    places: 'в во на из около',
    clock: 'в',
    eras: 'век века веке',
  },
  zh: {
    numerals: '一 二 三 四 五 六 七 八 九 十 百 千 万 亿 两',
    and: '和 与',
    within: '',
    places: '在 于',
    clock: '',
    eras: '世纪 年 月 日',
  },
}
