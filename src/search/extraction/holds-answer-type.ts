import { type AnswerType, type QuestionPhrases, tableOf } from '../../language/language-table.ts'
import { spaced, type Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { findEntities } from './entities.ts'

/**
 * Whether a sentence holds the type of thing asked for, which the question itself does not name. `undefined` where its
 * writing cannot tell: names in a script without capitals, or nothing particular asked for.
 */
export function holdsAnswerType(
  reading: AnalysedSentence,
  type: AnswerType,
  asked: ReadonlySet<string>,
): boolean | undefined {
  const { words, language } = reading
  const table = tableOf(language.tag)?.questions
  switch (type) {
    case 'other':
      return undefined
    case 'reason':
      return table?.reasons.test(spaced(words, language.tag))
    case 'definition':
      return opensWith(words, asked) && table?.defining.test(spaced(words, language.tag)) ? true : undefined
    case 'person':
    case 'place':
    case 'organisation':
      return /\p{Lu}/u.test(reading.plain) ? findEntities(reading, type, asked).length > 0 : undefined
    default:
      if (findEntities(reading, type, asked).length > 0) return true
      return unwritten(type, table)?.test(spaced(words, language.tag)) ? undefined : false
  }
}

function unwritten(type: AnswerType, table: QuestionPhrases | undefined): RegExp | undefined {
  return type === 'time' || type === 'duration' ? table?.moments : type === 'number' ? table?.amounts : undefined
}

/** Whether one of the question's words is among a sentence's first. */
function opensWith(words: readonly Word[], asked: ReadonlySet<string>): boolean {
  return words.slice(0, 3).some(({ text }) => text.length > 3 && asked.has(text.toLowerCase()))
}
