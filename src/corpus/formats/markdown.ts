import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { linesIn } from '../lines.ts'
import type { Block, Run, Span } from '../visible.ts'
import { align, alignCode, decodeReferences } from './align.ts'
import { intricateStretches } from './intricate.ts'
import { readPlainText } from './plain-text.ts'

/**
 * The paragraphs of a Markdown text (CommonMark with GitHub's additions): headings, paragraphs, list items, table rows,
 * and code, a run a line. Comments, tags, definitions and footnote marks are not seen. What is too intricate is read as
 * plain text.
 */
export function readMarkdown(text: string, from: number): Block[] {
  const intricate = intricateStretches(text, from)
  // What the parser should not see is blanked, not cut, so that its offsets are the file's; and so is a byte order mark (a
  // file may begin with two), which it would drop.
  let source = text.slice(0, from).replace(/[^\n\r]/g, ' ')
  for (const { start, end } of intricate) source += text.slice(source.length, start) + ' '.repeat(end - start)
  source += text.slice(source.length)
  source = source.replace(/^(\s*)\ufeff/u, '$1 ')
  // Their transforms only find more links in text, in nodes that do not know where they stand.
  const nodes = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: nodes })
  const blocks = blocksOf(root, source)
  if (intricate.length === 0) return blocks
  const plain = intricate.flatMap(({ start, end }) => readPlainText(text.slice(0, end), start))
  const startOf = ({ runs }: Block) => runs[0]?.start ?? 0
  return [...blocks, ...plain].sort((a, b) => startOf(a) - startOf(b))
}

function blocksOf(node: Nodes, text: string): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: node.depth, runs: runsOf(node, text), marks: marksOf(node) }]
    case 'paragraph':
      return [{ kind: 'prose', runs: runsOf(node, text), marks: marksOf(node) }]
    case 'tableRow':
      return [
        {
          kind: 'row',
          runs: node.children.flatMap((cell) => [...runsOf(cell, text), space(cell)]),
          marks: marksOf(node),
        },
      ]
    case 'code':
      return [{ kind: 'code', runs: linesOf(node.value, node, text) }]
    case 'html':
      return blocksBetweenTags(node, text)
    case 'listItem':
      return node.children
        .flatMap((child) => blocksOf(child, text))
        .map((block) => (block.kind === 'prose' ? { ...block, kind: 'list' } : block))
    default:
      return 'children' in node ? node.children.flatMap((child) => blocksOf(child, text)) : []
  }
}

function runsOf(node: Nodes, text: string): Run[] {
  switch (node.type) {
    case 'text':
      return align(node.value, text, span(node))
    case 'inlineCode':
      return alignCode(node.value, text, span(node))
    case 'image':
    case 'imageReference':
      return align(node.alt ?? '', text, span(node))
    case 'break':
      return [space(node)]
    case 'html':
      return isBreak(node.value) ? [space(node)] : []
    default:
      return 'children' in node ? node.children.flatMap((child) => runsOf(child, text)) : []
  }
}

/** White space that a reader sees at the end of a node. */
function space(node: Nodes): Run {
  const { end } = span(node)
  return { visible: ' ', start: end, end }
}

/** The nodes within a node that write marks around what they hold. */
function marksOf(node: Nodes): Span[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => [...(MARKED.has(child.type) ? [span(child)] : []), ...marksOf(child)])
}

const MARKED: ReadonlySet<Nodes['type']> = new Set([
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'linkReference',
  'image',
  'imageReference',
] as const)

/** The lines of code: each ends a line of the file, which has it after its indent and the `>` of a quote. */
function linesOf(value: string, node: Nodes, text: string): Run[] {
  const { start, end } = span(node)
  const written = [...linesIn(text, start, end)]
  if (/^(?:```|~~~)/u.test(text.slice(start, start + 3))) written.shift()
  return value.split(/\r\n?|\n/u).map((line, i) => {
    const { start: from, end: to } = written[i] ?? { start: end, end }
    const lineStart = Math.max(from, to - line.trimStart().length)
    return { visible: text.slice(lineStart, to), start: lineStart, end: to }
  })
}

const NOT_SEEN = /<!--[\s\S]*?(?:-->|$)|<script\b[\s\S]*?(?:<\/script>|$)|<style\b[\s\S]*?(?:<\/style>|$)|<[^<>]*>/giu

/** HTML's tags that stand within a line of text (its “phrasing content”); every other ends a paragraph. */
const WITHIN_TEXT =
  /^<\/?(?:a|abbr|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)\b/iu

/** What stands between the tags of an HTML block. */
function blocksBetweenTags(node: Nodes, text: string): Block[] {
  const { start, end } = span(node)
  const blocks: Run[][] = [[]]
  let at = start
  for (const match of text.slice(start, end).matchAll(NOT_SEEN)) {
    const opens = start + match.index
    blocks.at(-1)?.push(...decodeReferences(text, { start: at, end: opens }))
    at = opens + match[0].length
    if (isBreak(match[0])) blocks.at(-1)?.push({ visible: ' ', start: at, end: at })
    else if (!WITHIN_TEXT.test(match[0]) && !match[0].startsWith('<!--')) blocks.push([])
  }
  blocks.at(-1)?.push(...decodeReferences(text, { start: at, end }))
  return blocks.map((runs) => ({ kind: 'prose', runs }))
}

function isBreak(tag: string): boolean {
  return /^<br\b/iu.test(tag)
}

/** UTF-16 offsets of a node; the parser gives every node a position. */
function span({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
