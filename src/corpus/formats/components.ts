// Components of MDX and foldable HTML: `<Tabs>`, `<Accordion title="…">`, `<details><summary>`, imports and exports.
import { binarySearch } from '../../columns/sorted-array.ts'
import type { Span } from '../text/visible.ts'
import { HIDDEN, type Rewriter } from './rewriter.ts'

const OPENING =
  /<(details|summary|[A-Z][\w.]{0,60}|[a-z]{1,30}-[a-z-]{1,30})((?:\s{1,20}[\w:@.#-]{1,60}(?:=(?:"[^"]{0,500}"|'[^']{0,500}'|\{[^{}]{0,300}\}|\{\{[^{}]{0,300}\}\}|[^\s"'<>{}=]{1,100}))?){0,20})\s{0,20}(\/?)>/gu
const CLOSING = /<\/(details|summary|[A-Z][\w.]{0,60}|[a-z]{1,30}-[a-z-]{1,30})\s{0,20}>/gu
const TITLE = /\s(?:title|label|header|heading|question|summary)=(?:"([^"\n]+)"|'([^'\n]+)'|\{"([^"\n]+)"\})/u
const COMMENT = /\{\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\/\}/gu
const IMPORT = /^import\s(?:[^'"\n]{1,200}\sfrom\s)?\s*['"][^'"\n]+['"];?\s*$/u
const EXPORT = /^export\s(?:const|let|var|default|function|async)\b/u
/** How much of a line is looked at around a component. */
const AROUND = 300

export function rewriteComponents(rewriter: Rewriter): void {
  const { text, from } = rewriter
  removeModules(rewriter)
  rewriter.replace(COMMENT, ({ 0: comment, index }) => hide(rewriter, index, index + comment.length))

  /** The offsets of closing tags, by name. */
  const closings = new Map<string, number[]>()
  for (const match of text.slice(from).matchAll(CLOSING)) {
    const [, name = ''] = match
    closings.set(name, [...(closings.get(name) ?? []), from + match.index])
  }
  const closingAfter = (name: string, offset: number) => {
    const offsets = closings.get(name) ?? []
    while ((offsets[0] ?? offset) < offset) offsets.shift()
    return offsets[0] ?? text.length
  }
  const bodies: Span[] = []
  rewriter.replace(OPENING, ({ 0: tag, 1: name = '', 2: attributes = '', 3: slash = '', index }) => {
    const end = index + tag.length
    const line = rewriter.lineAt(index)
    const before = text.slice(Math.max(line.start, index - AROUND), index).replace(/<[^<>]*>/gu, '')
    const isBlock = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?$/u.test(before)
    const title = TITLE.exec(attributes)
    if (isBlock && slash === '' && name !== 'summary') bodies.push({ start: end, end: closingAfter(name, end) })
    if (name === 'summary') {
      const close = closingAfter('summary', end)
      if (close === text.length) return hide(rewriter, index, end)
      const opened = text.lastIndexOf('<details', index)
      rewriter.joinLines(end, close)
      const container = { end: closingAfter('details', close), isQuestion: true }
      rewriter.addTitle(opened >= line.start && index - opened < AROUND ? opened : index, end, container)
      endLine(rewriter, close, close + '</summary>'.length)
    } else if (isBlock && title && slash === '') {
      const own = title[1] ?? title[2] ?? title[3] ?? ''
      const titleStart = index + 1 + name.length + title.index + title[0].lastIndexOf(own)
      rewriter.joinLines(index, end)
      rewriter.fill(index, end)
      rewriter.write(titleStart, own)
      const isQuestion = /[?？؟]$/u.test(own) || /^(?:accordion|faq|expand|toggle)/iu.test(name)
      rewriter.addTitle(index, titleStart, { end: closingAfter(name, end), isQuestion })
      endLine(rewriter, end - 1, end)
    } else if (slash !== '' && !(isBlock && isBlank(text.slice(end, Math.min(line.end, end + AROUND)))))
      rewriter.addPlaceholder(index, end, `<${name}>`)
    else hide(rewriter, index, end)
  })
  rewriter.replace(CLOSING, ({ 0: tag, index }) => hide(rewriter, index, index + tag.length))
  unindent(rewriter, bodies)
}

/** MDX knows no indented code: where the body of a component begins with an indented line, its lines are text. */
function unindent({ text, lines, isCode, write }: Rewriter, bodies: readonly Span[]): void {
  let reached = 0
  for (const { start, end } of bodies) {
    const opening = text
      .slice(start, Math.min(end, start + AROUND))
      .split('\n')
      .slice(1)
    if (!/^(?: {4}|\t)/u.test(opening.find((line) => line.trim() !== '') ?? '')) continue
    const first = binarySearch((i) => (lines[i]?.start ?? 0) >= Math.max(start, reached), 0, lines.length)
    for (let i = first; i < lines.length; i++) {
      const line = lines[i]
      if (!line || line.start >= end) break
      if (
        /^(?: {4}|\t)\s*(?![-*+<`~]|\d+[.)])\S/u.test(text.slice(line.start, line.start + AROUND)) &&
        !isCode(line.start)
      )
        write(line.start, HIDDEN)
    }
    reached = Math.max(reached, end)
  }
}

/** Hides a tag; where the line holds nothing else, it becomes blank. */
function hide(rewriter: Rewriter, start: number, end: number): void {
  const { text } = rewriter
  const line = rewriter.lineAt(start)
  const rest =
    text.slice(Math.max(line.start, start - AROUND), start) + text.slice(end, Math.min(line.end, end + AROUND))
  if (isBlank(rest)) {
    rewriter.joinLines(start, end)
    rewriter.fill(start, end)
  } else rewriter.fill(start, end, HIDDEN)
}

/** Whether a line holds nothing but tags. */
function isBlank(line: string): boolean {
  return line.replace(/<[^<>]*>/gu, '').trim() === ''
}

/** Ends a line of the source where a tag ends it for a reader. */
function endLine(rewriter: Rewriter, start: number, end: number): void {
  rewriter.fill(start, end)
  if (rewriter.lineAt(start).end > end) rewriter.write(end - 1, '\n')
}

/** Imports, and exports up to the next blank line. */
function removeModules({ text, lines, isCode, fill }: Rewriter): void {
  let isExport = false
  for (const { start, end } of lines) {
    const line = text.slice(start, Math.min(end, start + AROUND))
    if (line.trim() === '' || isCode(start)) isExport = false
    else if (EXPORT.test(line)) isExport = true
    if (isExport || IMPORT.test(line)) fill(start, isCode(start) ? start : end)
  }
}
