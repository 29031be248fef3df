import { baseLanguage, type Language } from '../../language/language.ts'
import { type AskingWords, askingWords } from '../../language/question-phrases.ts'
import type { NounClass } from '../../language/wordnet.ts'
import { splitWords, type Word } from '../../language/words.ts'
import { findThings, type ThingKind } from '../extraction/entities.ts'
import type { Reading } from '../index/analysed-sentence.ts'

/** The kind of thing that a question asks for. */
export type Kind = ThingKind | 'reason' | 'definition' | 'other'

/** What a question asks for; words are in lower case. */
export interface Asking {
  readonly kind: Kind
  /** The words that it asks with: `how many`, `what year`. */
  readonly words: ReadonlySet<string>
  /** The words behind them where a number is asked for, which say of what: `how many *stone arches*`. */
  readonly counted: readonly string[]
}

/** How far behind `how many` what is counted may stand, in words. */
const COUNTED = 3

/** What the question asks for, as far as its language's asking words tell, and the noun behind `which`. */
export function readAsking(question: string, language: Language): Asking {
  const { phrases = [], others, leading } = askingWords[baseLanguage(language.tag)] ?? {}
  const text = spaced(splitWords(question), language.tag)
  const lead = leading ? splitWords((text.match(leading) ?? []).join(' ')).map((word) => word.text) : []
  for (const [kind, phrase] of phrases) {
    const found = phrase.exec(text)
    if (!found) continue
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    if (found.index > 0 && (kind === 'time' || kind === 'place' || kind === 'person') && others?.test(rest)) continue
    const words = kind === 'definition' ? [] : splitWords(found[0]).map((word) => word.text)
    const behind = kind === 'number' ? text.slice(found.index + found[0].length).split(' ') : []
    return { kind, words: new Set([...words, ...lead]), counted: behind.slice(0, COUNTED) }
  }
  return { kind: kindOfNoun(text, language), words: new Set(lead), counted: [] }
}

const kindsOfNouns: Readonly<Partial<Record<NounClass, Kind>>> = {
  person: 'person',
  group: 'organisation',
  place: 'place',
}

/**
 * What the noun behind `what` or `which` says: `which French painter`, `what river`. The last of several side by side; none
 * where an article follows, for then it is a verb: `what set the stage`.
 */
function kindOfNoun(text: string, { classOf, isFunctionWord }: Language): Kind {
  const behind = / (?:what|which) (.*) $/.exec(text)?.[1]?.split(' ') ?? []
  let named: NounClass = 'none'
  for (const word of behind) {
    const own = isFunctionWord(word) ? 'none' : classOf(word)
    if (own === 'none' && /^(?:the|an?)$/.test(word)) return 'other'
    if (own === 'none' && (named !== 'none' || isFunctionWord(word))) break
    named = own
  }
  return kindsOfNouns[named] ?? 'other'
}

/**
 * Whether a sentence holds the kind of thing asked for, which the question itself does not name. `undefined` where its
 * writing cannot tell: names in a script without capitals, or nothing particular asked for.
 */
export function holdsKind(reading: Reading, kind: Kind, asked: ReadonlySet<string>): boolean | undefined {
  const { words, language } = reading
  const table = askingWords[baseLanguage(language.tag)]
  switch (kind) {
    case 'other':
      return undefined
    case 'reason':
      return table?.reasons.test(spaced(words, language.tag))
    case 'definition':
      return opensWith(words, asked) && table?.defining.test(spaced(words, language.tag)) ? true : undefined
    case 'person':
    case 'place':
    case 'organisation':
      return /\p{Lu}/u.test(reading.plain) ? findThings(reading, kind, asked).length > 0 : undefined
    default:
      if (findThings(reading, kind, asked).length > 0) return true
      return unwritten(kind, table)?.test(spaced(words, language.tag)) ? undefined : false
  }
}

/** Whether a date, a number or a sum is asked for, which a sentence plainly holds or not. */
export function asksForFigure(kind: Kind): boolean {
  return kind === 'time' || kind === 'duration' || kind === 'number' || kind === 'money'
}

function unwritten(kind: Kind, table: AskingWords | undefined): RegExp | undefined {
  return kind === 'time' || kind === 'duration' ? table?.moments : kind === 'number' ? table?.amounts : undefined
}

/** Whether one of the question's words is among a sentence's first. */
function opensWith(words: readonly Word[], asked: ReadonlySet<string>): boolean {
  return words.slice(0, 3).some(({ text }) => text.length > 3 && asked.has(text.toLowerCase()))
}

/** Words in lower case, a space before and behind each. */
function spaced(words: readonly Word[], language: string): string {
  return ` ${words.map((word) => word.text).join(' ')} `.toLocaleLowerCase(language)
}
