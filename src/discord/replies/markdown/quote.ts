/** Block quotations, each verified against its article before it is shown. */
import type { Passage } from '../../../answer/answer.ts'
import { verifyQuote } from '../../../answer/verify-quote.ts'
import type { Article, Sentence } from '../../../corpus/article.ts'
import { escapeInLine, escapeMarkdown } from './escape.ts'
import { codeBlock, listLines, ownLines, rowLine } from './structure.ts'
import { ELLIPSIS, lengthOf, truncate } from './truncate.ts'

/** Code points of a sentence with its neighbours; a longer sentence is shown alone. */
const MAX_WITH_NEIGHBOURS = 350

const BOLD = '**'
export const QUOTE = '> '

/** A sentence differs from its article's file at its offsets; it must not be shown. */
export class FalseQuote extends Error {
  override readonly name = 'FalseQuote'

  constructor({ article, paragraph, number }: Sentence) {
    super(`Sentence ${number} of paragraph ${paragraph} of ${article} differs from the file`)
  }
}

/**
 * A block quotation of a passage. Prose is shown with as many neighbours as fit; the phrase that answers is bold, or else
 * the whole sentence. Lists keep one item per line, table rows their headers, code its lines.
 * @param room in code points
 * @throws FalseQuote
 */
export function quotePassage(passage: Passage, room: number): string {
  const { article, sentence, answer } = passage
  verify(article, sentence)
  if (sentence.kind === 'code') return quoteCode(sentence, room)
  if (sentence.kind === 'row') return quoteRow(sentence, room)
  if (sentence.kind === 'list' && sentence.pieces) return fitLines(listLines(article, sentence, answer), room)
  return quoteProse(passage, room)
}

/** A block of code below the line that introduces it. */
function quoteCode(sentence: Sentence, room: number): string {
  const leadIns = (sentence.pieces ?? []).filter(({ isContext }) => isContext)
  const above = leadIns.map((piece) => `${QUOTE}${escapeMarkdown(piece.plain)}\n`).join('')
  return above + codeBlock(ownLines(sentence), sentence.codeLanguage, room - lengthOf(above))
}

function quoteProse(passage: Passage, room: number): string {
  const { article, sentence, answer, citation } = passage
  const start = QUOTE + speakerLabel(citation.speaker, sentence)
  const line = start + quoteLine(article, withNeighbours(passage), sentence, answer)
  if (lengthOf(line) <= room) return line
  return start + BOLD + truncate(sentence.plain, room - lengthOf(start) - 2 * BOLD.length, escapeMarkdown) + BOLD
}

/** `Ada: `, in front of a sentence in a transcript that does not itself begin with the speaker's name. */
export function speakerLabel(speaker: string | undefined, { plain }: Sentence): string {
  return speaker === undefined || plain.startsWith(speaker) ? '' : `${escapeInLine(speaker)}: `
}

/** The sentence among the neighbours that fit beside it, the nearest first; only prose has any. */
export function withNeighbours({ sentence, before, after }: Passage): Sentence[] {
  const shown = [sentence]
  if (sentence.kind !== 'prose') return shown
  let length = lengthOf(sentence.plain)
  const fits = (neighbour: Sentence) => {
    length += 1 + lengthOf(neighbour.plain)
    return length <= MAX_WITH_NEIGHBOURS
  }
  const earlier = [...before].reverse()
  for (let distance = 0; distance < Math.max(earlier.length, after.length); distance++) {
    const [previous, next] = [earlier[distance], after[distance]]
    if (previous && fits(previous)) shown.unshift(previous)
    if (next && fits(next)) shown.push(next)
    if (length > MAX_WITH_NEIGHBOURS) break
  }
  return shown
}

/** A table row, or its shortened text if it is too long. */
function quoteRow(sentence: Sentence, room: number): string {
  const line = QUOTE + rowLine(sentence)
  return lengthOf(line) <= room ? line : QUOTE + truncate(sentence.plain, room - QUOTE.length, escapeMarkdown)
}

/** As many lines as fit, with an ellipsis in place of the others. */
function fitLines(lines: readonly string[], room: number): string {
  const quoted = lines.map((line) => QUOTE + line)
  if (lengthOf(quoted.join('\n')) <= room) return quoted.join('\n')
  const end = `\n${QUOTE}${escapeMarkdown(ELLIPSIS.trim())}`
  let shown = ''
  for (const line of quoted) {
    const next = shown === '' ? line : `${shown}\n${line}`
    if (lengthOf(next + end) > room) break
    shown = next
  }
  return shown === '' ? QUOTE + truncate(lines.join(' '), room - QUOTE.length) : shown + end
}

/**
 * Consecutive sentences, escaped, on one line.
 * @param found the sentence to set in bold
 * @param answer offsets into its `plain`, to set only that part in bold
 * @throws FalseQuote
 */
export function quoteLine(
  article: Article,
  shown: readonly Sentence[],
  found: Sentence | undefined,
  answer?: Passage['answer'],
): string {
  return shown
    .map((sentence, i) => {
      verify(article, sentence)
      return (
        gap(article, shown[i - 1], sentence) +
        (sentence === found ? bold(sentence.plain, answer) : escapeMarkdown(sentence.plain))
      )
    })
    .join('')
}

/**
 * A piece of a sentence that is too long to be shown whole, with an ellipsis where it is cut.
 * @throws FalseQuote
 */
export function quotePiece(article: Article, sentence: Sentence, piece: string, isFound: boolean): string {
  verify(article, sentence)
  return (
    (isFound ? bold(piece) : escapeMarkdown(piece)) + (sentence.plain.endsWith(piece) ? '' : escapeMarkdown(ELLIPSIS))
  )
}

/** @throws FalseQuote */
export function verify(article: Article, sentence: Sentence): void {
  if (!verifyQuote(article, sentence)) throw new FalseQuote(sentence)
}

function bold(plain: string, [start, end]: readonly [number, number] = [0, plain.length]): string {
  const [before, marked, after] = [plain.slice(0, start), plain.slice(start, end), plain.slice(end)]
  return escapeMarkdown(before) + BOLD + escapeMarkdown(marked) + BOLD + escapeMarkdown(after)
}

/** A space, unless the script writes none between sentences. */
function gap({ text }: Article, previous: Sentence | undefined, next: Sentence): string {
  if (!previous) return ''
  return previous.end > next.start || /\s/u.test(text.slice(previous.end, next.start)) ? ' ' : ''
}
