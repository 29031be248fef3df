import { baseLanguage } from './language.ts'
import { splitWords } from './words.ts'

/** How a language writes numbers, times and money. */
export interface Lexicon {
  readonly numerals: ReadonlySet<string>
  /** `nineteenth`: with a century beside it, a time. */
  readonly ordinals: ReadonlySet<string>
  readonly calendar: ReadonlySet<string>
  readonly units: ReadonlySet<string>
  readonly currencies: ReadonlySet<string>
  /** Words that may join two things into one, and those that a name may hold. */
  readonly and: ReadonlySet<string>
  readonly within: ReadonlySet<string>
  /** What stands before a place, and before a time of day. */
  readonly places: ReadonlySet<string>
  readonly clock: ReadonlySet<string>
  /** What stands before who did it (`built by …`), and before what tells a time in words (`when …`). */
  readonly agents: ReadonlySet<string>
  readonly moments: ReadonlySet<string>
  /** What stands before a year: `in 2000`. */
  readonly dated: ReadonlySet<string>
  /** What a figure beside makes a time: `century`, `BC`. */
  readonly eras: ReadonlySet<string>
}

const known = new Map<string, Lexicon>()

/** What `Intl` and the tables below know of a language, gathered once. */
export function lexiconOf(language: string): Lexicon {
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
  const units = UNITS.map((unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }))
  const currencies = CURRENCIES.map(
    (currency) => new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'name' }),
  )
  return {
    numerals: list(table?.numerals),
    ordinals: list(table?.ordinals),
    calendar: new Set([...calendar].map((name) => name.replace(/\.$/u, ''))),
    units: namesIn(units),
    currencies: namesIn(currencies),
    and: list(table?.and),
    within: list(table?.within),
    places: list(table?.places),
    clock: list(table?.clock),
    agents: list(table?.agents),
    moments: list(table?.moments),
    dated: list(table?.dated),
    eras: list(table?.eras),
  }
}

/** What stands behind the numbers. */
function namesIn(formats: readonly Intl.NumberFormat[]): ReadonlySet<string> {
  return new Set(formats.flatMap((format) => COUNTS.map((count) => lastWord(format.format(count)))))
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
  Record<
    string,
    {
      numerals: string
      ordinals?: string
      agents?: string
      moments?: string
      dated?: string
      and: string
      within: string
      places: string
      clock: string
      eras: string
    }
  >
> = {
  en: {
    numerals:
      'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion half dozen third thirds quarter once twice several',
    ordinals:
      'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
    agents: 'by',
    moments: 'when while after before until once during',
    and: 'and & or',
    within: 'of the de la van von del of the',
    places:
      'in at on near from to into along outside inside towards toward across around between under behind via through',
    clock: 'at',
    dated: 'in since until till year early late of',
    eras: 'century centuries decade bc bce ad ce bp ago',
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
    ordinals:
      'ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten zwanzigsten neunzehnten achtzehnten',
    agents: 'von durch vom',
    moments: 'wenn als während nachdem bevor bis sobald nach vor',
    and: 'und oder',
    within: 'von der des zu',
    places: 'in im aus nach bei zu nahe',
    clock: 'um',
    eras: 'jahrhundert jahrhunderts chr',
  },
  es: {
    numerals: 'dos tres cuatro cinco seis siete ocho nueve diez once doce veinte treinta cien mil millón millones',
    agents: 'por',
    moments: 'cuando mientras tras después antes hasta durante',
    and: 'y o e',
    within: 'de la del los las',
    places: 'en a desde hacia cerca',
    clock: 'las',
    eras: 'siglo siglos',
  },
  fr: {
    numerals:
      'deux trois quatre cinq six sept huit neuf dix onze douze vingt trente cent mille million millions milliard milliards',
    ordinals: 'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième',
    agents: 'par',
    moments: 'quand lorsque pendant après avant durant',
    and: 'et ou',
    within: 'de la du des',
    places: 'à en au aux dans vers depuis',
    clock: 'à',
    eras: 'siècle siècles',
  },
  ru: {
    numerals:
      'один два две три четыре пять шесть семь восемь девять десять сто тысяча тысяч миллион миллиона миллионов',
    moments: 'когда пока после перед',
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
