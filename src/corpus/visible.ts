// What a format makes of a file, and the text that a reader sees of it.
import type { ParagraphKind } from './article.ts'

/** UTF-16 offsets into the file's text, `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of a file and what a reader sees of it: the same text, or what a mark-up stands for (`&amp;` is `&`). */
export interface Run extends Span {
  readonly visible: string
}

/** What a format makes of a file: one paragraph, in the order of its runs. */
export interface Block {
  readonly kind: ParagraphKind
  /** Of a heading: 1 to 6. */
  readonly level?: number
  readonly runs: readonly Run[]
  /** Where mark-up stands around what a reader sees, `*so*` or `[so](https://…)`, in the order of the starts. */
  readonly marks?: readonly Span[]
}

/** The text that a reader sees of a block, its white space folded, and where each UTF-16 unit of it stands in the file. */
export interface Visible {
  readonly text: string
  startOf(unit: number): number
  endOf(unit: number): number
}

const NEEDS_FOLDING = /[\t\n\v\f\r\u0085\u2028\u2029]| {2}|^ | $/u

/** Joins the runs of a block, and folds their white space. */
export function seeRuns(runs: readonly Run[]): Visible {
  const [only] = runs
  if (only && runs.length === 1 && only.visible.length === only.end - only.start && !NEEDS_FOLDING.test(only.visible))
    return { text: only.visible, startOf: (unit) => only.start + unit, endOf: (unit) => only.start + unit + 1 }

  const length = runs.reduce((sum, { visible }) => sum + visible.length, 0)
  const starts = new Int32Array(length)
  const ends = new Int32Array(length)
  let text = ''
  let units = 0
  let afterSpace = true
  for (const { visible, start, end } of runs) {
    const same = visible.length === end - start
    let copied = 0
    for (let unit = 0; unit < visible.length; unit++) {
      const code = visible.charCodeAt(unit)
      const space = FOLDED.has(code)
      if (space && (afterSpace || code !== SPACE)) {
        text += visible.slice(copied, unit) + (afterSpace ? '' : ' ')
        copied = unit + 1
      }
      if (space && afterSpace) continue
      afterSpace = space
      starts[units] = same ? start + unit : start
      ends[units++] = same ? start + unit + 1 : end
    }
    text += visible.slice(copied)
  }
  return { text: text.trimEnd(), startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? 0 }
}

/** White space that a hard wrap or an indent leaves; a no-break or an ideographic space is a letter to its writer. */
const FOLDED = new Set(Array.from('\t\n\v\f\r \u0085\u2028\u2029', (letter) => letter.charCodeAt(0)))
const SPACE = 0x20
