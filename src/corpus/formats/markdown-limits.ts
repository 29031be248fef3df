// Finds the stretches of a Markdown text that would take the parser too long.
import { linesIn } from '../text/lines.ts'
import type { Span } from '../text/visible.ts'

/** How deep quotes, lists and footnotes may nest. */
const DEEPEST = 32
/** How many opening marks without a closing one a paragraph may hold. */
const MOST_MARKS = 1_500
/** A line within a paragraph counts as so much of a mark. */
const LINE_AS_MARK = 0.3
/** Blank lines in a row that are passed to the parser. */
const MOST_BLANK = 8

/** Budget of a text, in steps of about ten microseconds: a base, and one step for so many UTF-16 units. */
const MOST = { steps: 6_000, unitsForOneMore: 20 } as const
/** Estimated cost of each construct, in steps. */
const COST = { line: 1, level: 1, paragraph: 4, mark: 0.25, cell: 0.6, blankLine: 0.2, fence: 4 } as const
/** Marks of a paragraph and cells of a row are compared pairwise: so many pairs are a step. */
const PAIRS = 400
/** UTF-16 units that are scanned for the end of a comment in a step. */
const SCANNED = 400
/** Closing a quote, list or setext heading copies the events so far; 400 copied steps cost one. */
const COPIED = 400

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\s[\]]+\]:)/y
const OUTERMOST = /^[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/u
/** A line that begins a new block whatever precedes it. */
const APART = /^ {0,3}(?:[-+*]|1[.)]|#{1,6})[ \t]+\S/u
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/u
const FENCE = /^[ \t]*(?:```|~~~)/u
/** Marks that need a closing one, and others. */
const PAIRED = /([*_~`])\1{0,3}|[[\]<]/gu
const SINGLE = /[&\\]/gu
const HEAD = /^\|(?:[^|\\`]*\|)+[ \t]*$/u
const UNDER_HEAD = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/u
const UNCLOSED = /<[!?]/gu
const CELL = /\|/gu

/** Consecutive lines without a blank line or a fence. */
interface Stretch {
  readonly start: number
  /** Steps spent before it. */
  readonly before: number
  /** Nesting of quotes and lists at its last line, and the outermost marker with its indent. */
  inside: { readonly depth: number; readonly outermost: string }
  deepest: number
  steps: number
  /** Paired marks of the current paragraph, and the most of any. */
  marks: number
  mostMarks: number
  /** Comments and declarations, which may never end. */
  unclosed: number
  table?: Table | undefined
}

/** A table whose header line was read; sure once its delimiter row was. Its rows count as paragraphs. */
interface Table {
  readonly cells: number
  readonly isSure: boolean
}

/** The stretches that exceed what the parser, whose time is quadratic in places, can read in time; and excess blank lines. */
export function intricateStretches(text: string, from: number): Span[] {
  const most = MOST.steps + (text.length - from) / MOST.unitsForOneMore
  const found: { start: number; end: number }[] = []
  let spent = 0
  let inside: Stretch['inside'] = { depth: 0, outermost: '' }
  let stretch: Stretch | undefined
  /** The last stretch found, while only blank lines follow it. */
  let last: { start: number; end: number } | undefined
  let blank: { readonly start: number; lines: number } | undefined

  const close = (end: number): void => {
    if (!stretch) return
    endParagraph(stretch)
    const { start, deepest, mostMarks } = stretch
    const steps = stretch.steps + (stretch.unclosed * (end - start)) / SCANNED
    if (deepest <= DEEPEST && mostMarks <= MOST_MARKS && spent + steps <= most) {
      spent += steps
      inside = stretch.inside
      last = undefined
    } else if (last) {
      last.end = end
    } else {
      last = { start, end }
      found.push(last)
    }
    stretch = undefined
  }
  const closeBlank = (end: number): void => {
    if (blank && blank.lines > MOST_BLANK) {
      if (last) last.end = end
      else found.push({ start: blank.start, end })
    }
    blank = undefined
  }
  let lastEnd = from
  for (const { start, end } of linesIn(text, from)) {
    const line = text.slice(start, end)
    if (line.trim() === '') {
      close(lastEnd)
      spent += COST.blankLine * (1 + inside.depth)
      blank ??= { start, lines: 0 }
      blank.lines++
    } else {
      closeBlank(lastEnd)
      if (FENCE.test(line) && spent < most) {
        close(lastEnd)
        last = undefined
        spent += COST.fence + inside.depth
      } else {
        stretch ??= { start, before: spent, inside, deepest: 0, steps: 0, marks: 0, mostMarks: 0, unclosed: 0 }
        add(stretch, line)
      }
    }
    lastEnd = end
  }
  close(lastEnd)
  closeBlank(lastEnd)
  return found
}

function add(stretch: Stretch, line: string): void {
  const isFirst = stretch.steps === 0
  const depth = depthOf(line)
  const outermost = OUTERMOST.exec(line)?.[0].replace(/\d+/u, '') ?? ''
  // A first line at the margin or in a quote continues nothing; nor does a nested item.
  const goesOn = isFirst ? outermost === '' && /^\s/u.test(line) : depth === 0 || /^[ \t]*>/u.test(outermost)
  if (!goesOn) {
    const isSame = outermost === stretch.inside.outermost && outermost !== '' && !outermost.endsWith('>')
    if (stretch.inside.depth > 0 && !(isSame && depth < 2)) copy(stretch)
    stretch.inside = { depth, outermost }
  }
  stretch.deepest = Math.max(stretch.deepest, stretch.inside.depth)
  const cells = line.match(CELL)?.length ?? 0
  stretch.table = tableAfter(stretch.table, line, cells, isFirst)
  const begins = APART.test(line)
  if (begins || stretch.table?.isSure) endParagraph(stretch)
  const paired = line.match(PAIRED)?.length ?? 0
  const single = line.match(SINGLE)?.length ?? 0
  if (begins || depth > 0 || isFirst) stretch.steps += COST.paragraph
  stretch.steps += COST.line + COST.level * (stretch.deepest + depth)
  stretch.steps += COST.mark * (paired + single) + COST.cell * cells + cells ** 2 / PAIRS
  // Lines are compared too, most of all lazy continuation lines.
  stretch.marks += paired + (depth === 0 && stretch.deepest > 0 ? 1 : LINE_AS_MARK)
  stretch.unclosed += line.match(UNCLOSED)?.length ?? 0
  if (UNDERLINE.test(line)) copy(stretch)
}

function tableAfter(table: Table | undefined, line: string, cells: number, isFirst: boolean): Table | undefined {
  if (isFirst) return HEAD.test(line) ? { cells, isSure: false } : undefined
  if (!table || (table.isSure && line.startsWith('|'))) return table
  return !table.isSure && UNDER_HEAD.test(line) && cells === table.cells ? { cells, isSure: true } : undefined
}

function copy(stretch: Stretch): void {
  stretch.steps += (stretch.before + stretch.steps) / COPIED
}

function endParagraph(stretch: Stretch): void {
  stretch.steps += stretch.marks ** 2 / PAIRS
  stretch.mostMarks = Math.max(stretch.mostMarks, stretch.marks)
  stretch.marks = 0
}

/** Nesting depth of a line's quotes, lists and footnotes, by their markers and indents; capped. */
function depthOf(line: string): number {
  let marks = 0
  let at = 0
  CONTAINER.lastIndex = 0
  while (marks <= DEEPEST && CONTAINER.test(line)) {
    at = CONTAINER.lastIndex
    marks++
  }
  if (marks === 0) return 0
  const indent = /^[ \t]*/u.exec(line.slice(0, at))?.[0] ?? ''
  return marks + indent.replaceAll('\t', '    ').length / 2
}
