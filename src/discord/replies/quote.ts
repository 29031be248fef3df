/** Block quotations, each verified against its article before it is shown. */
import type { Passage } from '../../answer/answer.ts'
import { verifyQuote } from '../../answer/verify-quote.ts'
import type { Article, Sentence } from '../../corpus/article.ts'
import { escapeMarkdown } from './escape.ts'
import { ELLIPSIS, lengthOf, truncate } from './truncate.ts'

/** Code points of a sentence with its neighbours; a longer sentence is shown alone. */
const MAX_WITH_NEIGHBOURS = 350

const BOLD = '**'
const PREFIX = '> '

/** A sentence differs from its article's file at its offsets; it must not be shown. */
export class FalseQuote extends Error {
  override readonly name = 'FalseQuote'

  constructor({ article, paragraph, number }: Sentence) {
    super(`Sentence ${number} of paragraph ${paragraph} of ${article} differs from the file`)
  }
}

/**
 * A block quotation of a passage: its sentence, with as many neighbours as fit. The phrase that answers is bold, or else
 * the whole sentence.
 * @param room in code points
 * @throws FalseQuote
 */
export function quotePassage({ article, sentence, before, after, answer }: Passage, room: number): string {
  const shown = [sentence]
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
  const line = quoteLine(article, shown, sentence, answer)
  if (lengthOf(line) + PREFIX.length <= room) return PREFIX + line
  return PREFIX + BOLD + truncate(sentence.plain, room - PREFIX.length - 2 * BOLD.length, escapeMarkdown) + BOLD
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
function verify(article: Article, sentence: Sentence): void {
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
