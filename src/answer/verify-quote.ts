import { decodeString } from 'micromark-util-decode-string'
import type { Article, Sentence } from '../corpus/article.ts'

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z0-9]{1,31});/giu

/**
 * Whether a sentence is what its article's file holds at its offsets, and its `plain` those same words. Of a plain text
 * only white space may be folded. Of Markdown, marks may be missing too: every letter of `plain` stands in the file, in
 * the same order, as it is or as a character reference.
 */
export function verifyQuote(article: Article, sentence: Sentence): boolean {
  const { start, end, text, plain } = sentence
  if (sentence.article !== article.id || article.text.slice(start, end) !== text) return false
  if (article.format === 'text') return fold(text) === fold(plain)
  return isWithin(
    plain,
    text.replace(REFERENCE, (reference) => reference + decodeString(reference)),
  )
}

function fold(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ').trim()
}

/** Whether the letters of `plain`, spaces aside, stand in `text` in their order. */
function isWithin(plain: string, text: string): boolean {
  let at = 0
  for (const letter of plain) {
    if (/[\s\u0085]/u.test(letter)) continue
    const found = text.indexOf(letter, at)
    if (found < 0) return false
    at = found + letter.length
  }
  return true
}
