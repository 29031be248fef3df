import type { Answer } from '../../answer/answer.ts'
import type { Messages } from '../../text/messages.ts'
import { escapeInLine } from './escape.ts'
import { truncate } from './truncate.ts'

const MOST_WORDS = 8
const LONGEST_WORD = 40

/** Words, each in quotation marks, as a list: a, b or c. Many or long ones are cut. */
export function listWords(words: readonly string[], text: Messages, type: Intl.ListFormatType): string {
  const quoted = words.slice(0, MOST_WORDS).map((word) => text.quoted(truncate(word, LONGEST_WORD, escapeInLine)))
  const more = words.length - quoted.length
  return new Intl.ListFormat(text.tag, { type }).format(more > 0 ? [...quoted, text.moreWords(more)] : quoted)
}

/** The words of a question that the articles never mention. */
export function unknownWords({ unknown }: Answer, text: Messages): string {
  return listWords(unknown, text, 'disjunction')
}
