// Reads Markdown: CommonMark with GitHub's additions and the dialects of other tools.
import type { Nodes, Table, TableCell } from 'mdast'
import type { Block, ListPosition, Mark, Part } from '../text/visible.ts'
import { createRunReader, type ParsedMarkdown, parseMarkdown, space, span } from './parse-markdown.ts'
import { readPlainText } from './plain-text.ts'

/** The level of titles of containers: below every heading. */
const CONTAINER_LEVEL = 7

/** What is too intricate to parse in reasonable time is read as plain text. */
export function readMarkdown(text: string, from: number): Block[] {
  const parsed = parseMarkdown(text, from)
  const { intricate, root } = parsed
  const blocks = createBlockReader(text, parsed)(root)
  if (intricate.length === 0) return blocks
  const plain = intricate.flatMap(({ start, end }) => readPlainText(text.slice(0, end), start))
  const startOf = ({ runs }: Block) => runs[0]?.start ?? 0
  return [...blocks, ...plain].sort((a, b) => startOf(a) - startOf(b))
}

function createBlockReader(text: string, parsed: ParsedMarkdown) {
  const { source, containers, indentedBlocks } = parsed
  const { runsOf, linesOf, blocksOf: htmlBlocksOf } = createRunReader(text, parsed)
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
        const codeLanguage = /^[\w+#.-]+/u.exec(node.lang ?? '')?.[0]
        return [{ kind: 'code', ...(codeLanguage && { codeLanguage }), runs: linesOf(node) }]
      }
      case 'html':
        return htmlBlocksOf(node).map(({ level, runs }) => ({
          ...(level === undefined ? { kind: 'prose' } : { kind: 'heading', level }),
          runs,
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
