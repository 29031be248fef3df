// Reads Markdown: CommonMark with GitHub's additions and the dialects of other tools.
import type { Nodes, Table, TableCell } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Block, ListPosition, Mark, Part, Run, Span } from '../text/visible.ts'
import { rewriteAdmonitions } from './admonitions.ts'
import { align, alignCode } from './align.ts'
import { codeLines } from './code-lines.ts'
import { rewriteComponents } from './components.ts'
import { blocksBetweenTags, isBreak } from './html.ts'
import { rewriteInlineExtensions } from './inline-extensions.ts'
import { intricateStretches } from './markdown-limits.ts'
import { readPlainText } from './plain-text.ts'
import { createRewriter, HIDDEN, PLACEHOLDER, type Rewritten } from './rewriter.ts'

/** Made once, not for every file. */
const PARSING: Options = {
  extensions: [gfm()],
  // Their transforms only find more links in text, in nodes that do not know where they stand.
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
}

/** The level of titles of containers: below every heading. */
const CONTAINER_LEVEL = 7
/** An image beside text shows its description only where that stands for a word or two. */
const ICON_WORDS = 3

/** What is too intricate to parse in reasonable time is read as plain text. */
export function readMarkdown(text: string, from: number): Block[] {
  const rewriter = createRewriter(text, from)
  rewriteInlineExtensions(rewriter)
  rewriteComponents(rewriter)
  rewriteAdmonitions(rewriter)
  const rewritten = rewriter.finish()
  const intricate = intricateStretches(rewritten.source, from)
  // What the parser should not see is blanked, not cut, so that its offsets are the file's; and so is a byte order mark (a
  // file may begin with two), which it would drop.
  let source = rewritten.source.slice(0, from).replace(/[^\n\r]/g, ' ')
  for (const { start, end } of intricate)
    source += rewritten.source.slice(source.length, start) + ' '.repeat(end - start)
  source += rewritten.source.slice(source.length)
  source = source.replace(/^(\s*)\ufeff/u, '$1 ')
  const root = fromMarkdown(source, PARSING)
  const blocks = createBlockReader(text, { ...rewritten, source })(root)
  if (intricate.length === 0) return blocks
  const plain = intricate.flatMap(({ start, end }) => readPlainText(text.slice(0, end), start))
  const startOf = ({ runs }: Block) => runs[0]?.start ?? 0
  return [...blocks, ...plain].sort((a, b) => startOf(a) - startOf(b))
}

function createBlockReader(text: string, { source, containers, indentedBlocks, placeholders }: Rewritten) {
  let lists = 0
  return blocksOf

  function blocksOf(node: Nodes, list?: ListPosition): Block[] {
    switch (node.type) {
      case 'heading': {
        const container = containers.get(span(node).start)
        if (!container) return [{ kind: 'heading', level: node.depth, ...partOf(node) }]
        const { isQuestion, end } = container
        return [{ kind: isQuestion ? 'question' : 'heading', level: CONTAINER_LEVEL, until: end, ...partOf(node) }]
      }
      case 'paragraph':
        return [{ kind: 'prose', ...(list && { list }), ...partOf(node) }]
      case 'list': {
        const position = {
          list: list?.list ?? ++lists,
          depth: list ? list.depth + 1 : 0,
          isOrdered: node.ordered === true,
        }
        return node.children.flatMap((item) =>
          indentedBlocks.has(span(item).start)
            ? item.children.flatMap((child) => blocksOf(child))
            : item.children.flatMap((child, i) => itemBlocks(child, position, i === 0 ? span(item).start : undefined)),
        )
      }
      case 'table':
        return rowsOf(node)
      case 'code': {
        const isFenced = /^(?:```|~~~)/u.test(source.slice(span(node).start, span(node).start + 3))
        const codeLanguage = /^[\w+#.-]+/u.exec(node.lang ?? '')?.[0]
        return [
          {
            kind: 'code',
            ...(codeLanguage && { codeLanguage }),
            runs: codeLines(node.value, span(node), text, isFenced),
          },
        ]
      }
      case 'html':
        return blocksBetweenTags(span(node), source).map(({ level, runs }) => ({
          ...(level === undefined ? { kind: 'prose' } : { kind: 'heading', level }),
          runs: visibleRuns(runs),
        }))
      default:
        return 'children' in node ? node.children.flatMap((child) => blocksOf(child, list)) : []
    }
  }

  /** Blocks of an item; the first paragraph is the item, with its number where it has one. */
  function itemBlocks(node: Nodes, list: ListPosition, itemStart: number | undefined): Block[] {
    if (node.type !== 'paragraph' || itemStart === undefined) return blocksOf(node, list)
    const number = list.isOrdered ? /^\d{1,9}[.)]/u.exec(source.slice(itemStart, itemStart + 10))?.[0] : undefined
    const { runs, marks } = partOf(node)
    const marker = number ? [{ visible: `${number} `, start: itemStart, end: itemStart + number.length }] : []
    return [{ kind: 'item', list, runs: [...marker, ...runs], marks }]
  }

  function rowsOf({ children: [head, ...rows] }: Table): Block[] {
    const headers = head?.children.map(partOf) ?? []
    const joined = (cells: readonly TableCell[]) => cells.flatMap((cell) => [...runsOf(cell), space(cell)])
    const header: Block[] = head ? [{ kind: 'row', runs: joined(head.children), marks: marksOf(head) }] : []
    return [
      ...header,
      ...rows.map((row): Block => {
        const cells = row.children.map((cell, i) => ({ header: headers[i] ?? { runs: [] }, cell: partOf(cell) }))
        return { kind: 'row', cells, runs: joined(row.children), marks: marksOf(row) }
      }),
    ]
  }

  function partOf(node: Nodes): Required<Part> {
    return { runs: runsOf(node), marks: marksOf(node) }
  }

  function runsOf(node: Nodes): Run[] {
    switch (node.type) {
      case 'text':
        return visibleRuns(align(node.value, source, span(node)))
      case 'inlineCode':
        return alignCode(node.value, source, span(node))
      case 'image':
      case 'imageReference':
        return visibleRuns(align(node.alt ?? '', source, span(node)))
      case 'break':
        return [space(node)]
      case 'html':
        return isBreak(node.value) ? [space(node)] : []
      default: {
        if (!('children' in node)) return []
        const children: readonly Nodes[] = node.children
        const isImageOnly = children.every(isImageOrSpace)
        return children.flatMap((child) => (isImageOnly || isIcon(child) ? runsOf(child) : []))
      }
    }
  }

  /** Runs without what is hidden, and with placeholders in the place of components. */
  function visibleRuns(runs: readonly Run[]): Run[] {
    return runs.flatMap((run) => {
      if (!run.visible.includes(HIDDEN) && !run.visible.includes(PLACEHOLDER)) return [run]
      return [...run.visible.matchAll(PARTS)].flatMap(({ 0: part, index }) => {
        const [start, end] = [run.start + index, run.start + index + part.length]
        if (part.startsWith(HIDDEN)) return []
        if (!part.startsWith(PLACEHOLDER)) return [{ visible: part, start, end }]
        const starts = Array.from(part, (_, i) => start + i).filter((offset) => placeholders.has(offset))
        return starts.map((offset, i) => ({
          visible: placeholders.get(offset) ?? '',
          start: offset,
          end: starts[i + 1] ?? end,
        }))
      })
    })
  }
}

/** Stretches of `HIDDEN`, of `PLACEHOLDER`, and of what a reader sees. */
const PARTS = /\ue000+|\ue001+|[^\ue000\ue001]+/gu

function isImage({ type }: Nodes): boolean {
  return type === 'image' || type === 'imageReference'
}

function isImageOrSpace(node: Nodes): boolean {
  if (isImage(node) || node.type === 'break' || (node.type === 'text' && node.value.trim() === '')) return true
  return (node.type === 'link' || node.type === 'linkReference') && node.children.every(isImageOrSpace)
}

/** Whether a node is no image, or one that is described in a few words. */
function isIcon(node: Nodes): boolean {
  return !isImage(node) || !('alt' in node) || (node.alt ?? '').split(/\s+/u).length <= ICON_WORDS
}

/** A line end that a reader sees at the end of a node. */
function space(node: Nodes): Run {
  const { end } = span(node)
  return { visible: '\n', start: end, end }
}

/** The nodes within a node that write marks around what they hold. */
function marksOf(node: Nodes): Mark[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child: Nodes) => {
    const type = MARK_TYPES[child.type]
    return [...(type ? [{ ...span(child), type }] : []), ...marksOf(child)]
  })
}

const MARK_TYPES: Readonly<Partial<Record<Nodes['type'], Mark['type']>>> = {
  emphasis: 'other',
  strong: 'strong',
  delete: 'other',
  inlineCode: 'other',
  link: 'link',
  linkReference: 'link',
  image: 'image',
  imageReference: 'image',
}

/** UTF-16 offsets of a node; the parser gives every node a position. */
function span({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
