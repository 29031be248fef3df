/** Renders an article page by page around a passage (“More context”). */
import { ComponentType } from 'discord.js'
import { listMarker } from '../../answer/list-marker.ts'
import type { Article, Paragraph, Sentence, SentenceAccess } from '../../corpus/article.ts'
import { openSentences } from '../../corpus/sentence-access.ts'
import type { Messages } from '../../text/messages.ts'
import { button, type Reply } from './answer-reply.ts'
import { smallLine, titleOf } from './citation-line.ts'
import { writeId } from './custom-id.ts'
import { articleFingerprint, articleKey } from './fingerprint.ts'
import { limits } from './limits.ts'
import { escapeMarkdown } from './markdown/escape.ts'
import { QUOTE, quoteLine, quotePiece, speakerLabel, verify } from './markdown/quote.ts'
import { codeBlock, listLines, ownLines, rowLine } from './markdown/structure.ts'
import { ELLIPSIS, splitIntoPieces, splitLines } from './markdown/truncate.ts'

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
  const sentences = openSentences(article)
  const pages = pagesOf(article, sentences)
  const at = Math.min(Math.max(page ?? pageAt(pages, sentences, start), 0), pages.length - 1)
  const shown = blocksOn(at, pages, sentences)
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

/** Where a page begins: the number of its first sentence, and of its part where the sentence is longer than a page. */
interface PageStart {
  readonly sentence: number
  readonly part?: number
}

/** Of articles whose pages have been turned; finding all pages of 25 MB takes a while. */
const knownPages = new WeakMap<Article, readonly PageStart[]>()

function pagesOf(article: Article, sentences: SentenceAccess): readonly PageStart[] {
  const known = knownPages.get(article)
  if (known) return known
  const starts: PageStart[] = []
  let room = 0
  for (let sentence = 0; sentence < sentences.ends.length; sentence++) {
    const cost = sentences.lengthAt(sentence) + LINE_COST * sentences.piecesAt(sentence)
    if (cost > PAGE_SIZE) {
      for (const part of partsAt(sentence, sentences).keys()) starts.push({ sentence, part })
      room = 0
    } else if (cost > room) {
      starts.push({ sentence })
      room = PAGE_SIZE - cost
    } else room -= cost
  }
  knownPages.set(article, starts)
  return starts
}

/** The page that shows the sentence at an offset of the text, or the first part of it. */
function pageAt(pages: readonly PageStart[], { ends }: SentenceAccess, offset: number): number {
  const sentence = ends.findIndex((end) => end > offset)
  const page = pages.findIndex((start) => start.sentence >= sentence)
  if (sentence < 0) return 0
  return pages[page]?.sentence === sentence ? page : (page < 0 ? pages.length : page) - 1
}

function blocksOn(page: number, pages: readonly PageStart[], sentences: SentenceAccess): Block[] {
  const start = pages[page]
  if (!start) return []
  if (start.part !== undefined) {
    const part = partsAt(start.sentence, sentences)[start.part]
    const [paragraph] = sentences.excerpt(start.sentence, start.sentence + 1)
    return paragraph && part !== undefined ? [{ paragraph, sentences: paragraph.sentences, part }] : []
  }
  const end = pages[page + 1]?.sentence ?? sentences.ends.length
  return sentences.excerpt(start.sentence, end).map((paragraph) => ({ paragraph, sentences: paragraph.sentences }))
}

/** What each page shows of a sentence that is longer than one. */
function partsAt(sentence: number, sentences: SentenceAccess): string[] {
  const [long] = sentences.excerpt(sentence, sentence + 1).flatMap((paragraph) => paragraph.sentences)
  return long ? partsOf(long) : []
}

/** Code and lists are cut between lines, everything else between words. */
function partsOf(sentence: Sentence): string[] {
  const { kind, plain } = sentence
  if (kind === 'code' || kind === 'list') return splitLines(ownLines(sentence), PAGE_SIZE / 2)
  return splitIntoPieces(plain, PAGE_SIZE - ELLIPSIS.length)
}
