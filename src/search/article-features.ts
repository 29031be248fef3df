import { inverseFrequency, type Query, type QueryWord, shareOf } from './query.ts'
import { postingsOf, type TermStatistics } from './term-statistics.ts'
import { weights } from './weights.ts'

/** What one article says of a question as a whole. */
export interface ArticleFeatures {
  /** How well the title or the section holds each word, 0 to 1. */
  readonly title: readonly number[]
  /** The weight of the words that it holds anywhere, and of the names that it nowhere holds, as shares of the question's. */
  readonly held: number
  readonly strangers: number
  /** What each word weighs by how rare it is within the article; 1 together. */
  readonly weights: readonly number[]
}

/** Reads what articles say of one question, each article once. */
export function createArticleFeatures(query: Query, statistics: TermStatistics): (article: number) => ArticleFeatures {
  const known = new Map<number, ArticleFeatures>()
  return (article) => {
    const features = known.get(article) ?? readArticle(article, query, statistics)
    known.set(article, features)
    return features
  }
}

function readArticle(article: number, query: Query, statistics: TermStatistics): ArticleFeatures {
  const { from, to } = statistics.packed.articles[article] ?? { from: 0, to: 0 }
  const { titleTerms, titleStarts } = statistics.index
  const titled = titleTerms.subarray(titleStarts[article], titleStarts[article + 1])
  const countOf = (term: number) => postingsOf(statistics, term, { from, to }).length
  const title = query.words.map((word) => bestFit(word, (term) => titled.includes(term)))
  const anywhere = query.words.map((word, i) =>
    Math.max(
      title[i] ?? 0,
      bestFit(word, (term) => countOf(term) > 0),
    ),
  )
  const rarities = query.words.map(({ terms, content }) => {
    const counts = [...terms].map(([term, { how }]) => (how === 'form' ? 0 : countOf(term)))
    return (content ? 1 : weights.functionWord) * inverseFrequency(Math.max(0, ...counts), { from, to })
  })
  const total = rarities.reduce((sum, each) => sum + each, 0)
  return {
    title,
    held: shareOf(query, (i) => anywhere[i] ?? 0),
    strangers: shareOf(query, (i, { isName }) => (isName ? 1 - (anywhere[i] ?? 0) : 0)),
    weights: rarities.map((each) => each / total),
  }
}

function bestFit({ terms }: QueryWord, holds: (term: number) => boolean): number {
  let best = 0
  for (const [term, { fit }] of terms) if (fit > best && holds(term)) best = fit
  return best
}
