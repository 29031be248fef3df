// Places sentences in the file, and joins stretches of it to one passage.
import type { Piece } from '../article.ts'
import { type Part, type Run, type Span, seeRuns, type Visible } from './visible.ts'

export const WORD = /[\p{L}\p{N}]/u

/** The number of a list's item, which a splitter takes for a sentence. */
const ITEM_NUMBER = /^\s*\(?(?:\p{N}{1,3}|[a-z])[.)]\s*$/u

/** A sentence that is not yet numbered: what a reader sees, and where it stands in the file. */
export interface Passage extends Span {
  readonly plain: string
  readonly pieces?: readonly Piece[]
}

/** The sentences of a part, by a splitter or whole, with the marks that stand in one of them alone. */
export function placeSentences({ runs, marks = [] }: Part, split = (text: string) => [text]): Passage[] {
  return withMarks(placed(seeRuns(runs), split), marks)
}

/** The sentences of lines, none of which goes on in the next line. */
export function placeLines(
  lines: readonly (readonly Run[])[],
  marks: readonly Span[] = [],
  split: (text: string) => string[],
): Passage[] {
  return withMarks(
    lines.flatMap((runs) => placed(seeRuns(runs), split)),
    marks,
  )
}

/** Joins stretches; `separator` is what follows stretch `i`. Context does not count for the offsets of the whole. */
export function joinPassage(
  stretches: readonly (Passage & { readonly isContext?: true })[],
  separator: string | ((i: number) => string),
): Passage {
  let plain = ''
  const pieces = stretches.flatMap(({ start, end, plain: own, pieces: inner, isContext }, i): Piece[] => {
    const at = plain.length
    plain += own + (i + 1 < stretches.length ? (typeof separator === 'string' ? separator : separator(i)) : '')
    if (inner) return inner.map((piece) => ({ ...piece, at: piece.at + at }))
    return [{ start, end, plain: own, at, ...(isContext && { isContext }) }]
  })
  const own = pieces.filter(({ isContext }) => !isContext)
  return {
    start: Math.min(...own.map(({ start }) => start)),
    end: Math.max(...own.map(({ end }) => end)),
    plain,
    pieces,
  }
}

/** Where each sentence stands, without the space at its ends; a stretch that holds no word joins the one before it. */
function placed(visible: Visible, split: (text: string) => string[]): Passage[] {
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
function withMarks(places: readonly Passage[], marks: readonly Span[]): Passage[] {
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
