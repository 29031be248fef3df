// Checks that a quote is the file's own words.
import { decodeString } from 'micromark-util-decode-string'
import type { Article, Piece, Sentence } from '../corpus/article.ts'

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z0-9]{1,31});/giu

/**
 * Whether a sentence is what its article's file holds at its offsets, and its `plain` those same words. In plain text only
 * white space may differ. In Markdown, marks may be missing too: every character of `plain` stands in the file, in the
 * same order, as it is or as a character reference. Of a sentence in pieces, each piece is checked, and that `plain` holds
 * nothing else.
 */
export function verifyQuote(article: Article, { pieces, ...sentence }: Sentence): boolean {
  const { start, end, text, plain } = sentence
  if (sentence.article !== article.id || article.text.slice(start, end) !== text) return false
  if (!pieces) return isQuoted(article.format, text, plain)
  return (
    isMadeOf(plain, pieces) &&
    pieces.every((piece) => isQuoted(article.format, article.text.slice(piece.start, piece.end), piece.plain)) &&
    pieces.every((piece) => piece.isContext || (piece.start >= start && piece.end <= end))
  )
}

function isQuoted(format: Article['format'], text: string, plain: string): boolean {
  if (format === 'text') return fold(text) === fold(plain)
  return isWithin(
    plain,
    text.replace(REFERENCE, (reference) => reference + decodeString(reference)),
  )
}

/** What may stand between two pieces. */
const SEPARATOR = /^(?:[ \n]| · )?$/u

function isMadeOf(plain: string, pieces: readonly Piece[]): boolean {
  let reached = 0
  for (const { at, plain: own } of pieces) {
    if (!SEPARATOR.test(plain.slice(reached, at)) || plain.slice(at, at + own.length) !== own) return false
    reached = at + own.length
  }
  return reached === plain.length
}

function fold(text: string): string {
  return text.replace(/[\s\u0085]+/gu, ' ').trim()
}

/** Whether the characters of `plain`, white space aside, stand in `text` in their order. */
function isWithin(plain: string, text: string): boolean {
  let at = 0
  for (const character of plain) {
    if (/[\s\u0085]/u.test(character)) continue
    const found = text.indexOf(character, at)
    if (found < 0) return false
    at = found + character.length
  }
  return true
}
