// The page that lists the articles.
import type { Root } from 'hast'
import { h } from 'hastscript'
import type { Article } from '../../corpus/article.ts'
import { formatDate } from '../../text/format-date.ts'
import type { Site } from '../site.ts'
import { articleList } from './article-list.ts'
import { layOut, notice } from './layout.ts'

const PAGE_SIZE = 50

/**
 * Lists articles.
 * @param page 1-based; clamped to the pages there are
 */
export function listPage(site: Site, articles: readonly Article[], page: number): Root {
  const { text, address } = site
  const pages = Math.max(1, Math.ceil(articles.length / PAGE_SIZE))
  const at = Math.min(Math.max(Math.trunc(page) || 1, 1), pages)
  const languages = new Intl.DisplayNames(text.tag, { type: 'language' })
  const shown = articles.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map((article) => ({
    article,
    facts: [
      article.date === undefined ? undefined : formatDate(article.date, text.tag),
      article.section,
      languages.of(article.language),
      text.sentences(article.sentenceCount),
    ],
  }))
  const turn = (label: string, to: number, rel: string) =>
    to < 1 || to > pages ? [] : [h('a', { href: `${address('/')}?page=${to}`, rel: [rel] }, label)]
  const turns = h('nav', { className: ['turn'], ariaLabel: text.web.pages }, [
    ...turn(text.buttons.previous, at - 1, 'prev'),
    h('span', text.page(at, pages)),
    ...turn(text.buttons.next, at + 1, 'next'),
  ])
  return layOut({ site, title: 'Verbatim', description: text.web.intro, path: '/' }, [
    h('h1', text.web.articles),
    h('p', text.web.intro),
    shown.length > 0 ? articleList(site, shown) : notice(text.web.none),
    ...(pages > 1 ? [turns] : []),
  ])
}
