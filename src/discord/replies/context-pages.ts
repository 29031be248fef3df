/** Renders an article page by page around a passage (“More context”). */
import { ComponentType } from 'discord.js'
import { listMarker } from '../../answer/list-marker.ts'
import type { Article, Paragraph, Sentence } from '../../corpus/article.ts'
import type { Messages } from '../../text/messages.ts'
import { button, type Reply } from './answer-reply.ts'
import { smallLine, titleOf } from './citation-line.ts'
import { writeId } from './custom-id.ts'
import { escapeMarkdown } from './escape.ts'
import { articleFingerprint, articleKey } from './fingerprint.ts'
import { limits } from './limits.ts'
import { QUOTE, quoteLine, quotePiece, speakerLabel, verify } from './quote.ts'
import { codeBlock, listLines, ownLines, rowLine } from './structure.ts'
import { ELLIPSIS, splitIntoPieces, splitLines } from './truncate.ts'

/** UTF-16 units per page. Escaping at most doubles them, so that a page with its source always fits into a message. */
const PAGE_SIZE = 780
/** Cost of starting a line, in the same units: its prefix, markers, and fences. */
const LINE_COST = 6

/** What a page shows of one paragraph: consecutive sentences, or a part of one that is longer than a page. */
interface Block {
  readonly paragraph: Paragraph
  readonly sentences: readonly Sentence[]
  readonly part?: string
}

/** Where in an article a reader is. */
export interface ContextPosition {
  /** Start offset of the passage. */
  readonly start: number
  /** 0-based; the page of the passage when absent. */
  readonly page?: number
  /** Whether the article has changed since the last page was shown. */
  readonly isNew?: boolean
}

/**
 * A page of an article with the passage in bold, and buttons to the neighbouring pages.
 * @throws FalseQuote
 */
export function contextReply(article: Article, text: Messages, { start, page, isNew = false }: ContextPosition): Reply {
  const pages = toPages(article)
  const passagePage = pages.findIndex((blocks) =>
    blocks.some(({ sentences }) => sentences.some(({ end }) => end > start)),
  )
  const at = Math.min(Math.max(page ?? passagePage, 0), pages.length - 1)
  const shown = pages[at] ?? []
  const source = smallLine(
    titleOf(article.title),
    text.paragraphs(shown[0]?.paragraph.number ?? 1, shown.at(-1)?.paragraph.number ?? 1),
    pages.length > 1 ? text.page(at + 1, pages.length) : '',
  )
  const turn = (label: string, to: number) =>
    button(
      label,
      writeId('page', articleKey(article.id), articleFingerprint(article), start, to),
      pages[to] === undefined,
    )
  const turns = [turn(text.buttons.earlier, at - 1), turn(text.buttons.later, at + 1)]
  return {
    content: [...(isNew ? [text.changedArticle] : []), joinBlocks(article, shown, start), source].join('\n'),
    components: pages.length > 1 ? [{ type: ComponentType.ActionRow, components: turns }] : [],
  }
}

/** Blocks with an empty line between paragraphs; rows, items and a list's lead-in stay together. */
function joinBlocks(article: Article, blocks: readonly Block[], start: number): string {
  return blocks
    .map((block, i) => {
      const previous = blocks[i - 1]
      const separator = previous === undefined ? '' : isTogether(previous, block) ? '\n' : `\n${QUOTE}\n`
      return separator + renderBlock(article, block, start)
    })
    .join('')
}

function isTogether({ paragraph: previous }: Block, { paragraph: next }: Block): boolean {
  if (previous.number === next.number || next.kind === 'code' || previous.kind === 'code') return true
  return previous.kind === next.kind ? next.kind === 'row' || next.kind === 'list' : previous.kind === 'lead-in'
}

/** @throws FalseQuote */
function renderBlock(article: Article, { paragraph, sentences, part }: Block, start: number): string {
  const { kind, speaker } = paragraph
  for (const sentence of sentences) verify(article, sentence)
  const [first] = sentences
  const found = sentences.find((sentence) => sentence.start === start)
  const shown = part ?? sentences.map(({ plain }) => plain).join('\n')
  const quoted = (lines: readonly string[]) => lines.map((line) => QUOTE + line).join('\n')
  switch (kind) {
    case 'heading':
    case 'question':
      return `${QUOTE}### ${escapeMarkdown(shown)}`
    case 'code':
      return codeBlock(part ?? sentences.map(ownLines).join('\n\n'), first?.codeLanguage, limits.content)
    case 'row':
      return quoted(part === undefined ? sentences.map(rowLine) : [escapeMarkdown(part)])
    case 'list':
      return quoted(
        part === undefined
          ? sentences.flatMap((sentence) => itemLines(article, sentence, sentence === found))
          : part.split('\n').map(escapeMarkdown),
      )
    default: {
      const label = first?.number === 1 && (part === undefined || first.plain.startsWith(part)) ? speaker : undefined
      const line =
        part !== undefined && first
          ? quotePiece(article, first, part, first === found)
          : quoteLine(article, sentences, found)
      return QUOTE + (first ? speakerLabel(label, first) : '') + line
    }
  }
}

/** The items of a list; its lead-in is a paragraph of its own where it is only context. */
function itemLines(article: Article, sentence: Sentence, isFound: boolean): string[] {
  if (!sentence.pieces) {
    const marker = listMarker(article, sentence.start)
    return [(marker === undefined ? '' : `${marker} `) + quoteLine(article, [sentence], isFound ? sentence : undefined)]
  }
  const items = sentence.pieces.filter(({ isContext }) => !isContext)
  return listLines(article, { ...sentence, pieces: items }, isFound ? [0, sentence.plain.length] : [0, 0])
}

function toPages(article: Article): Block[][] {
  const pages: Block[][] = []
  let page: Block[] = []
  let room = PAGE_SIZE
  const close = () => {
    if (page.length > 0) pages.push(page)
    page = []
    room = PAGE_SIZE
  }
  for (const paragraph of article.paragraphs) {
    let line: Sentence[] | undefined
    for (const sentence of paragraph.sentences) {
      const cost = sentence.plain.length + LINE_COST * (sentence.pieces?.length ?? 1)
      if (cost > PAGE_SIZE) {
        close()
        line = undefined
        for (const part of partsOf(sentence)) {
          page.push({ paragraph, sentences: [sentence], part })
          close()
        }
        continue
      }
      if (cost > room) {
        close()
        line = undefined
      }
      if (line === undefined) {
        line = []
        page.push({ paragraph, sentences: line })
      }
      line.push(sentence)
      room -= cost
    }
  }
  close()
  return pages
}

/** Code and lists are cut between lines, everything else between words. */
function partsOf(sentence: Sentence): string[] {
  const { kind, plain } = sentence
  if (kind === 'code' || kind === 'list') return splitLines(ownLines(sentence), PAGE_SIZE / 2)
  return splitIntoPieces(plain, PAGE_SIZE - ELLIPSIS.length)
}
