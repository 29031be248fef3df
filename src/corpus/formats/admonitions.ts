// Admonitions and directives, line by line: `:::tip Title`, `!!! note "Title"`, `> [!WARNING] Title`.
import { HIDDEN, type Rewriter } from './rewriter.ts'

const DIRECTIVE = /^([ \t>]*)(:{3,})([^:].*)?$/u
const CALLOUT = /^([ \t>]*>[ \t]?)(\[![\w-]{1,30}(?:\|[\w-]{1,30})?\][+-]?)(.*)$/u
/** MkDocs: `!!!` opens a block, `???` one that folds, `===` a tab. Its content is indented. */
const INDENTED = /^([ \t]*)(!!!|\?\?\?\+?|===[!+]?)[ \t]+(\S.*)$/u
const QUOTED = /["“]([^"“”\n]+)["”]/u
const QUESTION = /[?？؟]\s*$/u

/** Makes each title a heading over its content, and blanks the rest of the markup. */
export function rewriteAdmonitions(rewriter: Rewriter): void {
  const { text, lines } = rewriter
  const lineOf = (i: number) => text.slice(lines[i]?.start ?? text.length, lines[i]?.end ?? text.length)
  const closeDirective = rewriteDirectives(rewriter)
  for (const [i, { start, end }] of lines.entries()) {
    if (rewriter.isCode(start)) continue
    const line = lineOf(i)
    if (DIRECTIVE.test(line)) closeDirective.read(line, start, end)
    else if (CALLOUT.test(line)) {
      let last = i
      while (/^[ \t]*>/u.test(lineOf(last + 1)) && !CALLOUT.test(lineOf(last + 1))) last++
      rewriteCallout(rewriter, line, start, lines[last]?.end ?? end)
    } else if (INDENTED.test(line)) {
      const indent = indentOf(line)
      let last = i
      for (let next = i + 1; next < lines.length; next++) {
        const isBlank = lineOf(next).trim() === ''
        if (!isBlank && indentOf(lineOf(next)) <= indent) break
        if (!isBlank) last = next
      }
      if (last > i) rewriteIndented(rewriter, line, start, lines[last]?.end ?? end)
    }
  }
  closeDirective.end()
}

function indentOf(line: string): number {
  return /^[ \t]*/u.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0
}

/** `::: name Title`, `:::name[Title]{attributes}`; three colons or more alone close it. */
function rewriteDirectives(rewriter: Rewriter) {
  let open: { readonly colons: number; readonly title?: { start: number; titleStart: number; isQuestion: boolean } }[] =
    []
  const close = (from: number, end: number) => {
    for (const { title } of open.slice(from))
      if (title) rewriter.addTitle(title.start, title.titleStart, { end, isQuestion: title.isQuestion })
    open = open.slice(0, from)
  }
  return {
    read(line: string, start: number, end: number) {
      const [, indent = '', colons = '', named = ''] = DIRECTIVE.exec(line) ?? []
      const name = /^[ \t]*([\w-]+)/u.exec(named)?.[1]
      const rest = named.slice(name === undefined ? 0 : named.indexOf(name) + name.length)
      if (name === undefined && rest.trim() === '') {
        close(
          Math.max(
            0,
            open.findLastIndex((each) => each.colons <= colons.length),
          ),
          start,
        )
        rewriter.fill(start + indent.length, end)
        return
      }
      const attributes = /\{[^{}]*\}\s*$/u.exec(rest)?.index ?? rest.length
      const bare = rest.slice(0, attributes).trimEnd().replace(/\]$/u, '')
      const isTitled = /[\p{L}\p{N}]/u.test(bare)
      const titleStart = end - rest.length + (/^[\s[]*/u.exec(rest)?.[0].length ?? 0)
      rewriter.fill(isTitled ? end - rest.length + bare.length : start + indent.length, end)
      const title = { start: start + indent.length, titleStart, isQuestion: name === 'details' || QUESTION.test(bare) }
      open.push({ colons: colons.length, ...(isTitled && { title }) })
    },
    end: () => close(0, rewriter.text.length),
  }
}

function rewriteCallout(rewriter: Rewriter, line: string, start: number, end: number): void {
  const [, quote = '', mark = '', rest = ''] = CALLOUT.exec(line) ?? []
  const at = start + quote.length
  const titleStart = at + mark.length + rest.length - rest.trimStart().length
  if (rest.trim() === '') rewriter.fill(at, start + line.length)
  else rewriter.addTitle(at, titleStart, { end, isQuestion: QUESTION.test(rest) })
}

/** A list item holds the indented content, so that the parser does not take it for code. */
function rewriteIndented(rewriter: Rewriter, line: string, start: number, end: number): void {
  const [, indent = '', mark = '', rest = ''] = INDENTED.exec(line) ?? []
  const at = start + indent.length
  const title = QUOTED.exec(rest)
  const lineEnd = start + line.length
  rewriter.fill(at, lineEnd)
  rewriter.write(at, '-')
  rewriter.addIndentedBlock(at)
  if (title?.[1] === undefined) {
    rewriter.write(at + 2, HIDDEN)
    return
  }
  const titleStart = lineEnd - rest.length + title.index + 1
  rewriter.write(titleStart, title[1])
  if (titleStart - at > mark.length) rewriter.addTitle(at + 2, titleStart, { end, isQuestion: QUESTION.test(title[1]) })
}
