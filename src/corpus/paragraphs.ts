import type { Paragraph, Sentence } from './article.ts'
import { type Block, seeRuns, type Visible } from './visible.ts'

/** Splits blocks into the sentences of numbered paragraphs: a line of code is a sentence; a block without a word is none. */
export function toParagraphs(
  article: string,
  text: string,
  blocks: readonly Block[],
  split: (text: string) => string[],
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const { kind, runs } of blocks) {
    const paragraph = paragraphs.length + 1
    const places = kind === 'code' ? runs.flatMap((line) => placed(seeRuns([line]))) : placed(seeRuns(runs), split)
    const sentences = places.map(({ visible, from, to }, i): Sentence => {
      const { start, end } = kind === 'code' ? unmarked(visible, from, to) : withMarks(text, visible, from, to)
      const plain = visible.text.slice(from, to)
      return { article, paragraph, number: i + 1, start, end, text: text.slice(start, end), plain }
    })
    if (sentences.some(({ plain }) => WORD.test(plain))) paragraphs.push({ number: paragraph, kind, sentences })
  }
  return paragraphs
}

const WORD = /[\p{L}\p{N}]/u

interface Place {
  readonly visible: Visible
  readonly from: number
  readonly to: number
}

/** Where each sentence stands, without the space at its ends; a stretch that holds no word joins the one before it. */
function placed(visible: Visible, split = (text: string) => [text]): Place[] {
  const places: Place[] = []
  let at = 0
  for (const stretch of split(visible.text)) {
    const from = at + stretch.length - stretch.trimStart().length
    const to = at + stretch.trimEnd().length
    at += stretch.length
    if (from >= to) continue
    const previous = places.at(-1)
    if (previous && !(WORD.test(stretch) && WORD.test(visible.text.slice(previous.from, previous.to))))
      places[places.length - 1] = { ...previous, to }
    else places.push({ visible, from, to })
  }
  return places
}

function unmarked(visible: Visible, from: number, to: number): { start: number; end: number } {
  return { start: visible.startOf(from), end: visible.endOf(to - 1) }
}

/** Marks that open right before a sentence or close right after it are taken in, so that emphasis and links stay whole. */
const OPENING = /[*_~`[]+$/u
const CLOSING = /^(?:[*_~`]+|\]\([^()\n]*\))+/u

function withMarks(text: string, visible: Visible, from: number, to: number): { start: number; end: number } {
  const { start, end } = unmarked(visible, from, to)
  const previousEnd = from > 0 ? visible.endOf(from - 1) : Math.max(0, start - LONGEST_MARK)
  const nextStart = to < visible.text.length ? visible.startOf(to) : end + LONGEST_MARK
  const opening = from > 0 && previousEnd === start ? '' : (OPENING.exec(text.slice(previousEnd, start))?.[0] ?? '')
  const closing = CLOSING.exec(text.slice(end, nextStart))?.[0] ?? ''
  return { start: start - opening.length, end: end + closing.length }
}

const LONGEST_MARK = 500
