/** Lists of quoted words: “a”, “b” or “c”. */
import { listFormats } from './formatters.ts'
import type { Messages } from './messages.ts'

const MAX_WORDS = 8

/**
 * Joins words into a list in the language of `text`; words beyond the eighth are only counted.
 * @param write escapes and shortens one word for where it is shown
 */
export function listWords(
  words: readonly string[],
  text: Messages,
  type: 'conjunction' | 'disjunction',
  write: (word: string) => string,
): string {
  const quoted = words.slice(0, MAX_WORDS).map((word) => text.quoted(write(word)))
  const more = words.length - quoted.length
  return listFormats[type](text.tag).format(more > 0 ? [...quoted, text.moreWords(more)] : quoted)
}
