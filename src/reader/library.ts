// The public articles of an answerer as the pages need them: by path, by file, and in the order of the list.
import { randomUUID } from 'node:crypto'
import type { Answerer } from '../answer/answer.ts'
import type { Article } from '../corpus/article.ts'
import { isVisible } from '../corpus/audience.ts'

export interface Library {
  readonly answerer: Answerer
  /** Names this version of the articles. */
  readonly version: string
  readonly byId: ReadonlyMap<string, Article>
  readonly byFile: ReadonlyMap<string, Article>
  /** Newest first; those without a date last, by title. */
  readonly listed: readonly Article[]
}

const libraries = new WeakMap<Answerer, Library>()

/** The library of an answerer; made once. */
export function libraryOf(answerer: Answerer): Library {
  const known = libraries.get(answerer)
  if (known) return known
  const articles = answerer.articles.filter((article) => isVisible(article, []))
  const library: Library = {
    answerer,
    version: randomUUID(),
    byId: new Map(articles.map((article) => [article.id, article])),
    byFile: new Map(articles.map((article) => [article.file, article])),
    listed: [...articles].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title)),
  }
  libraries.set(answerer, library)
  return library
}
