// The articles of an answerer as the pages need them: the shared ones listed, and those of servers behind signed links.
import { randomUUID } from 'node:crypto'
import type { Answerer } from '../answer/answer.ts'
import type { Article } from '../corpus/article.ts'
import { isVisible } from '../corpus/audience.ts'
import { createTextRenderer, type RenderText } from './article-text.ts'
import type { LinkSigner } from './signed-links.ts'

export interface Library {
  readonly answerer: Answerer
  readonly renderText: RenderText
  /** Names this version of the articles. */
  readonly version: string
  /** The shared articles. */
  readonly byId: ReadonlyMap<string, Article>
  readonly byFile: ReadonlyMap<string, Article>
  /** The articles of servers, by their ids. */
  readonly ofServers: ReadonlyMap<string, Article>
  /** Shared, newest first; those without a date last, by title. */
  readonly listed: readonly Article[]
}

/** “Note 9” before “Note 10”. */
const byTitle = new Intl.Collator(undefined, { numeric: true })

const libraries = new WeakMap<Answerer, Library>()

/** The library of an answerer; made once. */
export function libraryOf(answerer: Answerer): Library {
  const known = libraries.get(answerer)
  if (known) return known
  const articles = answerer.articles.filter((article) => isVisible(article, []))
  const library: Library = {
    answerer,
    renderText: createTextRenderer(),
    version: randomUUID(),
    byId: new Map(articles.map((article) => [article.id, article])),
    byFile: new Map(articles.map((article) => [article.file, article])),
    ofServers: new Map(answerer.articles.flatMap((each) => (isVisible(each, []) ? [] : [[each.id, each]]))),
    listed: [...articles].sort(
      (a, b) => (b.date ?? '').localeCompare(a.date ?? '') || byTitle.compare(a.title, b.title),
    ),
  }
  libraries.set(answerer, library)
  return library
}

/** An article that a request may see. */
export interface VisibleArticle {
  readonly article: Article
  /** The key that opens it; absent for a shared article. */
  readonly key?: string
}

/**
 * Finds an article for a request.
 * @param key the parameter `k` of the request
 * @param signer absent where no article of a server has a page
 */
export function findVisible(
  { byId, ofServers }: Library,
  id: string,
  key: string | null,
  signer: LinkSigner | undefined,
): VisibleArticle | undefined {
  const shared = byId.get(id)
  if (shared) return { article: shared }
  if (!signer || key === null) return undefined
  const article = ofServers.get(id)
  // Checked for a missing article as well, so that the time does not reveal which articles there are.
  return signer.isValid(key, article ?? { id }) && article ? { article, key } : undefined
}
