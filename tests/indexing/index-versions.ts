// Helpers for tests of whole versions of an index.
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { countArticles, openArticle } from '../../src/corpus/packed.ts'
import type { IndexVersion } from '../../src/indexing/index-version.ts'

/** The articles of a version, decoded whole. */
export function articlesOf({ packed }: IndexVersion): ParsedArticle[] {
  return Array.from({ length: countArticles(packed) }, (_, index) => {
    const { text, paragraphs, openSentences: _open, ...rest } = openArticle(packed, index)
    return { ...rest, text: text.slice(0, Number.POSITIVE_INFINITY), paragraphs: [...paragraphs] }
  })
}

/** `count` short sentences in one paragraph, which are indexed in little time. */
export function manySentences(count: number): string {
  return Array.from({ length: count }, (_, i) => `Ship ${i % 97} sailed.`).join(' ')
}
