/** A passage: a sentence with its neighbours and its source. */
import type { Article, Sentence } from '../corpus/article.ts'
import { type FeatureGroup, type Hit, sharesOf, type WordMatch } from '../search/search-index.ts'
import { type Citation, cite, type LinkToPage } from './citation.ts'

export interface Passage {
  readonly article: Article
  readonly sentence: Sentence
  /** The nearest sentences before it in its paragraph, in order. */
  readonly before: readonly Sentence[]
  /** The nearest sentences after it in its paragraph, in order. */
  readonly after: readonly Sentence[]
  /** Sorted, disjoint UTF-16 ranges `[start, end)` of `sentence.plain` that the question's words matched. */
  readonly highlights: readonly (readonly [number, number])[]
  /** The answering phrase, if one is recognised: UTF-16 offsets `[start, end)` of `sentence.plain`. */
  readonly answer?: readonly [number, number] | undefined
  /** One for each word of the question that carries meaning, in the question's order. */
  readonly matches: readonly WordMatch[]
  /** The probability that the sentence answers the question. */
  readonly score: number
  /** What each group of features added to its rank, the largest first. */
  readonly shares: readonly (readonly [FeatureGroup, number])[]
  readonly citation: Citation
  /** Other articles with the same sentence. */
  readonly alsoIn: readonly Article[]
}

/** Sets a hit among its neighbours. */
export function toPassage(
  hit: Hit,
  article: Article,
  alsoIn: readonly Article[],
  linkToPage: LinkToPage | undefined,
): Passage {
  const { sentence } = hit
  return {
    article,
    sentence,
    // Most passages are never shown, and fewer explained.
    get before() {
      return hit.before
    },
    get after() {
      return hit.after
    },
    get highlights() {
      return hit.highlights
    },
    get answer() {
      return hit.answer
    },
    get matches() {
      return hit.words
    },
    score: hit.score,
    get shares() {
      return sharesOf(hit.features)
    },
    alsoIn,
    citation: cite(article, hit, linkToPage),
  }
}
