import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Block, Run } from '../visible.ts'
import { align } from './align.ts'

/**
 * The paragraphs of a Markdown text (CommonMark with GitHub's additions): headings, paragraphs, list items, table rows,
 * and code, a run a line. Comments, tags, definitions and footnote marks are not seen.
 */
export function readMarkdown(text: string, from: number): Block[] {
  // What stands before `from` is blanked, not cut, so that the parser's offsets are the file's.
  const source = text.slice(0, from).replace(/[^\n\r]/gu, ' ') + text.slice(from)
  const root = fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return blocksOf(root, text)
}

function blocksOf(node: Nodes, text: string): Block[] {
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', runs: runsOf(node, text) }]
    case 'paragraph':
      return [{ kind: 'text', runs: runsOf(node, text) }]
    case 'tableRow':
      return [{ kind: 'text', runs: node.children.flatMap((cell) => [...runsOf(cell, text), space(cell)]) }]
    case 'code':
      return [{ kind: 'code', runs: linesOf(node.value, node, text) }]
    case 'html':
      return [{ kind: 'text', runs: textBetweenTags(node, text) }]
    default:
      return 'children' in node ? node.children.flatMap((child) => blocksOf(child, text)) : []
  }
}

function runsOf(node: Nodes, text: string): Run[] {
  const { start, end } = span(node)
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return align(node.value, text, start, end)
    case 'image':
    case 'imageReference':
      return align(node.alt ?? '', text, start, end)
    case 'break':
      return [space(node)]
    case 'html':
      return /^<br\b/iu.test(node.value) ? [space(node)] : []
    default:
      return 'children' in node ? node.children.flatMap((child) => runsOf(child, text)) : []
  }
}

/** White space that a reader sees at the end of a node. */
function space(node: Nodes): Run {
  const { end } = span(node)
  return { visible: ' ', start: end, end }
}

function linesOf(value: string, node: Nodes, text: string): Run[] {
  const { start, end } = span(node)
  let at = start
  return value.split('\n').map((line) => {
    const found = text.indexOf(line, at)
    if (found < 0 || found + line.length > end) return { visible: line, start, end }
    at = found + line.length
    return { visible: line, start: found, end: at }
  })
}

function textBetweenTags(node: Nodes, text: string): Run[] {
  const { start, end } = span(node)
  const tag = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1>|$)|<[^>]*>/giu
  const runs: Run[] = []
  let at = start
  for (const match of text.slice(start, end).matchAll(tag)) {
    const opens = start + match.index
    runs.push({ visible: text.slice(at, opens), start: at, end: opens }, { visible: ' ', start: opens, end: opens })
    at = opens + match[0].length
  }
  return [...runs, { visible: text.slice(at, end), start: at, end }]
}

/** UTF-16 offsets of a node; the parser gives every node a position. */
function span({ position }: Nodes): { start: number; end: number } {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
