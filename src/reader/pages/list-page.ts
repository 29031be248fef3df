// The page that lists the articles.
import type { Root } from 'hast'
import { h } from 'hastscript'
import { foldName } from '../../answer/find-article.ts'
import type { Article } from '../../corpus/article.ts'
import { formatDate } from '../../text/format-date.ts'
import { languageNames } from '../../text/formatters.ts'
import type { Site } from '../site.ts'
import { articleList } from './article-list.ts'
import { layOut, notice, toArticles } from './layout.ts'
import { searchForm } from './search-form.ts'

const PAGE_SIZE = 50

/** Which articles are listed. */
export interface ListRequest {
  /** Words of titles; empty for all. */
  readonly find: string
  /** 1-based; clamped to the pages there are. */
  readonly page: number
}

export function listPage(site: Site, all: readonly Article[], { find, page }: ListRequest): Root {
  const { text, address } = site
  const articles = find === '' ? all : withTitle(all, find)
  const pages = Math.max(1, Math.ceil(articles.length / PAGE_SIZE))
  const at = Math.min(Math.max(Math.trunc(page) || 1, 1), pages)
  const languages = languageNames(text.tag)
  const shown = articles.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE).map((article) => ({
    article,
    facts: [
      article.date === undefined ? undefined : formatDate(article.date, text.tag),
      article.section,
      languages.of(article.language),
      text.sentences(article.sentenceCount),
    ],
  }))
  const addressOfPage = (to: number) => new URLSearchParams({ ...(find !== '' && { find }), page: String(to) })
  const turn = (label: string, to: number, rel: string) =>
    to < 1 || to > pages ? [] : [h('a', { href: `${address('/')}?${addressOfPage(to)}`, rel: [rel] }, label)]
  const turns = h('nav', { className: ['turn'], ariaLabel: text.web.pages }, [
    ...turn(text.buttons.previous, at - 1, 'prev'),
    h('span', text.page(at, pages)),
    ...turn(text.buttons.next, at + 1, 'next'),
  ])
  return layOut({ site, title: 'Verbatim', description: text.web.intro, path: '/' }, [
    h('h1', text.web.articles),
    h('p', text.web.intro),
    ...(all.length > PAGE_SIZE
      ? [
          searchForm({
            action: address('/'),
            name: 'find',
            value: find,
            label: text.web.find,
            button: text.web.findNow,
          }),
        ]
      : []),
    shown.length > 0 ? articleList(site, shown) : notice(find === '' ? text.web.none : text.web.noTitle),
    ...(pages > 1 ? [turns] : []),
    ...(find === '' ? [] : [toArticles(site)]),
  ])
}

/** The articles whose titles contain all words, or beginnings of words. */
function withTitle(articles: readonly Article[], find: string): Article[] {
  const words = foldName(find).split(' ')
  return articles.filter(({ title }) => {
    const folded = ` ${foldName(title)}`
    return words.every((word) => folded.includes(` ${word}`))
  })
}
