// What type of answer a question expects.
import type { Language } from '../../language/language.ts'
import { type AnswerType, tableOf } from '../../language/language-table.ts'
import type { NounClass } from '../../language/wordnet.ts'
import { spaced, splitWords } from '../../language/words.ts'

/** What a question asks for; all words are in lower case. */
export interface ExpectedAnswer {
  readonly type: AnswerType
  /** The words that it asks with, without its subject: `how many`, `what year`. */
  readonly phraseWords: ReadonlySet<string>
  /** The words after a phrase that asks for a number, which say what is counted: `how many *stone arches*`. */
  readonly countedWords: readonly string[]
  /** Whether it asks if something is allowed or needed, or how to do something. */
  readonly manner?: 'permission' | 'instruction'
}

/** Words after `how many` that may name what is counted. */
const COUNTED = 3

const typeByNounClass: Readonly<Partial<Record<NounClass, AnswerType>>> = {
  person: 'person',
  group: 'organisation',
  place: 'place',
}

/** The expected answer by the asking phrases of the question's language, or by the noun after `which`. */
export function parseExpectedAnswer(question: string, language: Language): ExpectedAnswer {
  const { permission, instruction } = tableOf(language.tag)?.questions ?? {}
  const text = spaced(splitWords(question), language.tag)
  const manner = instruction?.test(text) ? 'instruction' : permission?.test(text) ? 'permission' : undefined
  return { ...parseAnswerType(text, language), ...(manner && { manner }) }
}

function parseAnswerType(text: string, language: Language): ExpectedAnswer {
  const { phrases = [], others, leading } = tableOf(language.tag)?.questions ?? {}
  const lead = leading ? wordsOf((text.match(leading) ?? []).join(' ')) : []
  for (const [type, phrase] of phrases) {
    const found = phrase.exec(text)
    if (!found) continue
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`
    if (found.index > 0 && (type === 'time' || type === 'place' || type === 'person') && others?.test(rest)) continue
    const subject = new Set(wordsOf(Object.values(found.groups ?? {}).join(' ')))
    const words = wordsOf(found[0]).filter((word) => !subject.has(word))
    const after = type === 'number' ? text.slice(found.index + found[0].length).split(' ') : []
    return { type, phraseWords: new Set([...words, ...lead]), countedWords: after.slice(0, COUNTED) }
  }
  return { type: typeOfNoun(text, language), phraseWords: new Set(lead), countedWords: [] }
}

/** Whether the answer is a date, a number, a sum or a rate, whose absence from a sentence can be told for certain. */
export function asksForFigure(type: AnswerType): boolean {
  return type === 'time' || type === 'duration' || type === 'frequency' || type === 'number' || type === 'money'
}

/**
 * The type that the noun after `what` or `which` names (`which French painter`, `what river`): the last of several
 * nouns in a row. A following article means that the word is a verb (`what set the stage`).
 */
function typeOfNoun(text: string, { classOf, isFunctionWord }: Language): AnswerType {
  const after = / (?:what|which) (.*) $/.exec(text)?.[1]?.split(' ') ?? []
  let named: NounClass = 'none'
  for (const word of after) {
    const own = isFunctionWord(word) ? 'none' : classOf(word)
    if (own === 'none' && /^(?:the|an?)$/.test(word)) return 'other'
    if (own === 'none' && (named !== 'none' || isFunctionWord(word))) break
    named = own
  }
  return typeByNounClass[named] ?? 'other'
}

function wordsOf(text: string): string[] {
  return splitWords(text).map((word) => word.text)
}
