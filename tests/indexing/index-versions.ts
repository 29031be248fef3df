import type { Article } from '../../src/corpus/article.ts'
import { countArticles, unpackArticle } from '../../src/corpus/packed.ts'
import type { IndexVersion } from '../../src/indexing/index-version.ts'

/** The articles of an edition. */
export function articlesOf({ packed }: IndexVersion): Article[] {
  return Array.from({ length: countArticles(packed) }, (_, place) => unpackArticle(packed, place))
}

/** So many sentences, all different. */
export function manySentences(count: number): string {
  return Array.from(
    { length: count },
    (_, i) => `Ship ${i} sailed from harbour ${i % 97} in ${1800 + (i % 200)}.`,
  ).join('\n\n')
}
