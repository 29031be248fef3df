/** Renders an article page by page around a passage (“More context”). */
import { ComponentType } from 'discord.js'
import type { Article, Sentence } from '../../corpus/article.ts'
import type { Messages } from '../../text/messages.ts'
import { button, type Reply } from './answer-reply.ts'
import { smallLine, titleOf } from './citation-line.ts'
import { writeId } from './custom-id.ts'
import { articleFingerprint, articleKey } from './fingerprint.ts'
import { quoteLine, quotePiece } from './quote.ts'
import { ELLIPSIS, splitIntoPieces } from './truncate.ts'

/** UTF-16 units per page. Escaping at most doubles them, so that a page with its source always fits into a message. */
const PAGE_SIZE = 780
/** Cost of starting a paragraph, in the same units. */
const PARAGRAPH_COST = 4

/** Consecutive sentences of one paragraph, or a piece of a sentence that is longer than a page. */
interface Line {
  readonly paragraph: number
  readonly sentences: readonly Sentence[]
  readonly piece?: string
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
  const passagePage = pages.findIndex((lines) =>
    lines.some(({ sentences }) => sentences.some(({ end }) => end > start)),
  )
  const at = Math.min(Math.max(page ?? passagePage, 0), pages.length - 1)
  const shown = pages[at] ?? []
  const quoted = shown.map(({ sentences, piece }) => {
    const found = sentences.find((sentence) => sentence.start === start)
    const [only] = sentences
    const line =
      piece !== undefined && only
        ? quotePiece(article, only, piece, only === found)
        : quoteLine(article, sentences, found)
    return `> ${line}`
  })
  const source = smallLine(
    titleOf(article.title),
    text.paragraphs(shown[0]?.paragraph ?? 1, shown.at(-1)?.paragraph ?? 1),
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
    content: [...(isNew ? [text.changedArticle] : []), quoted.join('\n> \n'), source].join('\n'),
    components: pages.length > 1 ? [{ type: ComponentType.ActionRow, components: turns }] : [],
  }
}

function toPages(article: Article): Line[][] {
  const pages: Line[][] = []
  let page: Line[] = []
  let room = PAGE_SIZE
  const close = () => {
    if (page.length > 0) pages.push(page)
    page = []
    room = PAGE_SIZE
  }
  for (const { number: paragraph, sentences } of article.paragraphs) {
    let line: Sentence[] = []
    for (const sentence of sentences) {
      const { length } = sentence.plain
      if (length + PARAGRAPH_COST > PAGE_SIZE) {
        close()
        line = []
        for (const piece of splitIntoPieces(sentence.plain, PAGE_SIZE - ELLIPSIS.length)) {
          page.push({ paragraph, sentences: [sentence], piece })
          close()
        }
        continue
      }
      if (length + PARAGRAPH_COST > room) {
        close()
        line = []
      }
      if (line.length === 0) {
        page.push({ paragraph, sentences: line })
        room -= PARAGRAPH_COST
      }
      line.push(sentence)
      room -= length + 1
    }
  }
  close()
  return pages
}
