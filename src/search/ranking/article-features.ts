import { gallop } from '../../columns/sorted-array.ts'
import { type OrdinalRange, sentencesOf } from '../../corpus/packed.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import { inverseFrequency, type Query, shareOf, termsAmong } from '../query/query.ts'

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

/** Reads what articles say of one question, each article once; one after another is quickest in the corpus's order. */
export function createArticleFeatures(query: Query, statistics: TermStatistics): (article: number) => ArticleFeatures {
  const known = new Map<number, ArticleFeatures>()
  const count = createCounter(statistics)
  statistics.queryTerms.become(termsAmong(query.words))
  return (article) => {
    const features = known.get(article) ?? readArticle(article, query, statistics, count)
    known.set(article, features)
    return features
  }
}

/** Counts the sentences of ranges that hold terms, going on from where the range before ended. */
function createCounter({ index }: TermStatistics): (term: number, range: OrdinalRange) => number {
  const { postings, postingStarts } = index
  const reached = new Map<number, { readonly ordinal: number; readonly at: number }>()
  return (term, { from, to }) => {
    const end = postingStarts[term + 1] ?? 0
    const last = reached.get(term)
    const start = last && last.ordinal <= from ? last.at : (postingStarts[term] ?? 0)
    const low = gallop(postings, from, start, end)
    const high = gallop(postings, to, low, end)
    reached.set(term, { ordinal: to, at: high })
    return high - low
  }
}

function readArticle(
  article: number,
  query: Query,
  statistics: TermStatistics,
  countOf: ReturnType<typeof createCounter>,
): ArticleFeatures {
  const range = sentencesOf(statistics.packed, article)
  const { titleTerms, titleStarts } = statistics.index
  const titled: number[] = []
  // Most titles hold none of the question's terms.
  for (let at = titleStarts[article] ?? 0; at < (titleStarts[article + 1] ?? 0); at++)
    if (statistics.queryTerms.has(titleTerms[at] ?? 0)) titled.push(titleTerms[at] ?? 0)
  const title: number[] = []
  const anywhere: number[] = []
  const rarities: number[] = []
  for (const { terms, content } of query.words) {
    let [inTitle, inText, most] = [0, 0, 0]
    for (const [term, { fit, how }] of terms) {
      if (fit > inTitle && titled.includes(term)) inTitle = fit
      // Mostly the word itself is there, and its other forms need not be looked for.
      if (how === 'form' && fit <= inText) continue
      const count = countOf(term, range)
      if (fit > inText && count > 0) inText = fit
      if (how !== 'form' && count > most) most = count
    }
    title.push(inTitle)
    anywhere.push(Math.max(inTitle, inText))
    rarities.push((content ? 1 : weights.functionWord) * inverseFrequency(most, range))
  }
  const total = rarities.reduce((sum, each) => sum + each, 0)
  return {
    title,
    held: shareOf(query, (i) => anywhere[i] ?? 0),
    strangers: shareOf(query, (i, { isName }) => (isName ? 1 - (anywhere[i] ?? 0) : 0)),
    weights: rarities.map((each) => each / total),
  }
}
