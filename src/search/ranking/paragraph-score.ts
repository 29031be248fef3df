// How the sentences of a paragraph match a question together.
import { weights } from '../model/weights.ts'
import type { Query } from '../query/query.ts'
import type { SentenceMatch } from './sentence-score.ts'

/** A paragraph against a question, as if it were one sentence. */
export interface ParagraphMatch {
  /** The ordinals of its first and last sentence. */
  readonly first: number
  readonly last: number
  /** BM25 over the paragraph, as a share of the question's weight. */
  readonly bm25: number
  /** How well the best of its sentences holds each word, and the second best. */
  readonly fits: readonly number[]
  readonly seconds: readonly number[]
  /** The best and second-best `bm25` of its sentences. */
  readonly best: number
  readonly second: number
}

/** The usual length of a paragraph, in sentences, that BM25's length normalisation compares with. */
const USUAL_LENGTH = 5

/** Combines the matches of neighbouring sentences, the first of which has the ordinal `first`. */
export function combineMatches(
  { words, weight }: Query,
  first: number,
  sentences: readonly SentenceMatch[],
): ParagraphMatch {
  const fits: number[] = words.map(() => 0)
  const seconds: number[] = words.map(() => 0)
  const counts: number[] = words.map(() => 0)
  let [best, second] = [0, 0]
  for (const each of sentences) {
    if (each.bm25 === 0) continue
    if (each.bm25 > best) [best, second] = [each.bm25, best]
    else if (each.bm25 > second) second = each.bm25
    for (let i = 0; i < words.length; i++) {
      const fit = each.fits[i] ?? 0
      if (fit === 0) continue
      counts[i] = (counts[i] ?? 0) + (each.counts[i] ?? 0)
      const top = fits[i] ?? 0
      if (fit > top) {
        fits[i] = fit
        seconds[i] = top
      } else if (fit > (seconds[i] ?? 0)) seconds[i] = fit
    }
  }
  const norm = weights.saturation * (1 - weights.lengthNorm + (weights.lengthNorm * sentences.length) / USUAL_LENGTH)
  let bm25 = 0
  for (const [i, word] of words.entries()) {
    const count = counts[i] ?? 0
    bm25 += (word.weight * (fits[i] ?? 0) * count * (weights.saturation + 1)) / (count + norm)
  }
  return { first, last: first + sentences.length - 1, bm25: bm25 / weight, fits, seconds, best, second }
}
