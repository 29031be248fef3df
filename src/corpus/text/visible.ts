// What a format makes of a file, and the text that a reader sees of it.

/** UTF-16 offsets into the file's text, `[start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of a file and what a reader sees of it: the same text, or what a mark-up stands for (`&amp;` is `&`). */
export interface Run extends Span {
  readonly visible: string
}

/** Where mark-up stands around what a reader sees: `*so*`, `[so](https://…)`. */
export interface Mark extends Span {
  readonly type: 'link' | 'image' | 'strong' | 'other'
}

/** A stretch of a block in the order of its runs; its marks in the order of their starts. */
export interface Part {
  readonly runs: readonly Run[]
  readonly marks?: readonly Mark[]
}

/** What a format makes of a file: headings, paragraphs, list items, table rows and code. Line ends are kept in runs. */
export type Block = Part &
  (
    | {
        readonly kind: 'heading' | 'question'
        /** The level of the heading, 1 to 6; titles of what is not a heading to the format come below these. */
        readonly level: number
        /** The offset where what it stands above ends, if not at the next heading of its level. */
        readonly until?: number
      }
    | { readonly kind: 'prose'; readonly list?: ListPosition; readonly speaker?: string }
    | { readonly kind: 'item'; readonly list: ListPosition; readonly speaker?: string }
    | {
        readonly kind: 'row'
        /** Absent in the row of the headers itself. */
        readonly cells?: readonly { readonly header: Part; readonly cell: Part }[]
      }
    /** Each run is a line. */
    | { readonly kind: 'code'; readonly codeLanguage?: string }
  )

/** Where an item stands: the list, through all levels; how deep it is nested, from 0. */
export interface ListPosition {
  readonly list: number
  readonly depth: number
  readonly isOrdered: boolean
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

/** The beginning of what a reader sees of some runs, not folded. */
export function openingOf(runs: readonly Run[], most = 200): string {
  let text = ''
  for (const { visible } of runs) {
    text += visible
    if (text.length >= most) break
  }
  return text.slice(0, most)
}

/** The runs of each line. A line end is the last character of its line. */
export function linesOf(runs: readonly Run[]): { readonly runs: readonly Run[]; readonly isHard: boolean }[] {
  const lines: { runs: Run[]; isHard: boolean }[] = []
  let line: Run[] = []
  for (const run of runs) {
    let rest = run
    for (let at = rest.visible.indexOf('\n'); at >= 0; at = rest.visible.indexOf('\n')) {
      const [head, tail] = cut(rest, at + 1)
      lines.push({ runs: [...line, head], isHard: run.start === run.end })
      line = []
      rest = tail
    }
    if (rest.visible !== '') line.push(rest)
  }
  return line.length > 0 ? [...lines, { runs: line, isHard: false }] : lines
}

/** Runs without their first `length` UTF-16 units. */
export function dropStart(runs: readonly Run[], length: number): Run[] {
  let left = length
  return runs.flatMap((run) => {
    const dropped = Math.min(left, run.visible.length)
    left -= dropped
    return dropped === run.visible.length ? [] : [cut(run, dropped)[1]]
  })
}

/** Cuts a run in two; one that is not what the file holds keeps its place in both. */
function cut(run: Run, at: number): [Run, Run] {
  const middle = run.visible.length === run.end - run.start ? run.start + at : undefined
  return [
    { visible: run.visible.slice(0, at), start: run.start, end: middle ?? run.end },
    { visible: run.visible.slice(at), start: middle ?? run.start, end: run.end },
  ]
}

/** The share of what a reader sees that stands within marks of a type. */
export function shareWithin({ runs, marks = [] }: Part, type: Mark['type']): number {
  const own = marks.filter((mark) => mark.type === type)
  let [within, all, next] = [0, 0, 0]
  for (const { visible, start } of runs) {
    const { length } = visible.replace(/[^\p{L}\p{N}]/gu, '')
    all += length
    while ((own[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    if (start >= (own[next]?.start ?? Number.POSITIVE_INFINITY)) within += length
  }
  return all === 0 ? 0 : within / all
}
