// Whether a sentence holds the type of thing that a question asks for.
import { type AnswerType, type QuestionPhrases, tableOf } from '../../language/language-table.ts'
import { lexiconOf } from '../../language/lexicon.ts'
import { spaced, type Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { findEntities } from './entities.ts'
import { isPastTime } from './times.ts'

/**
 * Whether a sentence holds something of the type asked for that the question does not name. `undefined` if that cannot
 * be told: names in a script without capitals, or nothing particular asked for. `asked` holds the question's words in
 * lower case.
 */
export function holdsAnswerType(
  sentence: AnalysedSentence,
  type: AnswerType,
  asked: ReadonlySet<string>,
): boolean | undefined {
  const { words, language } = sentence
  const phrases = tableOf(language.tag)?.questions
  switch (type) {
    case 'other':
      return undefined
    case 'reason':
      return phrases?.reasons.test(spaced(words, language.tag))
    case 'consequence':
      return phrases?.conditions?.test(spaced(words, language.tag)) ? true : undefined
    case 'frequency':
      return phrases?.frequencies?.test(spaced(words, language.tag))
    case 'definition':
      return opensWith(words, asked) && phrases?.defining.test(spaced(words, language.tag)) ? true : undefined
    case 'person':
    case 'place':
    case 'organisation':
      return /\p{Lu}/u.test(sentence.plain) ? findEntities(sentence, type, asked).length > 0 : undefined
    case 'age':
      return findEntities(sentence, type, asked).length > 0 ? true : undefined
    default:
      if (findFigures(sentence, type, asked).length > 0) return true
      return figureInWords(type, phrases)?.test(spaced(words, language.tag)) ? undefined : false
  }
}

/** Whether a question is in the present tense: `When is the fair?` does not ask for the last one. */
export function asksOfPresent(asked: ReadonlySet<string>, language: string): boolean {
  const { presentVerbs, pastVerbs } = lexiconOf(language)
  return [...asked].some((word) => presentVerbs.has(word)) && ![...asked].some((word) => pastVerbs.has(word))
}

function findFigures(
  sentence: AnalysedSentence,
  type: 'time' | 'duration' | 'number' | 'money',
  asked: ReadonlySet<string>,
) {
  const found = findEntities(sentence, type, asked)
  if (type !== 'time' || !asksOfPresent(asked, sentence.language.tag)) return found
  return found.filter((span) => !isPastTime(sentence.plain.slice(...span), lexiconOf(sentence.language.tag)))
}

function figureInWords(type: AnswerType, phrases: QuestionPhrases | undefined): RegExp | undefined {
  if (type === 'duration') return phrases?.durations ?? phrases?.moments
  return type === 'time' ? phrases?.moments : type === 'number' ? phrases?.amounts : undefined
}

/** Whether one of the question's words is among a sentence's first. */
function opensWith(words: readonly Word[], asked: ReadonlySet<string>): boolean {
  return words.slice(0, 3).some(({ text }) => text.length > 3 && asked.has(text.toLowerCase()))
}
