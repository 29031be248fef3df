// A list of articles, whose titles lead to their pages.
import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Article } from '../../corpus/article.ts'
import { inLanguage } from '../language.ts'
import { articlePath } from '../links.ts'
import type { Site } from '../site.ts'
import { type Fact, facts } from './layout.ts'

export interface ListedArticle {
  readonly article: Pick<Article, 'id' | 'title' | 'language'>
  /** What stands below the title. */
  readonly facts: readonly Fact[]
}

export function articleList({ address }: Site, articles: readonly ListedArticle[]): Element {
  const items = articles.map(({ article: { id, title, language }, facts: own }) =>
    h('li', [h('a', { href: address(articlePath(id)), ...inLanguage(language) }, title), facts(...own)]),
  )
  return h('ul', { className: ['list'] }, items)
}
