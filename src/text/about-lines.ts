/** Words the answer to a question about the articles themselves. */
import type { About } from '../answer/answer.ts'
import type { Messages } from './messages.ts'

type Article = About['articles'][number]

/** How the parts of a line are written where it is shown. */
export interface AboutWriter {
  /** The title, with the address of the article if there is one and `isSource` asks for it. */
  title(article: Article, isSource: boolean): string
  /** @param day `YYYY-MM-DD` */
  date(day: string): string
  escape(text: string): string
}

/** The lines above a passage, or in its place. */
export function aboutLines({ topic, articles, total }: About, text: Messages, writer: AboutWriter): string[] {
  const { about } = text
  switch (topic) {
    case 'greeting':
      return [about.hello]
    case 'thanks':
      return [about.welcome]
    case 'help':
      return [about.help]
    case 'count':
      return [about.count(total)]
    default: {
      const more = topic === 'newest' ? 0 : total - articles.length
      return [
        ...(topic === 'newest' ? [about.newest] : total > 1 ? [about.list(total)] : []),
        ...articles.map((article) => articleLine(article, topic, text, writer)),
        ...(more > 0 ? [about.more(more)] : []),
      ]
    }
  }
}

function articleLine(article: Article, topic: About['topic'], { about }: Messages, writer: AboutWriter): string {
  const { author, date, url } = article
  const facts: Partial<Record<About['topic'], string>> = {
    author: author === undefined ? about.noAuthor : about.author(writer.escape(author)),
    date: date === undefined ? about.noDate : writer.date(date),
    source: url === undefined ? about.noSource : '',
  }
  const fact = facts[topic] ?? (date === undefined ? '' : writer.date(date))
  const title = writer.title(article, topic === 'source')
  return fact === '' ? title : `${title} · ${fact}`
}
