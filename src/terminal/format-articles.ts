// Lays out what there is to ask about for a terminal: a greeting, and the list of articles.
import type { Article, Corpus } from '../corpus/article.ts'
import { en } from '../text/en.ts'
import { counted } from '../text/plural.ts'
import { columns, paint, type Screen, visible, wrap } from './screen.ts'

const INDENT = '  '

/** Titles that the greeting names. */
const MAX_GREETED = 3

/** What can be asked, for the first lines of a chat. */
export function formatGreeting(screen: Screen, articles: readonly Article[]): string {
  const titles = articles.slice(0, MAX_GREETED).map(({ title }) => en.quoted(visible(title)))
  const more = articles.length - titles.length
  const list = [...titles, ...(more > 0 ? [counted('en', more, { one: 'more article', other: 'more articles' })] : [])]
  const named = new Intl.ListFormat('en').format(list)
  return wrap(screen, `Ask about ${named}. /help shows what else you can type.`)
}

/** The articles as a table, or with a few lines each where that is too wide; and below, the files that documents are read from. */
export function formatArticles(
  screen: Screen,
  articles: readonly Article[],
  conversions: Corpus['conversions'] = [],
): string {
  const rows = articles.map((article) => [
    visible(article.file),
    visible(article.title),
    article.date ?? '–',
    article.language,
    String(article.paragraphCount),
    String(article.sentenceCount),
  ])
  const table = columns(screen, [['file', 'title', 'date', 'language', 'paragraphs', 'sentences'], ...rows], 1)
  const list = () =>
    rows
      .flatMap(([file = '', title = '', date, language, , sentences]) => {
        const facts = [date, language, en.sentences(Number(sentences))]
        return [wrap(screen, paint(screen, 'bold', title)), wrap(screen, file, INDENT), INDENT + facts.join(' · ')]
      })
      .join('\n')
  const lines = conversions.map(({ file, conversion }) =>
    wrap(screen, `${visible(file)} is quoted from ${visible(conversion)}`),
  )
  return [table ?? list(), ...(lines.length > 0 ? ['', ...lines] : [])].join('\n')
}
