import { inverseFrequency, type Query, type QueryWord, shareOf } from './query.ts'
import { countWithin, type TermStatistics } from './term-statistics.ts'
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
export function createArticleFeatures(query: Query, statistics: TermStatistics): (id: string) => ArticleFeatures {
  const known = new Map<string, ArticleFeatures>()
  return (id) => {
    const features = known.get(id) ?? readArticle(id, query, statistics)
    known.set(id, features)
    return features
  }
}

function readArticle(id: string, query: Query, { ranges, titleTerms, postings }: TermStatistics): ArticleFeatures {
  const [from, to] = ranges.get(id) ?? [0, 0]
  const countOf = (term: number) => countWithin(postings[term] ?? [], from, to)
  const title = query.words.map((word) => bestFit(word, (term) => titleTerms.get(id)?.has(term) ?? false))
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
