import type { Span } from '../visible.ts'

/** How deep quotes, lists and footnotes may nest. */
const DEEPEST = 32
/** Blank lines in a row, of which one would do. */
const MOST_BLANK = 8

/**
 * What may be asked of the parser, in steps of some ten microseconds: for lines without a blank one between them; and for
 * a text so many, and one more for so many UTF-16 units.
 */
const MOST = { stretch: 6_000, text: 8_000, unitsForOneMore: 16 } as const

/** What it takes, in steps. */
const COST = { line: 1, level: 1, paragraph: 4, mark: 0.25, blankLine: 0.2, fence: 4 } as const
/** It holds the marks of a paragraph against each other: so many pairs are a step. */
const PAIRS = 500
/** At an underlined heading it copies all that it has made by then: what so many steps made is copied in one. */
const COPIED = 20

const CONTAINER = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\s[\]]+\]:)/y
/** A line that begins a paragraph, whatever stands before it. */
const APART = /^ {0,3}(?:[-+*]|1[.)]|#{1,6})[ \t]+\S/u
const UNDERLINE = /^[ \t>]*(?:=+|-+)[ \t]*$/u
const FENCE = /^[ \t]*(?:```|~~~)/u
/** Marks that look for their like, and others. */
const PAIRED = /([*_~`])\1{0,3}|[[\]<]/gu
const SINGLE = /[|&\\]/gu

/** Lines that follow each other without a blank one or a fence. */
interface Stretch {
  readonly start: number
  /** How deep the quotes and lists nest that its last line stands in, and the deepest of them. */
  depth: number
  deepest: number
  steps: number
  /** Paired marks of the paragraph that is being read. */
  marks: number
  underlines: number
}

/**
 * The stretches of a Markdown text over which a parser whose time grows with the square of what it reads would take too
 * long; and the blank lines that nobody needs.
 */
export function intricateStretches(text: string, from: number): Span[] {
  const most = MOST.text + (text.length - from) / MOST.unitsForOneMore
  const found: { start: number; end: number }[] = []
  let spent = 0
  let depth = 0
  let stretch: Stretch | undefined
  /** The stretch that was found last, while nothing but blank lines came after it. */
  let last: { start: number; end: number } | undefined
  let blank: { readonly start: number; lines: number } | undefined

  const close = (end: number): void => {
    if (!stretch) return
    const { start, deepest, marks, underlines } = stretch
    const steps = stretch.steps + marks ** 2 / PAIRS + (underlines * spent) / COPIED
    depth = Math.min(stretch.depth, DEEPEST)
    stretch = undefined
    if (deepest <= DEEPEST && steps <= Math.min(MOST.stretch, most - spent)) {
      spent += steps
      last = undefined
    } else if (last) {
      last.end = end
    } else {
      last = { start, end }
      found.push(last)
    }
  }
  let lastEnd = from
  for (const { start, end } of linesOf(text, from)) {
    const line = text.slice(start, end)
    const isBlank = line.trim() === ''
    if (isBlank) {
      close(lastEnd)
      spent += COST.blankLine * (1 + depth)
      blank ??= { start, lines: 0 }
      blank.lines++
    } else {
      if (blank && blank.lines > MOST_BLANK && !last) found.push({ start: blank.start, end: lastEnd })
      blank = undefined
      if (FENCE.test(line) && spent < most) {
        close(lastEnd)
        last = undefined
        spent += COST.fence + depth
      } else {
        stretch ??= { start, depth: /^\s/u.test(line) ? depth : 0, deepest: 0, steps: 0, marks: 0, underlines: 0 }
        add(stretch, line)
      }
    }
    lastEnd = end
  }
  close(lastEnd)
  return found
}

function add(stretch: Stretch, line: string): void {
  const levels = levelsOf(line)
  if (levels > 0) stretch.depth = levels
  stretch.deepest = Math.max(stretch.deepest, stretch.depth)
  const begins = APART.test(line)
  if (begins) {
    stretch.steps += stretch.marks ** 2 / PAIRS
    stretch.marks = 0
  }
  const paired = line.match(PAIRED)?.length ?? 0
  const single = line.match(SINGLE)?.length ?? 0
  if (begins || levels > 0 || stretch.steps === 0) stretch.steps += COST.paragraph
  stretch.steps += COST.line + COST.level * stretch.deepest + COST.mark * (paired + single)
  // A line that goes on without the marks of its quote is held against all that the quote holds.
  stretch.marks += paired + (levels === 0 && stretch.deepest > 0 ? 1 : 0)
  if (UNDERLINE.test(line)) stretch.underlines++
}

/** How deep a line's quotes, lists and footnotes nest, by their marks and the indent before these; no more than counts. */
function levelsOf(line: string): number {
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

function* linesOf(text: string, from: number): Generator<Span> {
  let start = from
  for (const { 0: lineEnd, index } of text.slice(from).matchAll(/\r\n?|\n/gu)) {
    yield { start, end: from + index }
    start = from + index + lineEnd.length
  }
  yield { start, end: text.length }
}
