/** Words the answer to a question about the articles themselves. */
import type { About } from '../answer/answer.ts'
import type { Messages } from './messages.ts'

type Article = About['articles'][number]

/** How facts are written where they are shown. */
interface FactWriter {
  /** @param day `YYYY-MM-DD` */
  date(day: string): string
  escape(text: string): string
}

/** How the parts of a line are written where it is shown. */
export interface AboutWriter extends FactWriter {
  /** The title, with the address of the article if there is one and `isSource` asks for it. */
  title(article: Article, isSource: boolean): string
}

/** The answer as a list of articles between two lines, each of which may be missing. */
export interface AboutParts {
  readonly above?: string
  /** Each with the fact that was asked for, or its date; empty if there is neither. */
  readonly articles: readonly { readonly article: Article; readonly fact: string }[]
  readonly below?: string
}

/** The lines above a passage, or in its place. */
export function aboutLines(answer: About, text: Messages, writer: AboutWriter): string[] {
  const { above, articles, below } = aboutParts(answer, text, writer)
  const lines = articles.map(({ article, fact }) => {
    const title = writer.title(article, answer.topic === 'source')
    return fact === '' ? title : `${title} · ${fact}`
  })
  return [above, ...lines, below].filter((line) => line !== undefined)
}

export function aboutParts({ topic, articles, total }: About, text: Messages, writer: FactWriter): AboutParts {
  const { about } = text
  switch (topic) {
    case 'greeting':
      return { above: about.hello, articles: [] }
    case 'thanks':
      return { above: about.welcome, articles: [] }
    case 'help':
      return { above: about.help, articles: [] }
    case 'count':
      return { above: about.count(total), articles: [] }
    default: {
      const more = topic === 'newest' ? 0 : total - articles.length
      const above = topic === 'newest' ? about.newest : total > 1 ? about.list(total) : undefined
      return {
        ...(above !== undefined && { above }),
        articles: articles.map((article) => ({ article, fact: factOf(article, topic, text, writer) })),
        ...(more > 0 && { below: about.more(more) }),
      }
    }
  }
}

function factOf(
  { author, date, url }: Article,
  topic: About['topic'],
  { about }: Messages,
  writer: FactWriter,
): string {
  const facts: Partial<Record<About['topic'], string>> = {
    author: author === undefined ? about.noAuthor : about.author(writer.escape(author)),
    date: date === undefined ? about.noDate : writer.date(date),
    source: url === undefined ? about.noSource : '',
  }
  return facts[topic] ?? (date === undefined ? '' : writer.date(date))
}
