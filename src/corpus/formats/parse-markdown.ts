// Parses Markdown, and tells what a reader sees of each node and where that stands in the file.
import type { Nodes, Root } from 'mdast'
import { fromMarkdown, type Options } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Run, Span } from '../text/visible.ts'
import { rewriteAdmonitions } from './admonitions.ts'
import { align, alignCode } from './align.ts'
import { codeLines } from './code-lines.ts'
import { rewriteComponents } from './components.ts'
import { blocksBetweenTags, isBreak, type TaggedBlock } from './html.ts'
import { rewriteInlineExtensions } from './inline-extensions.ts'
import { intricateStretches } from './markdown-limits.ts'
import { createRewriter, HIDDEN, PLACEHOLDER, type Rewritten } from './rewriter.ts'

/** Made once, not for every file. */
const PARSING: Options = {
  extensions: [gfm()],
  // Their transforms only find more links in text, in nodes that do not know where they stand.
  mdastExtensions: gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] })),
}

/** An image beside text shows its description only where that stands for a word or two. */
const ICON_WORDS = 3

/** A parsed text. Offsets of nodes are those of the file; stretches that are too intricate to parse are blanked. */
export interface ParsedMarkdown extends Rewritten {
  readonly root: Root
  readonly intricate: readonly Span[]
}

/** Parses a text from an offset on. */
export function parseMarkdown(text: string, from: number): ParsedMarkdown {
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
  return { ...rewritten, source, intricate, root: fromMarkdown(source, PARSING) }
}

export interface RunReader {
  /** What is seen of a node, in order: text, code within a line, descriptions of images, line ends. */
  runsOf(node: Nodes): Run[]
  /** The children of a node whose runs are those of the node. */
  seenChildren(node: Nodes): readonly Nodes[]
  /** The lines of a code block. */
  linesOf(node: Extract<Nodes, { type: 'code' }>): Run[]
  /** The paragraphs and headings between the tags of a block of HTML. */
  blocksOf(node: Extract<Nodes, { type: 'html' }>): TaggedBlock[]
}

/** Reads the runs of a parsed text. */
export function createRunReader(text: string, { source, placeholders }: ParsedMarkdown): RunReader {
  return {
    runsOf,
    seenChildren,
    linesOf(node) {
      const { start } = span(node)
      return codeLines(node.value, span(node), text, /^(?:```|~~~)/u.test(source.slice(start, start + 3)))
    },
    blocksOf: (node) =>
      blocksBetweenTags(span(node), source).map((block) => ({ ...block, runs: visibleRuns(block.runs) })),
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
      default:
        return seenChildren(node).flatMap(runsOf)
    }
  }

  function seenChildren(node: Nodes): readonly Nodes[] {
    if (!('children' in node)) return []
    const children: readonly Nodes[] = node.children
    return children.every(isImageOrSpace) ? children : children.filter(isIcon)
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
export function space(node: Nodes): Run {
  const { end } = span(node)
  return { visible: '\n', start: end, end }
}

/** UTF-16 offsets of a node; the parser gives every node a position. */
export function span({ position }: Nodes): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 }
}
