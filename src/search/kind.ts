import { baseLanguage } from './language.ts'
import { splitWords } from './words.ts'

/** The kind of thing that a question asks for. */
export type Kind = 'person' | 'place' | 'time' | 'number' | 'reason' | 'other'

/** How a language asks, the longer phrase before the shorter one that it holds, and which words give a reason. */
interface AskingWords {
  readonly phrases: readonly (readonly [Exclude<Kind, 'other'>, RegExp])[]
  readonly reasons: RegExp
}

/** Phrases are looked for in the question's words, lower case, single spaces, a space at either end. */
const asking: Readonly<Record<string, AskingWords>> = {
  en: {
    phrases: [
      ['number', / how (?:many|much|old|long|far|tall|big|large|high|often) | (?:number|amount|percentage) of /],
      ['time', / when | what (?:time|year|date|day|month|century) | which (?:year|date|day|month|century) | how soon /],
      ['reason', / why | how come | for what reason | what (?:caused|led) | reason /],
      ['place', / where | (?:what|which) (?:city|country|place|town|state|region|continent|river) /],
      ['person', / who | whom | whose /],
    ],
    reasons:
      / because | due to | since | so that | in order to | therefore | after | upon | as a result | to (?!(?:the|a|an|his|her|its|their|this|that) )/,
  },
  tr: {
    phrases: [
      ['number', / kaç | ne kadar /],
      ['time', / ne zaman | hangi (?:yıl|tarih|gün|ay)\p{L}* | kaçta /u],
      ['reason', / neden | niçin | niye /],
      ['place', / nerede\p{L}* | nere\p{L}* | hangi (?:şehir|ülke|kent)\p{L}* /u],
      ['person', / kim\p{L}* /u],
    ],
    reasons: / çünkü | nedeniyle | yüzünden | dolayı | için | sonra | üzerine /,
  },
  de: {
    phrases: [
      ['number', / wie ?viele? | wie (?:alt|lange|hoch|groß|weit) /],
      ['time', / wann | (?:welche[mns]?|in welchem) (?:jahr|tag|monat) /],
      ['reason', / warum | weshalb | wieso | aus welchem grund /],
      ['place', / wo | wohin | woher | welche[rs]? (?:stadt|land|ort) /],
      ['person', / wer | wen | wem | wessen /],
    ],
    reasons: / weil | da | wegen | denn | um | damit | nachdem | aufgrund /,
  },
  es: {
    phrases: [
      ['number', / cuánt[oa]s? | cuant[oa]s? /],
      ['time', / cuándo | cuando | (?:qué|que) (?:año|fecha|día|mes) /],
      ['reason', / por (?:qué|que) | razón /],
      ['place', / dónde | donde | adónde | (?:qué|que) (?:ciudad|país|lugar) /],
      ['person', / quién | quien | quiénes | quienes /],
    ],
    reasons: / porque | debido | para | ya que | tras | puesto /,
  },
  fr: {
    phrases: [
      ['number', / combien | quel (?:nombre|âge) /],
      ['time', / quand | (?:quelle|quel) (?:année|date|jour|mois) /],
      ['reason', / pourquoi /],
      ['place', / où | (?:quelle|quel) (?:ville|pays|lieu) /],
      ['person', / qui /],
    ],
    reasons: / parce | car | puisque | afin | pour | après | cause /,
  },
  ru: {
    phrases: [
      ['number', / сколько | какое (?:количество|число) /],
      ['time', / когда | в каком (?:году|месяце|веке) | какого числа /],
      ['reason', / почему | зачем | отчего /],
      ['place', / где | куда | откуда | в как(?:ом|ой) (?:городе|стране|месте) /],
      ['person', / кто | кого | кому | кем | чей /],
    ],
    reasons: / потому | поскольку | из за | чтобы | так как | после /,
  },
  zh: {
    phrases: [
      ['number', /多少|几个|几/],
      ['time', /什么时候|何时|哪(?:一)?[年天月]|什么时间/],
      ['reason', /为什么|为何|原因/],
      ['place', /哪里|哪儿|何处|什么地方|哪个(?:城市|国家|地方)/],
      ['person', /谁|哪位/],
    ],
    reasons: /因为|由于|为了|所以|因此/,
  },
}

/** What a question asks for, and the words that it asks with (`how many`, `what year`), lower case. */
export interface Asking {
  readonly kind: Kind
  readonly words: ReadonlySet<string>
}

/** What the question asks for, as far as its language's asking words tell. */
export function readAsking(question: string, language: string): Asking {
  const phrases = asking[baseLanguage(language)]?.phrases ?? []
  const text = spaced(question, language)
  for (const [kind, phrase] of phrases) {
    const [found] = phrase.exec(text) ?? []
    if (found !== undefined) return { kind, words: new Set(splitWords(found).map((word) => word.text)) }
  }
  return { kind: 'other', words: new Set() }
}

/**
 * Whether a sentence holds the kind of thing asked for: digits or a month's name for a time, a numeral for a number, a
 * name that the question does not hold for a person or a place, a joining word for a reason. `undefined` where its
 * writing cannot tell (names in a script without capitals, or nothing particular asked for).
 */
export function holdsKind(
  plain: string,
  kind: Kind,
  language: string,
  asked: ReadonlySet<string>,
): boolean | undefined {
  switch (kind) {
    case 'other':
      return undefined
    case 'time':
      return /\p{N}/u.test(plain) || hasCalendarName(plain, language) || hasNumeral(plain, language)
    case 'number':
      return /\p{N}/u.test(plain) || hasNumeral(plain, language)
    case 'reason':
      return asking[baseLanguage(language)]?.reasons.test(spaced(plain, language))
    case 'person':
    case 'place':
      return /\p{Lu}/u.test(plain) ? hasNewName(plain, asked) : undefined
  }
}

function spaced(text: string, language: string): string {
  return ` ${splitWords(text.toLocaleLowerCase(language))
    .map((word) => word.text)
    .join(' ')} `
}

/** Capitalised words, the first of the sentence aside, that are not among the question's. */
function hasNewName(plain: string, asked: ReadonlySet<string>): boolean {
  return splitWords(plain).some(
    ({ text, start }) => start > 0 && /^\p{Lu}/u.test(text) && !asked.has(text.toLowerCase()),
  )
}

const calendarNames = new Map<string, RegExp>()

/** Month and weekday names, long and short, and `yesterday`, `today`, `tomorrow`, as `Intl` knows them. */
function hasCalendarName(plain: string, language: string): boolean {
  const known = calendarNames.get(language)
  if (known) return known.test(plain)
  const names = (['long', 'short'] as const).flatMap((width) => {
    const months = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
    const weekdays = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
    return [
      ...Array.from({ length: 12 }, (_, month) => months.format(Date.UTC(2023, month, 15))),
      ...Array.from({ length: 7 }, (_, day) => weekdays.format(Date.UTC(2023, 0, 1 + day))),
    ]
  })
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  names.push(...[-1, 0, 1].map((days) => relative.format(days, 'day')))
  // A longer name may have an ending: Sundays, pazartesiyi.
  // A longer name may have an ending: Sundays, pazartesiyi.
  const literals = names.map(
    (name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&') + (name.length > 4 ? '\\p{L}{0,2}' : ''),
  )
  const pattern = new RegExp(`(?<!\\p{L})(?:${literals.join('|')})(?!\\p{L})`, 'u')
  calendarNames.set(language, pattern)
  return pattern.test(plain)
}

const numerals: Readonly<Record<string, RegExp>> = {
  en: / (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|half|dozen|several) /,
  tr: / (?:iki|üç|dört|beş|altı|yedi|sekiz|dokuz|on|yirmi|otuz|yüz|bin|milyon|milyar|yarım) /,
  de: / (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|hundert|tausend|million(?:en)?) /,
  es: / (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil|millón|millones) /,
  fr: / (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|cent|mille|millions?) /,
  ru: / (?:один|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|сто|тысяча?|миллион\p{L}*) /u,
  zh: /[一二三四五六七八九十百千万亿两]/,
}

function hasNumeral(plain: string, language: string): boolean {
  return numerals[baseLanguage(language)]?.test(spaced(plain, language)) ?? false
}
