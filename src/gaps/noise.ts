// Recognises what is no question.
import type { ContentWords } from './content-words.ts'

/** Letters of a single word from which it needs vowels to be one. */
const LONG_WORD = 6

/** Whether a text has no word that could be looked up: `???`, `aaaaaa`, `sdfghjk`. */
export function isNoise(question: string, content: ContentWords): boolean {
  const [only] = question.trim().split(/\s+/u)
  if (content.size === 0 || /(.)\1{4}/u.test(question)) return true
  return (
    content.size === 1 &&
    only === question.trim() &&
    only.length >= LONG_WORD &&
    /^[b-df-hj-np-tv-xz]+\W*$/iu.test(only)
  )
}
