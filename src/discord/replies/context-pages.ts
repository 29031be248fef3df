import { ComponentType } from 'discord.js'
import type { Article, Sentence } from '../../corpus/article.ts'
import type { Messages } from '../../text/messages.ts'
import { button, type Reply } from './answer-reply.ts'
import { smallLine, titleOf } from './citation-line.ts'
import { writeId } from './custom-id.ts'
import { articleFingerprint, articleKey } from './fingerprint.ts'
import { quoteLine, quotePiece } from './quote.ts'
import { ELLIPSIS, splitIntoPieces } from './truncate.ts'

/**
 * UTF-16 units of an article on a page. Escaping at most doubles them, so that a page and its source always have room in
 * a message.
 */
const PAGE = 780
/** What beginning a paragraph costs of that. */
const NEW_PARAGRAPH = 4

/** A line of a page: sentences of one paragraph, or a piece of one that is longer than a page. */
interface Line {
  readonly paragraph: number
  readonly sentences: readonly Sentence[]
  readonly piece?: string
}

/** Where in an article a reader is: the offset of the sentence that was found, and the page, or that sentence's page. */
export interface ContextPosition {
  readonly start: number
  readonly page?: number
  /** Whether the article has changed since the page before was shown. */
  readonly isNew?: boolean
}

/**
 * A page of an article, the sentence that was found in bold, with buttons to the pages before and after it.
 * @throws FalseQuote
 */
export function contextReply(article: Article, text: Messages, { start, page, isNew = false }: ContextPosition): Reply {
  const pages = toPages(article)
  const home = pages.findIndex((lines) => lines.some(({ sentences }) => sentences.some(({ end }) => end > start)))
  const at = Math.min(Math.max(page ?? home, 0), pages.length - 1)
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
  let room = PAGE
  const close = () => {
    if (page.length > 0) pages.push(page)
    page = []
    room = PAGE
  }
  for (const { number: paragraph, sentences } of article.paragraphs) {
    let line: Sentence[] = []
    for (const sentence of sentences) {
      const { length } = sentence.plain
      if (length + NEW_PARAGRAPH > PAGE) {
        close()
        line = []
        for (const piece of splitIntoPieces(sentence.plain, PAGE - ELLIPSIS.length)) {
          page.push({ paragraph, sentences: [sentence], piece })
          close()
        }
        continue
      }
      if (length + NEW_PARAGRAPH > room) {
        close()
        line = []
      }
      if (line.length === 0) {
        page.push({ paragraph, sentences: line })
        room -= NEW_PARAGRAPH
      }
      line.push(sentence)
      room -= length + 1
    }
  }
  close()
  return pages
}
