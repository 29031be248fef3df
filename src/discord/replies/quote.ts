import type { Passage } from '../../answer/answer.ts'
import { verifyQuote } from '../../answer/verify-quote.ts'
import type { Article, Sentence } from '../../corpus/article.ts'
import { escapeMarkdown } from './escape.ts'
import { ELLIPSIS, lengthOf, truncate } from './truncate.ts'

/** Up to how many code points a sentence is shown amid its neighbours. */
const WHOLE_UP_TO = 350

const BOLD = '**'
const PREFIX = '> '

/** A sentence that is not what its article's file holds at its offsets; it must not be shown. */
export class FalseQuote extends Error {
  override readonly name = 'FalseQuote'

  constructor({ article, paragraph, number }: Sentence) {
    super(`Sentence ${number} of paragraph ${paragraph} of ${article} is not what the file holds there`)
  }
}

/**
 * A block quotation of a passage: its sentence amid as many of its neighbours as stay short, or alone; in bold is the phrase
 * that answers, or where none does by itself, the sentence.
 * @param room in code points
 * @throws FalseQuote
 */
export function quotePassage({ article, sentence, before, after, answer }: Passage, room: number): string {
  const shown = [sentence]
  let whole = lengthOf(sentence.plain)
  const has = (neighbour: Sentence) => {
    whole += 1 + lengthOf(neighbour.plain)
    return whole <= WHOLE_UP_TO
  }
  const earlier = [...before].reverse()
  for (let away = 0; away < Math.max(earlier.length, after.length); away++) {
    const [previous, next] = [earlier[away], after[away]]
    if (previous && has(previous)) shown.unshift(previous)
    if (next && has(next)) shown.push(next)
    if (whole > WHOLE_UP_TO) break
  }
  const line = quoteLine(article, shown, sentence, answer)
  if (lengthOf(line) + PREFIX.length <= room) return PREFIX + line
  return PREFIX + BOLD + truncate(sentence.plain, room - PREFIX.length - 2 * BOLD.length, escapeMarkdown) + BOLD
}

/**
 * Sentences that follow each other, escaped, on one line.
 * @param found the one in bold, if it is among them
 * @param answer the part of it that is in bold alone, as offsets into its `plain`
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
 * A piece of a sentence that is too long to be shown whole, its cut end marked.
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

/** What stands between two sentences: a space, except in scripts that write none there. */
function gap({ text }: Article, previous: Sentence | undefined, next: Sentence): string {
  if (!previous) return ''
  return previous.end > next.start || /\s/u.test(text.slice(previous.end, next.start)) ? ' ' : ''
}
