// Splits the blocks of a file into numbered paragraphs and sentences.
import { isCandidate, type Paragraph, type Sentence } from './article.ts'
import { type Block, type Span, seeRuns, type Visible } from './visible.ts'

/** Splits blocks into the sentences of numbered paragraphs: a line of code is a sentence; a block without a word is none. */
export function toParagraphs(
  article: string,
  text: string,
  blocks: readonly Block[],
  split: (text: string) => string[],
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let headings: { readonly level: number; readonly text: string }[] = []
  for (const { kind, level = 0, runs, marks } of blocks) {
    if (kind === 'heading') headings = headings.filter((above) => above.level < level)
    const paragraph = paragraphs.length + 1
    const places = kind === 'code' ? runs.flatMap((line) => placed(seeRuns([line]))) : placed(seeRuns(runs), split)
    const spans = withMarks(places, marks)
    const sentences = spans.map(({ start, end, plain }, i): Sentence => {
      return {
        article,
        paragraph,
        number: i + 1,
        kind: isCandidate(kind) ? kind : 'prose',
        start,
        end,
        text: text.slice(start, end),
        plain,
      }
    })
    if (!sentences.some(({ plain }) => WORD.test(plain))) continue
    paragraphs.push({ number: paragraph, kind, trail: headings.map((above) => above.text), sentences })
    if (kind === 'heading') headings.push({ level, text: sentences.map(({ plain }) => plain).join(' ') })
  }
  return paragraphs
}

const WORD = /[\p{L}\p{N}]/u

/** The number of a list's item, which a splitter takes for a sentence. */
const ITEM_NUMBER = /^\s*\p{N}{1,3}[.)]\s*$/u

/** A sentence that is not yet numbered: what a reader sees, and where it stands in the file. */
interface Place extends Span {
  readonly plain: string
}

/** Where each sentence stands, without the space at its ends; a stretch that holds no word joins the one before it. */
function placed(visible: Visible, split = (text: string) => [text]): Place[] {
  const units: { from: number; to: number; hasWord: boolean }[] = []
  let at = 0
  for (const stretch of split(visible.text)) {
    const from = at + stretch.length - stretch.trimStart().length
    const to = at + stretch.trimEnd().length
    at += stretch.length
    if (from >= to) continue
    const hasWord = WORD.test(stretch) && !ITEM_NUMBER.test(stretch)
    const previous = units.at(-1)
    if (previous && !(hasWord && previous.hasWord)) {
      previous.to = to
      previous.hasWord ||= hasWord
    } else units.push({ from, to, hasWord })
  }
  return units.map(({ from, to }) => ({
    plain: visible.text.slice(from, to),
    start: visible.startOf(from),
    end: visible.endOf(to - 1),
  }))
}

/** Takes in the marks around what stands in one sentence alone, so that emphasis and links stay whole. */
function withMarks(places: readonly Place[], marks: readonly Span[] = []): readonly Place[] {
  let next = 0
  return places.map((place, i) => {
    const previousEnd = places[i - 1]?.end ?? 0
    const nextStart = places[i + 1]?.start ?? Number.POSITIVE_INFINITY
    let { start, end } = place
    for (let mark = marks[next]; mark && mark.start < place.end; mark = marks[++next]) {
      if (mark.start < previousEnd || mark.end <= place.start || mark.end > nextStart) continue
      start = Math.min(start, mark.start)
      end = Math.max(end, mark.end)
    }
    return { ...place, start, end }
  })
}
