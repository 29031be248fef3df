// HTML of a document's body → Markdown.
import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import type { Nodes, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { checkNesting } from './nesting.ts'

/** Without images, scripts and forms: nothing of them can be quoted. */
export function htmlToMarkdown(html: string): string {
  checkNesting(html, { xml: false })
  const tree = toMdast(fromHtml(html, { fragment: true }), {
    handlers: Object.fromEntries(DROPPED.map((name) => [name, () => undefined])),
  })
  return blocksToMarkdown('children' in tree ? tree.children.flatMap(tidy) : [tree].flatMap(tidy))
}

/** The Markdown (CommonMark with GitHub's tables) of blocks. */
export function blocksToMarkdown(children: readonly Nodes[]): string {
  const blocks = children.filter((node): node is RootContent => node.type !== 'root')
  return toMarkdown(
    { type: 'root', children: blocks },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      bullet: '-',
      emphasis: '*',
      rule: '-',
      resourceLink: true,
    },
  )
}

const DROPPED = [
  'img',
  'picture',
  'figure-img',
  'svg',
  'math',
  'iframe',
  'video',
  'audio',
  'object',
  'embed',
  'canvas',
  'script',
  'style',
  'noscript',
  'template',
  'form',
  'input',
  'button',
  'select',
  'textarea',
]

/** Drops what is empty once images are gone, and links within the page, which lead nowhere from a file. */
function tidy(node: Nodes): Nodes[] {
  if (!('children' in node)) return node.type === 'html' ? [] : [node]
  const children = node.children.flatMap((child) => tidy(child))
  const isEmpty = children.length === 0 && node.type !== 'tableCell'
  if (isEmpty) return []
  if (node.type === 'link' && /^(?:#|javascript:|data:|about:)/iu.test(node.url)) return children
  return [withChildren(node, children)]
}

/** Children of `tidy` are of the kinds that were there before. */
function withChildren(node: Nodes, children: readonly Nodes[]): Nodes {
  return Object.assign(Object.create(null), node, { children })
}
