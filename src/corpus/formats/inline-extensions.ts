// Shortcodes, templates, wiki links, highlights and attributes within the text of a line.
import type { Line } from '../text/lines.ts'
import { HIDDEN, type Rewriter } from './rewriter.ts'

const SHORTCODE = /\{\{[<%]?-?([^{}\n]{0,300}?)-?[>%]?\}\}|\{%-?([^{}\n]{0,300}?)-?%\}/gu
const HIGHLIGHT = /^([ \t]*)\{%-?[ \t]*highlight[ \t]+([\w+#-]{1,20})[^%{}]*%\}[ \t]*$/u
const END_HIGHLIGHT = /^[ \t]*\{%-?[ \t]*endhighlight[ \t]*-?%\}[ \t]*$/u
/** Obsidian: a comment, and the id of a block. */
const COMMENT = /%%[^%\n]{1,300}%%/gu
const BLOCK_ID = /[ \t]\^[\w-]{1,60}[ \t]*(?=[\r\n]|$)/gu
/** Kramdown and Pandoc: `{: .class}`, `{#id .class}`. */
const ATTRIBUTES = /\{(?::[ \t]?[^{}\n]{0,200}|[#.][\w-][^{}\n]{0,200})\}/gu
const WIKI_LINK = /(!?)\[\[([^[\]\n|\\]{1,200})(\\?\|)?([^[\]\n]{0,200})\]\](?![([])/gu
const HIGHLIGHTED = /(?<![=\w])==(?=[^\s=])[^=\n]{0,300}[^\s=]==(?![=\w])/gu
const CONTENTS = /^[ \t]*(?:\[toc\]|\[\[_?toc_?\]\]|\{:toc\}|\$\{toc\})[ \t]*$/iu

export function rewriteInlineExtensions(rewriter: Rewriter): void {
  const { text, lines } = rewriter
  for (const { start, end } of lines) {
    const line = text.slice(start, Math.min(end, start + 200))
    const [, indent = '', language] = HIGHLIGHT.exec(line) ?? []
    if (CONTENTS.test(line)) rewriter.fill(start, end)
    else if (language !== undefined) {
      rewriter.fill(start, end)
      rewriter.write(start + indent.length, `\`\`\`${language}`)
    } else if (END_HIGHLIGHT.test(line)) {
      rewriter.fill(start, end)
      rewriter.write(start + line.indexOf('{'), '```')
    }
  }
  rewriter.replace(COMMENT, ({ 0: comment, index }) => rewriter.fill(index, index + comment.length, HIDDEN))
  rewriter.replace(BLOCK_ID, ({ 0: id, index }) => rewriter.fill(index, index + id.length))
  rewriteShortcodes(rewriter)
  rewriter.replace(ATTRIBUTES, ({ 0: attributes, index }) => blank(rewriter, index, index + attributes.length))
  rewriter.replace(WIKI_LINK, ({ 0: link, 1: embeds = '', 2: page = '', 3: bar = '', 4: shown = '', index }) => {
    const end = index + link.length
    const shownStart = bar && shown ? end - 2 - shown.length : index + 2
    const shownEnd = bar && shown ? end - 2 : index + 2 + page.length
    rewriter.fill(index, embeds ? end : shownStart, HIDDEN)
    rewriter.fill(shownEnd, end, HIDDEN)
  })
  rewriter.replace(HIGHLIGHTED, ({ 0: marked, index }) => {
    rewriter.fill(index, index + 2, HIDDEN)
    rewriter.fill(index + marked.length - 2, index + marked.length, HIDDEN)
  })
}

/** Hugo, Jekyll and the like. One that stands for a word stays, without the outer braces: `{version}`. */
function rewriteShortcodes(rewriter: Rewriter): void {
  const { text, from } = rewriter
  const closed = new Set([...text.slice(from).matchAll(/[<%][ \t]*\/[ \t]*([\w.-]{1,60})/gu)].map(([, name]) => name))
  /** Whether a line, by its start, holds a word beside shortcodes. */
  const worded = new Map<number, boolean>()
  const hasWord = ({ start, end }: Line): boolean => {
    const known = worded.get(start) ?? /[\p{L}\p{N}]/u.test(text.slice(start, end).replace(SHORTCODE, ''))
    worded.set(start, known)
    return known
  }
  rewriter.replace(SHORTCODE, ({ 0: code, 1: shown, index }) => {
    const end = index + code.length
    const line = rewriter.lineAt(index)
    const name = shown?.trim().split(/\s/u)[0] ?? ''
    const near = text.slice(Math.max(line.start, index - 200), index)
    if (/\]\([^()\s]*$/u.test(near)) return rewriter.fill(index, end, 'x')
    const isWord = shown !== undefined && /^[\w.$]/u.test(name) && !closed.has(name) && hasWord(line)
    if (isWord) rewriter.addPlaceholder(index, end, `{${shown.trim()}}`)
    else blank(rewriter, index, end)
  })
}

/** Removes a stretch: a line that holds nothing else becomes blank; within a line no gap and no indent is left. */
function blank(rewriter: Rewriter, start: number, end: number): void {
  const { text } = rewriter
  const line = rewriter.lineAt(start)
  const isAlone = text.slice(line.start, start).trim() === '' && text.slice(end, line.end).trim() === ''
  rewriter.fill(start, end, isAlone || (/\s/u.test(text.charAt(start - 1)) && start > line.start) ? ' ' : HIDDEN)
}
