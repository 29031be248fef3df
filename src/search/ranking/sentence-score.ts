import type { TermStatistics } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import type { Query, QueryWord } from '../query/query.ts'

/** How one sentence's words meet the question's. `fits` and `counts` follow the question's words in order. */
export interface SentenceMatch {
  /** BM25 over the question's words, as a share of the question's weight. */
  readonly bm25: number
  /** How well the best term for each word fits, 0 (missing) to 1. */
  readonly fits: readonly number[]
  /** How often each word stands in it. */
  readonly counts: readonly number[]
  /** How many words stand in it right behind the word that they follow in the question. */
  readonly pairs: number
}

/** Which words of the question a term stands for, by their places in it. */
type ByTerm = ReadonlyMap<number, readonly { readonly place: number; readonly fit: number }[]>

/** Turns a question round, once for all its candidates. */
function indexByTerm(words: readonly QueryWord[]): ByTerm {
  const byTerm = new Map<number, { place: number; fit: number }[]>()
  for (const [place, word] of words.entries())
    for (const [term, { fit }] of word.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), { place, fit }])
  return byTerm
}

/**
 * Makes the reader of how sentences meet a question, from their terms: BM25 (Robertson and Zaragoza, 2009), a word of the
 * question counting as much as the best of its terms fits.
 */
export function createMatcher(
  { words, weight }: Query,
  statistics: TermStatistics,
): (ordinal: number) => SentenceMatch {
  const { index, averageLength, queryTerms } = statistics
  const byTerm = indexByTerm(words)
  queryTerms.become(byTerm.keys())
  const nothing: SentenceMatch = { bm25: 0, fits: words.map(() => 0), counts: words.map(() => 0), pairs: 0 }
  /** Where each word of the question stood last: a pair is a word right behind the one before it. */
  const lastAt = new Int32Array(words.length)
  /** The last sentence in which each made a pair: more than one in a sentence counts once. */
  const pairedIn = new Int32Array(words.length).fill(-1)
  return (ordinal) => {
    const [start = 0, end = 0] = [index.tokenStarts[ordinal], index.tokenStarts[ordinal + 1]]
    let at = start
    while (at < end && !queryTerms.has(index.tokens[at] ?? 0)) at++
    if (at === end) return nothing
    const fits = nothing.fits.slice()
    const counts = nothing.counts.slice()
    let pairs = 0
    lastAt.fill(-2)
    for (; at < end; at++) {
      const term = index.tokens[at] ?? 0
      if (!queryTerms.has(term)) continue
      const meetings = byTerm.get(term) ?? []
      for (const { place, fit } of meetings) {
        if (fit > (fits[place] ?? 0)) fits[place] = fit
        counts[place] = (counts[place] ?? 0) + 1
        if (place > 0 && lastAt[place - 1] === at - 1 && pairedIn[place] !== ordinal) {
          pairedIn[place] = ordinal
          pairs++
        }
      }
      for (const { place } of meetings) lastAt[place] = at
    }
    const length = (end - start) / Math.max(1, averageLength)
    const norm = weights.saturation * (1 - weights.lengthNorm + weights.lengthNorm * length)
    let bm25 = 0
    for (let place = 0; place < words.length; place++) {
      const count = counts[place] ?? 0
      if (count > 0)
        bm25 += ((words[place]?.weight ?? 0) * (fits[place] ?? 0) * count * (weights.saturation + 1)) / (count + norm)
    }
    return { bm25: bm25 / weight, fits, counts, pairs }
  }
}
