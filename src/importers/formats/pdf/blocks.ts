// Lines of a PDF → paragraphs, headings, list items and table rows.
import { areAligned, BULLET, hasWideGap, type Line, mostOf } from './lines.ts'

export type PdfBlock =
  | { readonly kind: 'paragraph' | 'note'; readonly lines: readonly Line[] }
  /** `level` from 1. */
  | { readonly kind: 'heading'; readonly level: number; readonly lines: readonly Line[] }
  /** `marker` as the page shows it; `lines` without it. */
  | { readonly kind: 'item'; readonly marker: string; readonly lines: readonly Line[] }
  | { readonly kind: 'row'; readonly lines: readonly Line[] }

/** What is usual in a document; the rest is told from it. */
interface Typography {
  readonly size: number
  readonly font: string
  /** Distance of baselines within a paragraph, in points. */
  readonly leading: number
  /** Whether the first lines of paragraphs are indented. */
  readonly isIndented: boolean
  /** Sizes of headings, largest first. */
  readonly headingSizes: readonly number[]
  /** Fonts of so few letters that they set something apart. */
  readonly rareFonts: ReadonlySet<string>
}

/** Lines that follow each other down a page. */
interface Column {
  readonly lines: readonly Line[]
}

/** So many lines above and below tell where a column ends at a line. */
const NEAR_LINES = 6

/** Where the text of a column ends at one of its lines: titles above two columns, and a column before it, reach further. */
function rightEdge({ lines }: Column, line: Line): number {
  const at = lines.indexOf(line)
  const near = lines
    .slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1)
    .filter(({ size, left, right }) => size === line.size && left < line.right && right > line.left)
  return Math.max(line.right, ...near.map(({ right }) => right))
}

/** The blocks of all pages, in reading order. */
export function blocksOf(pages: readonly (readonly Line[])[]): PdfBlock[] {
  const columns = pages.flatMap(columnsOf)
  if (columns.length === 0) return []
  const typography = readTypography(columns)
  const perColumn = columns.map((column) => ({ column, blocks: columnBlocks(column, typography) }))
  const joined: PdfBlock[] = []
  let before: Column | undefined
  for (const { column, blocks } of perColumn) {
    const [first, ...rest] = blocks
    // A paragraph goes on past the notes below it.
    const last = joined.findLastIndex(({ kind }) => kind !== 'note')
    const open = joined[last]
    if (open && first && before && goesOn(open, first, before, column, typography))
      joined[last] = { ...open, lines: [...open.lines, ...first.lines] }
    else if (first) joined.push(first)
    joined.push(...rest)
    before = column
  }
  return withoutBylines(joined)
}

/**
 * Authors, dates and subtitles are set like headings, but nothing stands below them: of the headings at the very top the
 * first is the title, and others are headings only if the document has more of their size and font.
 */
function withoutBylines(blocks: readonly PdfBlock[]): PdfBlock[] {
  const end = blocks.findIndex(({ kind }) => kind !== 'heading')
  const styleOf = ({ lines: [line] }: PdfBlock) => `${line?.size} ${line?.font}`
  const later = new Set(blocks.slice(end).flatMap((block) => (block.kind === 'heading' ? [styleOf(block)] : [])))
  return blocks.map((block, i) =>
    i > 0 && i < end && !later.has(styleOf(block)) ? { kind: 'paragraph', lines: block.lines } : block,
  )
}

function columnsOf(page: readonly Line[]): Column[] {
  const groups: Line[][] = []
  for (const line of page) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    if (
      group &&
      before &&
      line.y < before.y + 0.5 * before.size &&
      (line.left < before.right || before.left > line.left)
    )
      group.push(line)
    else groups.push([line])
  }
  return groups.map((lines) => ({ lines }))
}

/** A heading's letters are larger than the text's by at least this. */
const LARGER = 1.1
const SMALLER = 0.92
const RARE_FONT = 0.2

function readTypography(columns: readonly Column[]): Typography {
  const lines = columns.flatMap((column) => column.lines)
  const size = mostOf(lines, (line) => line.size)
  const body = lines.filter((line) => line.size === size)
  const font = mostOf(body, (line) => line.font)
  const gaps = columns.flatMap((column) =>
    pairs(column.lines)
      .filter(([a, b]) => a.size === size && b.size === size && b.text.length > 20)
      .map(([a, b]) => ({ text: 'x', gap: Math.round(2 * (a.y - b.y)) / 2 })),
  )
  const usual = gaps.filter(({ gap }) => gap > 0.8 * size && gap < 2.5 * size)
  // Among frequent distances the smallest is that of lines; paragraphs of one line must not raise it.
  const counts = new Map<number, number>()
  for (const { gap } of usual) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  const leading = Math.min(...[...counts].filter(([, count]) => count >= most / 3).map(([gap]) => gap), 2 * size)
  const indents = columns
    .flatMap((column) => pairs(column.lines).map(([a, b]) => b.left - a.left))
    .filter((step) => step > 0.7 * size && step < 4 * size)
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0)
  const perFont = new Map<string, number>()
  for (const line of lines) perFont.set(line.font, (perFont.get(line.font) ?? 0) + line.text.length)
  return {
    size,
    font,
    leading,
    isIndented: indents.length > columns.length / 2 && !usual.some(({ gap }) => gap > 1.35 * leading),
    headingSizes: [...new Set(lines.map((line) => line.size).filter((each) => each >= LARGER * size))].sort(
      (a, b) => b - a,
    ),
    rareFonts: new Set(
      [...perFont].filter(([name, count]) => name !== font && count < RARE_FONT * letters).map(([name]) => name),
    ),
  }
}

function pairs(lines: readonly Line[]): [Line, Line][] {
  return lines.slice(1).flatMap((line, i): [Line, Line][] => {
    const before = lines[i]
    return before ? [[before, line]] : []
  })
}

interface Group {
  readonly kind: PdfBlock['kind']
  readonly marker: string
  readonly lines: Line[]
}

function columnBlocks(column: Column, typography: Typography): PdfBlock[] {
  const groups: Group[] = []
  for (const [i, line] of column.lines.entries()) {
    const group = groups.at(-1)
    const before = column.lines[i - 1]
    const marker = markerOf(line, group, column.lines[i + 1])
    const kind = marker !== '' ? 'item' : kindOf(line, before, column.lines[i + 1], typography)
    if (group && before && marker === '' && continues(group, before, line, kind, column, typography))
      group.lines.push(line)
    else groups.push({ kind, marker, lines: [line] })
  }
  return groups.map(({ kind, marker, lines }) => {
    if (kind === 'heading') return { kind, level: levelOf(lines, typography), lines }
    if (kind === 'item') return { kind, marker, lines: withoutMarker(lines, marker) }
    return { kind, lines }
  })
}

const NUMBER = /^\(?(\d{1,3}|[a-z])[.)](?=\s|$)/u

/** The bullet or number with which a line begins, if it is an item; numbers must count, or go on from another page. */
function markerOf(line: Line, group: Group | undefined, next: Line | undefined): string {
  const { text, left, size } = line
  const bullet = BULLET.exec(text)?.[0]
  if (bullet !== undefined) return /^\s+\S/u.test(text.slice(bullet.length)) || text === bullet ? bullet : ''
  const [marker, number = ''] = NUMBER.exec(text) ?? []
  if (marker === undefined || text === marker) return ''
  if (number === '1' || number === 'a') return marker
  if (!group) return next && next.left > left + INDENT * size ? marker : ''
  const before = NUMBER.exec(group?.marker ?? '')?.[1]
  const isNext =
    before !== undefined && (Number(number) === Number(before) + 1 || number.charCodeAt(0) === before.charCodeAt(0) + 1)
  return isNext ? marker : ''
}

function withoutMarker([first, ...rest]: readonly Line[], marker: string): Line[] {
  if (!first) return []
  const text = first.text.slice(marker.length).trim()
  return text === '' && rest.length > 0 ? rest : [{ ...first, text }, ...rest]
}

function kindOf(
  line: Line,
  before: Line | undefined,
  after: Line | undefined,
  typography: Typography,
): PdfBlock['kind'] {
  if (line.size >= LARGER * typography.size) return 'heading'
  const isRow = [before, after].some(
    (other) => other && Math.abs(other.y - line.y) < 3 * line.size && areAligned(other, line),
  )
  // A single loosely set line is justified text.
  if (isRow || (hasWideGap(line) && [before, after].some((other) => other && hasWideGap(other)))) return 'row'
  if (line.size <= SMALLER * typography.size) return 'note'
  const isSetApart =
    typography.rareFonts.has(line.font) &&
    line.text.length <= 90 &&
    !/[.,;:!?]$/u.test(line.text) &&
    /^[\p{Lu}\p{N}]/u.test(line.text)
  const isAlone =
    (!before || before.font !== line.font || before.y - line.y > 1.2 * typography.leading) &&
    (!after || after.font !== line.font || line.y - after.y > 1.2 * typography.leading || after.text.length <= 90)
  return isSetApart && isAlone ? 'heading' : 'paragraph'
}

function levelOf(lines: readonly Line[], { headingSizes }: Typography): number {
  const size = lines[0]?.size ?? 0
  const rank = headingSizes.indexOf(size)
  return Math.min(6, 1 + (rank < 0 ? headingSizes.length : rank))
}

/** In parts of the font size. */
const INDENT = 0.5

function continues(
  group: Group,
  before: Line,
  line: Line,
  kind: PdfBlock['kind'],
  column: Column,
  typography: Typography,
): boolean {
  const size = line.size
  const gap = before.y - line.y
  const leading = typography.leading * Math.max(1, size / typography.size)
  // Text around a raised or lowered sign.
  if (gap < 0.3 * size && line.left >= before.right - size) return true
  if (gap > 1.25 * leading) return false
  if (group.kind === 'heading' || kind === 'heading')
    return group.kind === kind && before.size === size && before.font === line.font
  if (group.kind === 'row' || kind === 'row') return false
  if (Math.abs(before.size - size) > 0.12 * size) return false
  const [first = before] = group.lines
  if (group.kind === 'item') {
    const isHanging = line.left > first.left + INDENT * size
    return isHanging || (Math.abs(line.left - first.left) <= INDENT * size && !wouldHaveFit(before, line, column))
  }
  if (line.left > before.left + INDENT * size) return isCentred(before, line)
  if (line.left < before.left - INDENT * size && group.lines.length > 1) return isCentred(before, line)
  return !wouldHaveFit(before, line, column)
}

function isCentred(before: Line, line: Line): boolean {
  return Math.abs((before.left + before.right) / 2 - (line.left + line.right) / 2) < 0.5 * line.size
}

/** Whether the line before had room for this one's first word: then it was ended on purpose. */
function wouldHaveFit(before: Line, line: Line, column: Column): boolean {
  const [word = ''] = line.text.split(' ')
  const letter = (line.right - line.left) / Math.max(1, line.text.length)
  const right = rightEdge(column, before)
  const room = right - before.right - letter * (word.length + 1)
  const hasEnded = /[.!?:;…"”’»)\]]$/u.test(before.text)
  return room > (hasEnded ? 0.5 * letter : 0.25 * (right - before.left))
}

/** Whether a paragraph at the end of a column goes on at the top of the next. */
function goesOn(open: PdfBlock, first: PdfBlock, before: Column, column: Column, typography: Typography): boolean {
  const last = open.lines.at(-1)
  const next = first.lines[0]
  if (
    !last ||
    !next ||
    first.kind !== 'paragraph' ||
    (open.kind !== 'paragraph' && open.kind !== 'item') ||
    last.size !== next.size
  )
    return false
  if (/[-‐\u00ad]$/u.test(last.text) && /^\p{Ll}/u.test(next.text)) return true
  const hasEnded = /[.!?:…]["”’»)\]]*$/u.test(last.text)
  if (!hasEnded)
    return (
      /^[\p{Ll}\p{N}"“‘(«]/u.test(next.text) || last.right > last.left + 0.8 * (rightEdge(before, last) - last.left)
    )
  // A sentence has ended, maybe the paragraph has not: the next has no indent where others have one.
  const second = first.lines[1] ?? column.lines[1]
  return (
    typography.isIndented &&
    second !== undefined &&
    Math.abs(next.left - second.left) < INDENT * next.size &&
    last.right > rightEdge(before, last) - 0.5 * last.size
  )
}
