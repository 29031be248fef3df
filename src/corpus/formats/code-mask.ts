// Finds the code in a Markdown text, where no other markup counts.
import { linesIn } from '../text/lines.ts'
import type { Span } from '../text/visible.ts'

const FENCE = /^[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}|~{3,})([^`~]*)$/u
/** MyST writes directives as fences whose content is Markdown: ```{note}. */
const DIRECTIVE =
  /^\{(?:admonition|attention|caution|danger|error|hint|important|note|seealso|tip|warning|dropdown|tab-item|tab-set|card|grid|grid-item|grid-item-card|epigraph|margin|sidebar|topic)\}/u

export interface CodeMask {
  isCode(offset: number): boolean
  /** The lines that open and close directives written as fences. */
  readonly directiveFences: readonly Span[]
}

/** Marks fenced code, and inline code as far as backticks tell within a line. */
export function maskCode(text: string, from: number): CodeMask {
  const mask = new Uint8Array(text.length)
  const directiveFences: Span[] = []
  const open: { readonly mark: string; readonly isDirective: boolean }[] = []
  for (const { start, end } of linesIn(text, from)) {
    const last = open.at(-1)
    const line = text.slice(start, end)
    const [, mark = '', info = ''] = FENCE.exec(line) ?? []
    const closes =
      last && mark !== '' && mark[0] === last.mark[0] && mark.length >= last.mark.length && info.trim() === ''
    const opens = !closes && mark !== '' && (!last || last.isDirective)
    if (closes || opens) {
      const isDirective = closes ? last.isDirective : DIRECTIVE.test(info.trim())
      if (isDirective) directiveFences.push({ start, end })
      else mask.fill(1, start, end)
      if (closes) open.pop()
      else open.push({ mark, isDirective })
    } else if (last && !last.isDirective) mask.fill(1, start, end)
    else {
      let opened: number | undefined
      for (const { 0: ticks, index } of line.matchAll(/`+/gu)) {
        if (opened !== undefined) mask.fill(1, start + opened, start + index + ticks.length)
        opened = opened === undefined ? index : undefined
      }
    }
  }
  return { isCode: (offset) => mask[offset] === 1, directiveFences }
}
