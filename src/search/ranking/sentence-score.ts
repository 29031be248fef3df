// How the words of one sentence match a question's: BM25, word by word.
import { at } from '../../columns/at.ts'
import type { TermSet } from '../index/term-set.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import type { Query, QueryWord } from '../query/query.ts'

/** A sentence against a question; `fits` and `counts` follow the question's words. */
export interface SentenceMatch {
  /** BM25 over the question's words, as a share of the question's weight. */
  readonly bm25: number
  /** How well the best term for each word fits, 0 (missing) to 1. */
  readonly fits: readonly number[]
  /** How often each word occurs. */
  readonly counts: readonly number[]
  /** How many words directly follow the word that they follow in the question. */
  readonly pairs: number
}

/** The words of the question that a term stands for, by their index in it. */
type WordsByTerm = ReadonlyMap<number, readonly { readonly word: number; readonly fit: number }[]>

function indexByTerm(words: readonly QueryWord[]): WordsByTerm {
  const byTerm = new Map<number, { word: number; fit: number }[]>()
  for (const [word, { terms }] of words.entries())
    for (const [term, { fit }] of terms) byTerm.set(term, [...(byTerm.get(term) ?? []), { word, fit }])
  return byTerm
}

/**
 * Makes the function that matches sentences to a question: BM25 (Robertson and Zaragoza, 2009), a word counting as much as
 * the best of its terms fits.
 */
export function createMatcher(
  { words, weight }: Query,
  { index, averageLength }: TermStatistics,
  queryTerms: TermSet,
): (ordinal: number) => SentenceMatch {
  const byTerm = indexByTerm(words)
  const nothing: SentenceMatch = { bm25: 0, fits: words.map(() => 0), counts: words.map(() => 0), pairs: 0 }
  /** Where each word of the question occurred last, in tokens. */
  const lastAt = new Int32Array(words.length)
  /** The last sentence in which each word made a pair: it counts once per sentence. */
  const pairedIn = new Int32Array(words.length).fill(-1)
  return (ordinal) => {
    const [start, end] = [at(index.tokenStarts, ordinal), at(index.tokenStarts, ordinal + 1)]
    let token = start
    while (token < end && !queryTerms.has(at(index.tokens, token))) token++
    if (token === end) return nothing
    const fits = [...nothing.fits]
    const counts = [...nothing.counts]
    let pairs = 0
    lastAt.fill(-2)
    for (; token < end; token++) {
      const matched = byTerm.get(at(index.tokens, token)) ?? []
      for (const { word, fit } of matched) {
        if (fit > (fits[word] ?? 0)) fits[word] = fit
        counts[word] = (counts[word] ?? 0) + 1
        if (word > 0 && lastAt[word - 1] === token - 1 && pairedIn[word] !== ordinal) {
          pairedIn[word] = ordinal
          pairs++
        }
      }
      for (const { word } of matched) lastAt[word] = token
    }
    const length = (end - start) / Math.max(1, averageLength)
    const norm = weights.saturation * (1 - weights.lengthNorm + weights.lengthNorm * length)
    let bm25 = 0
    for (const [i, word] of words.entries()) {
      const count = counts[i] ?? 0
      if (count > 0) bm25 += (word.weight * (fits[i] ?? 0) * count * (weights.saturation + 1)) / (count + norm)
    }
    return { bm25: bm25 / weight, fits, counts, pairs }
  }
}
