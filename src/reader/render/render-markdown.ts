// Renders a Markdown article as HTML elements whose sentences have ids.
import type { ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast'
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize'
import type { BlockContent, Data, DefinitionContent, ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import type { Article } from '../../corpus/article.ts'
import { isBreak } from '../../corpus/formats/html.ts'
import { createRunReader, type ParsedMarkdown, span } from '../../corpus/formats/parse-markdown.ts'
import type { Run } from '../../corpus/text/visible.ts'
import { createHeadingLevels } from './heading-levels.ts'
import type { Marked } from './marked.ts'
import { createSegmenter, type Segment } from './segments.ts'

export interface MarkdownOptions {
  readonly marked?: Marked | undefined
  /** The anchors of the article's title where that is shown above the text. */
  readonly titleAnchors: readonly string[]
  /** The address that a link leads to on the page; undefined where it leads nowhere. */
  readonly resolve: (address: string) => string | undefined
  readonly footnotes: string
}

const SCHEMA: Schema = {
  ...defaultSchema,
  // No id comes from an article.
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'mark'],
  attributes: {
    ...defaultSchema.attributes,
    p: [['className', 'label']],
    pre: ['tabIndex'],
    span: [['className', 'image']],
    table: ['tabIndex'],
  },
}

/** What may be wider than the page scrolls, which takes focus where there is no mouse. */
const SCROLLING = { tabIndex: 0 } as const

/** Renders a parsed article; its HTML is shown as the text that a reader sees of it. */
export function renderMarkdown(
  article: Article,
  text: string,
  parsed: ParsedMarkdown,
  { marked, titleAnchors, resolve, footnotes }: MarkdownOptions,
): ElementContent[] {
  const { runsOf, seenChildren, linesOf, blocksOf } = createRunReader(text, parsed)
  const segmentsOf = createSegmenter(article, marked)
  const levelOf = createHeadingLevels()
  /** The anchors of the sentences that have begun. */
  const begun = new Set<string>()

  const children = parsed.root.children.flatMap(block)
  const tree = toHast({ type: 'root', children }, { footnoteLabel: footnotes, footnoteLabelProperties: {} })
  const clean = sanitize(tree, SCHEMA)
  resolveLinks(clean, resolve)
  return contentOf(clean)

  function block(node: RootContent): (BlockContent | DefinitionContent)[] {
    switch (node.type) {
      case 'paragraph':
      case 'heading': {
        const isFirst = begun.size === 0
        const children = inline(node)
        if (isFirst && isTitle()) return []
        if (node.type === 'paragraph') return [{ ...node, children }]
        if (parsed.containers.has(span(node).start))
          return [{ type: 'paragraph', data: element('p', { className: ['label'] }), children }]
        return [{ ...node, depth: levelOf(node.depth), children }]
      }
      case 'blockquote':
      case 'footnoteDefinition':
        return [{ ...node, children: node.children.flatMap(block) }]
      case 'list': {
        const isBlock = (item: ListItem) => parsed.indentedBlocks.has(span(item).start)
        if (node.children.every(isBlock))
          return node.children.map((item) => ({ type: 'blockquote', children: item.children.flatMap(block) }))
        return [{ ...node, children: node.children.map((item) => listItem(item, node.ordered === true)) }]
      }
      case 'table':
        return [
          {
            ...node,
            data: { hProperties: SCROLLING },
            children: node.children.map((row) => ({
              ...row,
              children: row.children.map((cell) => ({ ...cell, children: inline(cell) })),
            })),
          },
        ]
      case 'code': {
        const lines = linesOf(node).flatMap((line, i) => [...(i > 0 ? [lineEnd(line)] : []), line])
        const code: PhrasingContent = { type: 'emphasis', data: element('code'), children: textNodes(lines) }
        return [{ type: 'paragraph', data: element('pre', SCROLLING), children: [code] }]
      }
      case 'html':
        return blocksOf(node).flatMap(({ level, runs }): BlockContent[] => {
          if (runs.every(({ visible }) => visible.trim() === '')) return []
          const children = textNodes(runs)
          return level === undefined
            ? [{ type: 'paragraph', children }]
            : [{ type: 'heading', depth: levelOf(level), children }]
        })
      case 'thematicBreak':
      case 'definition':
        return [node]
      default:
        return []
    }
  }

  /** Whether the sentences that have begun are those of the title. */
  function isTitle(): boolean {
    return begun.size > 0 && begun.size === titleAnchors.length && titleAnchors.every((anchor) => begun.has(anchor))
  }

  /** An item; the number of an ordered one is text, because it is quoted with the item. */
  function listItem(item: ListItem, isOrdered: boolean): ListItem {
    const { start } = span(item)
    const number = isOrdered ? /^\d{1,9}[.)]/u.exec(parsed.source.slice(start, start + 10))?.[0] : undefined
    const marks: Run[] = [
      ...(number === undefined ? [] : [{ visible: `${number} `, start, end: start + number.length }]),
      ...(typeof item.checked === 'boolean' ? [{ visible: item.checked ? '☑ ' : '☐ ', start: 0, end: 0 }] : []),
    ]
    const [first, ...rest] = item.children
    const leading = textNodes(marks)
    const opening: ListItem['children'] =
      first?.type === 'paragraph'
        ? [{ ...first, children: [...leading, ...inline(first)] }]
        : [
            ...(leading.length > 0 ? [{ type: 'paragraph' as const, children: leading }] : []),
            ...(first ? block(first) : []),
          ]
    const data = typeof item.checked === 'boolean' ? { hProperties: { className: ['task-list-item'] } } : {}
    return { ...item, data, checked: null, children: [...opening, ...rest.flatMap(block)] }
  }

  function inline(parent: Nodes & { readonly children: readonly PhrasingContent[] }): PhrasingContent[] {
    const seen = new Set<Nodes>(seenChildren(parent))
    return parent.children.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case 'text':
          return textNodes(runsOf(node))
        case 'inlineCode':
          return [{ type: 'emphasis', data: element('code'), children: textNodes(runsOf(node)) }]
        case 'image':
        case 'imageReference': {
          const children: PhrasingContent[] = seen.has(node)
            ? textNodes(runsOf(node))
            : [{ type: 'text', value: node.alt ?? '' }]
          return (node.alt ?? '') === ''
            ? []
            : [{ type: 'emphasis', data: element('span', { className: ['image'] }), children }]
        }
        case 'html':
          return isBreak(node.value) ? [{ type: 'break' }] : []
        case 'emphasis':
        case 'strong':
        case 'delete':
          return [{ ...node, children: inline(node) }]
        case 'link':
        case 'linkReference':
          return [{ ...node, children: inline(node) }]
        case 'break':
        case 'footnoteReference':
          return [node]
        default:
          return []
      }
    })
  }

  /** Text nodes of runs, with an element for each marked stretch and for the beginning of each sentence. */
  function textNodes(runs: readonly Run[]): PhrasingContent[] {
    return groupByAnchor(segmentsOf(runs)).flatMap(([first, ...more]): PhrasingContent[] => {
      const { anchor } = first
      const children = [first, ...more].map(
        ({ text, isPhrase }): PhrasingContent =>
          isPhrase ? { type: 'strong', children: [{ type: 'text', value: text }] } : { type: 'text', value: text },
      )
      if (anchor === undefined) return children
      const id = begun.has(anchor) ? {} : { id: anchor }
      begun.add(anchor)
      if (first.isMarked) return [{ type: 'emphasis', data: element('mark', id), children }]
      return 'id' in id ? [{ type: 'emphasis', data: element('span', id), children }] : children
    })
  }
}

function element(hName: string, hProperties: Data['hProperties'] = {}): Data {
  return { hName, hProperties }
}

/** A line end in the file that precedes a line of code. */
function lineEnd({ start }: Run): Run {
  return { visible: '\n', start: start - 1, end: start }
}

function groupByAnchor(segments: readonly Segment[]): (readonly [Segment, ...Segment[]])[] {
  const groups: [Segment, ...Segment[]][] = []
  for (const segment of segments) {
    const last = groups.at(-1)
    if (last && last[0].anchor === segment.anchor) last.push(segment)
    else groups.push([segment])
  }
  return groups
}

/** Points links to where they lead, and makes text of those that lead nowhere. */
function resolveLinks(node: HastNodes, resolve: MarkdownOptions['resolve']): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'a') {
      const { href } = child.properties
      const isFootnote =
        child.properties.dataFootnoteRef !== undefined || child.properties.dataFootnoteBackref !== undefined
      if (!isFootnote) {
        const address = typeof href === 'string' ? resolve(href) : undefined
        if (address === undefined) {
          child.tagName = 'span'
          child.properties = {}
        } else child.properties = { href: address }
      }
    }
    resolveLinks(child, resolve)
  }
}

function contentOf(node: HastNodes): ElementContent[] {
  const children: HastRoot['children'] = node.type === 'root' ? node.children : []
  return children.flatMap((child) => (child.type === 'doctype' ? [] : [child]))
}
