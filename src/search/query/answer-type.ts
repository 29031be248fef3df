import { baseLanguage, type Language } from '../../language/language.ts'
import { type AnswerType, questionPhrases } from '../../language/question-phrases.ts'
import type { NounClass } from '../../language/wordnet.ts'
import { spaced, splitWords } from '../../language/words.ts'

/** What a question asks for; words are in lower case. */
export interface ExpectedAnswer {
  readonly type: AnswerType
  /** The words that it asks with: `how many`, `what year`. */
  readonly phraseWords: ReadonlySet<string>
  /** The words behind them where a number is asked for, which say of what: `how many *stone arches*`. */
  readonly countedWords: readonly string[]
}

/** How far behind `how many` what is counted may stand, in words. */
const COUNTED = 3

/** What the question asks for, as far as its language's asking words tell, and the noun behind `which`. */
export function parseExpectedAnswer(question: string, language: Language): ExpectedAnswer {
  const { phrases = [], others, leading } = questionPhrases[baseLanguage(language.tag)] ?? {}
  const text = spaced(splitWords(question), language.tag)
  const lead = leading ? splitWords((text.match(leading) ?? []).join(' ')).map((word) => word.text) : []
  for (const [type, phrase] of phrases) {
    const found = phrase.exec(text)
    if (!found) continue
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    if (found.index > 0 && (type === 'time' || type === 'place' || type === 'person') && others?.test(rest)) continue
    const words = type === 'definition' ? [] : splitWords(found[0]).map((word) => word.text)
    const behind = type === 'number' ? text.slice(found.index + found[0].length).split(' ') : []
    return { type, phraseWords: new Set([...words, ...lead]), countedWords: behind.slice(0, COUNTED) }
  }
  return { type: typeOfNoun(text, language), phraseWords: new Set(lead), countedWords: [] }
}

const typeByNounClass: Readonly<Partial<Record<NounClass, AnswerType>>> = {
  person: 'person',
  group: 'organisation',
  place: 'place',
}

/**
 * What the noun behind `what` or `which` says: `which French painter`, `what river`. The last of several side by side; none
 * where an article follows, for then it is a verb: `what set the stage`.
 */
function typeOfNoun(text: string, { classOf, isFunctionWord }: Language): AnswerType {
  const behind = / (?:what|which) (.*) $/.exec(text)?.[1]?.split(' ') ?? []
  let named: NounClass = 'none'
  for (const word of behind) {
    const own = isFunctionWord(word) ? 'none' : classOf(word)
    if (own === 'none' && /^(?:the|an?)$/.test(word)) return 'other'
    if (own === 'none' && (named !== 'none' || isFunctionWord(word))) break
    named = own
  }
  return typeByNounClass[named] ?? 'other'
}

/** Whether a date, a number or a sum is asked for, which a sentence plainly holds or not. */
export function asksForFigure(type: AnswerType): boolean {
  return type === 'time' || type === 'duration' || type === 'number' || type === 'money'
}
