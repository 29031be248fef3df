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
  readonly kind: 'heading' | 'text' | 'code'
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

  const letters: string[] = []
  let afterSpace = true
  const starts: number[] = []
  const ends: number[] = []
  for (const { visible, start, end } of runs) {
    const same = visible.length === end - start
    for (let unit = 0; unit < visible.length; unit++) {
      const letter = visible.charAt(unit)
      const space = FOLDED_LETTERS.has(letter)
      if (space && afterSpace) continue
      afterSpace = space
      letters.push(space ? ' ' : letter)
      starts.push(same ? start + unit : start)
      ends.push(same ? start + unit + 1 : end)
    }
  }
  return { text: letters.join('').trimEnd(), startOf: (unit) => starts[unit] ?? 0, endOf: (unit) => ends[unit] ?? 0 }
}

/** White space that a hard wrap or an indent leaves; a no-break or an ideographic space is a letter to its writer. */
const FOLDED_LETTERS = new Set('\t\n\v\f\r \u0085\u2028\u2029')
