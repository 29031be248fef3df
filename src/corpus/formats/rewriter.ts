// A Markdown text that is rewritten in place, so that offsets stay those of the file.
import { binarySearch } from '../../columns/sorted-array.ts'
import { type Line, linesIn } from '../text/lines.ts'
import { maskCode } from './code-mask.ts'

/** Private characters: one that a reader does not see, and one that a component's placeholder is written with. */
export const HIDDEN = '\ue000'
export const PLACEHOLDER = '\ue001'

/** Something with a title, which was made a heading: how far its content reaches. */
export interface Container {
  readonly end: number
  readonly isQuestion: boolean
}

/** A rewritten text, and what its headings, list items and placeholders stand for, by their offsets. */
export interface Rewritten {
  readonly source: string
  readonly containers: ReadonlyMap<number, Container>
  /** List items that stand for indented blocks. */
  readonly indentedBlocks: ReadonlySet<number>
  readonly placeholders: ReadonlyMap<number, string>
}

export interface Rewriter {
  readonly text: string
  readonly from: number
  readonly lines: readonly Line[]
  /** The line that an offset stands in, without its line end. */
  lineAt(offset: number): Line
  isCode(offset: number): boolean
  /** What the rewriting left at an offset. */
  charAt(offset: number): string
  /** Overwrites a stretch, line ends aside. */
  fill(start: number, end: number, character?: string): void
  write(start: number, characters: string): void
  /** Joins the lines of a stretch. */
  joinLines(start: number, end: number): void
  /** Makes a heading of the line from `start` on, whose title begins at `titleStart`. */
  addTitle(start: number, titleStart: number, container: Container): void
  addIndentedBlock(offset: number): void
  addPlaceholder(start: number, end: number, visible: string): void
  /** Calls back for each match that no code holds and nothing before has rewritten. */
  replace(pattern: RegExp, rewrite: (match: RegExpExecArray) => void): void
  finish(): Rewritten
}

/** A line break as the parser knows it. */
const LINE_END = new Set(['\n', '\r'].map((end) => end.charCodeAt(0)))

export function createRewriter(text: string, from: number): Rewriter {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  const code = maskCode(text, from)
  const lines = [...linesIn(text, from)]
  const containers = new Map<number, Container>()
  const indentedBlocks = new Set<number>()
  const placeholders = new Map<number, string>()
  const charAt = (offset: number) => String.fromCharCode(units[offset] ?? 0)
  const fill = (start: number, end: number, character = ' ') => {
    const unit = character.charCodeAt(0)
    for (let i = start; i < end; i++) if (!LINE_END.has(units[i] ?? 0)) units[i] = unit
  }
  for (const { start, end } of code.directiveFences) fill(start, end)
  return {
    text,
    from,
    lines,
    charAt,
    fill,
    isCode: code.isCode,
    lineAt(offset) {
      const next = binarySearch((i) => (lines[i]?.start ?? 0) > offset, 0, lines.length)
      return lines[next - 1] ?? { start: from, end: text.length, next: text.length }
    },
    write(start, characters) {
      for (let i = 0; i < characters.length; i++) units[start + i] = characters.charCodeAt(i)
    },
    joinLines(start, end) {
      for (let i = start; i < end; i++) if (LINE_END.has(units[i] ?? 0)) units[i] = 0x20
    },
    addTitle(start, titleStart, container) {
      const marks = Math.min(6, titleStart - start - 1)
      if (marks < 1) return
      fill(start, titleStart)
      fill(start, start + marks, '#')
      containers.set(start, container)
    },
    addIndentedBlock: (offset) => indentedBlocks.add(offset),
    addPlaceholder(start, end, visible) {
      fill(start, end, PLACEHOLDER)
      placeholders.set(start, visible)
    },
    replace(pattern, rewrite) {
      pattern.lastIndex = from
      for (let match = pattern.exec(text); match; match = pattern.exec(text))
        if (!code.isCode(match.index) && charAt(match.index) === text.charAt(match.index)) rewrite(match)
    },
    finish() {
      const source = Buffer.from(units.buffer, units.byteOffset, units.byteLength).toString('utf16le')
      return { source, containers, indentedBlocks, placeholders }
    },
  }
}
