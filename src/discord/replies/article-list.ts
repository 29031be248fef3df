/** Renders the list of articles, and the opening of one. */
import { type APIActionRowComponent, type APIComponentInMessageActionRow, ComponentType } from 'discord.js'
import { type Article, isCandidate, type Paragraph } from '../../corpus/article.ts'
import type { Messages } from '../../text/messages.ts'
import { button, type Reply } from './answer-reply.ts'
import { dayOf, linkedTitle, listedTitle, smallLine } from './citation-line.ts'
import { writeId } from './custom-id.ts'
import { articleKey } from './fingerprint.ts'
import { limits } from './limits.ts'
import { escapeInLine } from './markdown/escape.ts'
import { quoteLine, quotePiece } from './markdown/quote.ts'
import { lengthOf, takeStart, truncate } from './markdown/truncate.ts'

/** Articles per page: as many as fit into a message with the longest titles. */
const PAGE_SIZE = 6
/** Code points. */
const MAX_SECTION = 40
const MAX_OPENING = 500

/**
 * A page of the list of articles, with a menu to choose one and buttons to other pages.
 * @param page 0-based; clamped to the pages there are
 * @param notesOn what else is said of an article
 */
export function articleListReply(
  articles: readonly Article[],
  text: Messages,
  page: number,
  notesOn: (article: Article) => readonly string[] = () => [],
): Reply {
  const pages = Math.ceil(articles.length / PAGE_SIZE)
  const at = Math.max(0, Math.min(page, pages - 1))
  const shown = articles.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE)
  const turn = (label: string, to: number) => button(label, writeId('list', to), to < 0 || to >= pages)
  const rows: APIActionRowComponent<APIComponentInMessageActionRow>[] = [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: writeId('open'),
          placeholder: text.articles.choose,
          options: shown.map(({ id, title }) => ({ label: truncate(title, limits.selectText), value: articleKey(id) })),
        },
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [turn(text.buttons.previous, at - 1), turn(text.buttons.next, at + 1)],
    },
  ]
  return {
    content: [
      text.articles.title(articles.length),
      ...shown.map((article) => entry(article, text, notesOn(article))),
      ...(pages > 1 ? [smallLine(text.page(at + 1, pages))] : []),
    ].join('\n'),
    // A menu needs a choice, and there may be no article for this server.
    components: pages > 1 ? rows : rows.slice(0, pages),
  }
}

function entry(article: Article, text: Messages, notes: readonly string[]): string {
  return `${listedTitle(article)}\n${facts(article, text, notes)}`
}

function facts({ date, section, sentenceCount }: Article, text: Messages, notes: readonly string[] = []): string {
  return smallLine(
    date === undefined ? '' : dayOf(date, text),
    section === undefined ? '' : truncate(section, MAX_SECTION, escapeInLine),
    text.sentences(sentenceCount),
    ...notes,
  )
}

/**
 * The opening of an article, with buttons for questions it can answer.
 * @throws FalseQuote
 */
export function openingReply(article: Article, questions: readonly string[], text: Messages): Reply {
  const buttons = questions.map((question, i) => button(question, writeId('try', articleKey(article.id), i)))
  return {
    content: [
      `**${linkedTitle(article)}**`,
      `> ${opening(article)}`,
      facts(article, text),
      ...(buttons.length > 0 ? [text.articles.asks] : []),
    ].join('\n'),
    components: buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [],
  }
}

/** The first paragraph that can answer and is not the title, or else the first. */
function openingParagraph({ paragraphs, title }: Article): Pick<Paragraph, 'sentences'> {
  let first: Paragraph | undefined
  for (const paragraph of paragraphs) {
    first ??= paragraph
    const isTitle = paragraph.sentences.map(({ plain }) => plain).join(' ') === title
    if (isCandidate(paragraph.kind) && !isTitle) return paragraph
  }
  return first ?? { sentences: [] }
}

/** The first sentences of the first paragraph that is not the title, as many as fit. */
function opening(article: Article): string {
  const { sentences } = openingParagraph(article)
  const [first] = sentences
  if (!first) return ''
  if (lengthOf(first.plain) > MAX_OPENING) {
    return quotePiece(article, first, takeStart(first.plain, MAX_OPENING, (same) => same).trimEnd(), false)
  }
  let shown = 1
  const length = () =>
    lengthOf(
      sentences
        .slice(0, shown + 1)
        .map(({ plain }) => plain)
        .join(' '),
    )
  while (shown < sentences.length && length() <= MAX_OPENING) shown++
  return quoteLine(article, sentences.slice(0, shown), undefined)
}
