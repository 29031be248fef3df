import { baseLanguage } from './language.ts'
import { findThings, type ThingKind } from './things.ts'
import { splitWords } from './words.ts'

/** The kind of thing that a question asks for. */
export type Kind = ThingKind | 'reason' | 'other'

/** How a language asks, the longer phrase before the shorter one that it holds, and which words give a reason. */
interface AskingWords {
  readonly phrases: readonly (readonly [Exclude<Kind, 'other'>, RegExp])[]
  /** Words that ask for something else: behind them `when` asks for no time, `What happens when …`. */
  readonly others: RegExp
  readonly reasons: RegExp
}

/** Phrases are looked for in the question's words, lower case, single spaces, a space at either end. */
const asking: Readonly<Record<string, AskingWords>> = {
  en: {
    phrases: [
      [
        'money',
        / how much money | how expensive | (?:price|cost|costs) of | how much (?:do|does|did) (?:[\p{L}\p{N}]+ ){1,4}costs? /u,
      ],
      [
        'number',
        / how (?:many|much|old|long|far|tall|big|large|high|often|fast|deep|wide|heavy) | (?:number|amount|percentage) of /,
      ],
      ['time', / when | what (?:time|year|date|day|month|century) | which (?:year|date|day|month|century) | how soon /],
      ['reason', / why | how come | for what reason | what (?:caused|led) | reason /],
      ['place', / where | (?:what|which) (?:city|country|place|town|state|region|continent|river) /],
      ['person', / who | whom | whose /],
    ],
    others: / what | which | how /,
    reasons:
      / because | due to | since | so that | in order to | therefore | after | upon | as a result | to (?!(?:the|a|an|his|her|its|their|this|that) )/,
  },
  tr: {
    phrases: [
      ['money', / kaç (?:lira|dolar|euro|avro|para) | fiyatı | ne kadar para /],
      ['number', / kaç | ne kadar /],
      ['time', / ne zaman | hangi (?:yıl|tarih|gün|ay)\p{L}* | kaçta /u],
      ['reason', / neden | niçin | niye /],
      ['place', / nerede\p{L}* | nere\p{L}* | hangi (?:şehir|ülke|kent)\p{L}* /u],
      ['person', / kim\p{L}* /u],
    ],
    others: / ne | hangi | nasıl /,
    reasons: / çünkü | nedeniyle | yüzünden | dolayı | için | sonra | üzerine /,
  },
  de: {
    phrases: [
      ['money', / wie ?viel geld | wie teuer | (?:preis|kosten) /],
      ['number', / wie ?viele? | wie (?:alt|lange|hoch|groß|weit) /],
      ['time', / wann | (?:welche[mns]?|in welchem) (?:jahr|tag|monat) /],
      ['reason', / warum | weshalb | wieso | aus welchem grund /],
      ['place', / wo | wohin | woher | welche[rs]? (?:stadt|land|ort) /],
      ['person', / wer | wen | wem | wessen /],
    ],
    others: / was | welche[rsmn]? | wie /,
    reasons: / weil | da | wegen | denn | um | damit | nachdem | aufgrund /,
  },
  es: {
    phrases: [
      ['money', / cuánto (?:dinero|cuesta|costó) | precio | coste /],
      ['number', / cuánt[oa]s? | cuant[oa]s? /],
      ['time', / cuándo | cuando | (?:qué|que) (?:año|fecha|día|mes) /],
      ['reason', / por (?:qué|que) | razón /],
      ['place', / dónde | donde | adónde | (?:qué|que) (?:ciudad|país|lugar) /],
      ['person', / quién | quien | quiénes | quienes /],
    ],
    others: / qué | cuál | cuáles | cómo /,
    reasons: / porque | debido | para | ya que | tras | puesto /,
  },
  fr: {
    phrases: [
      ['money', / combien (?:coûte|d argent) | prix | coût /],
      ['number', / combien | quel (?:nombre|âge) /],
      ['time', / quand | (?:quelle|quel) (?:année|date|jour|mois) /],
      ['reason', / pourquoi /],
      ['place', / où | (?:quelle|quel) (?:ville|pays|lieu) /],
      ['person', / qui /],
    ],
    others: / que | quel | quelle | quels | quelles | comment | quoi /,
    reasons: / parce | car | puisque | afin | pour | après | cause /,
  },
  ru: {
    phrases: [
      ['money', / сколько (?:денег|стоит|стоил\p{L}*) | цена /u],
      ['number', / сколько | какое (?:количество|число) /],
      ['time', / когда | в каком (?:году|месяце|веке) | какого числа /],
      ['reason', / почему | зачем | отчего /],
      ['place', / где | куда | откуда | в как(?:ом|ой) (?:городе|стране|месте) /],
      ['person', / кто | кого | кому | кем | чей /],
    ],
    others: / что | какой | какая | какое | какие | как /,
    reasons: / потому | поскольку | из за | чтобы | так как | после /,
  },
  zh: {
    phrases: [
      ['money', /多少钱|价格/],
      ['number', /多少|几个|几/],
      ['time', /什么时候|何时|哪(?:一)?[年天月]|什么时间/],
      ['reason', /为什么|为何|原因/],
      ['place', /哪里|哪儿|何处|什么地方|哪个(?:城市|国家|地方)/],
      ['person', /谁|哪位/],
    ],
    others: /什么|哪|怎么/,
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
  const { phrases = [], others } = asking[baseLanguage(language)] ?? {}
  const text = spaced(question, language)
  const other = others?.exec(text)?.index ?? text.length
  for (const [kind, phrase] of phrases) {
    const found = phrase.exec(text)
    if (!found || (found.index > other && (kind === 'time' || kind === 'place' || kind === 'person'))) continue
    return { kind, words: new Set(splitWords(found[0]).map((word) => word.text)) }
  }
  return { kind: 'other', words: new Set() }
}

/**
 * Whether a sentence holds the kind of thing asked for, which the question itself does not name. `undefined` where its
 * writing cannot tell: names in a script without capitals, or nothing particular asked for.
 */
export function holdsKind(
  plain: string,
  kind: Kind,
  language: string,
  asked: ReadonlySet<string>,
): boolean | undefined {
  if (kind === 'other') return undefined
  if (kind === 'reason') return asking[baseLanguage(language)]?.reasons.test(spaced(plain, language))
  if ((kind === 'person' || kind === 'place') && !/\p{Lu}/u.test(plain)) return undefined
  return findThings(plain, kind, language, asked).length > 0
}

function spaced(text: string, language: string): string {
  return ` ${splitWords(text.toLocaleLowerCase(language))
    .map((word) => word.text)
    .join(' ')} `
}
