// How the sentences of a paragraph match a question together.
import { at, fractionAt } from '../../columns/at.ts'
import { weights } from '../model/weights.ts'
import type { Query } from '../query/query.ts'
import type { SentenceMatches } from './sentence-score.ts'

/** A paragraph against a question, as if it were one sentence. */
export interface ParagraphMatch {
  /** Its sentences: ordinals `[from, to)`. */
  readonly from: number
  readonly to: number
  /** BM25 over the paragraph, as a share of the question's weight. */
  readonly bm25: number
  /** How well the best of its sentences holds each word of the question, and the second best. */
  readonly fits: Float64Array
  readonly seconds: Float64Array
  /** The best and second-best `bm25` of its sentences. */
  readonly best: number
  readonly second: number
}

/** The usual length of a paragraph, in sentences, that BM25's length normalisation compares with. */
const USUAL_LENGTH = 5

/**
 * Makes the function that combines the matches of neighbouring sentences, ordinals `[from, to)`. Its result is valid until
 * it is called for others: the sentences of a paragraph are asked for one after the other, and share it.
 */
export function createParagraphMatcher(
  { words, weight }: Query,
  sentences: SentenceMatches,
): (from: number, to: number) => ParagraphMatch {
  const weightOf = Float64Array.from(words, (word) => word.weight)
  const fits = new Float64Array(words.length)
  const seconds = new Float64Array(words.length)
  const counts = new Uint32Array(words.length)
  let last: ParagraphMatch | undefined

  const addFit = (word: number, fit: number) => {
    const best = fractionAt(fits, word)
    if (fit > best) {
      fits[word] = fit
      seconds[word] = best
    } else if (fit > fractionAt(seconds, word)) seconds[word] = fit
  }
  return (from, to) => {
    if (last?.from === from && last.to === to) return last
    for (const column of [fits, seconds, counts]) column.fill(0)
    let [best, second] = [0, 0]
    for (let ordinal = from; ordinal < to; ordinal++) {
      const match = sentences.of(ordinal)
      if (match.bm25 > best) [best, second] = [match.bm25, best]
      else if (match.bm25 > second) second = match.bm25
      for (let i = match.from; i < match.to; i++) {
        const word = at(sentences.words, i)
        counts[word] = at(counts, word) + at(sentences.counts, i)
        addFit(word, fractionAt(sentences.fits, i))
      }
    }
    const norm = weights.saturation * (1 - weights.lengthNorm + (weights.lengthNorm * (to - from)) / USUAL_LENGTH)
    let bm25 = 0
    for (let i = 0; i < weightOf.length; i++) {
      const count = at(counts, i)
      bm25 += (fractionAt(weightOf, i) * fractionAt(fits, i) * count * (weights.saturation + 1)) / (count + norm)
    }
    last = { from, to, bm25: bm25 / weight, fits, seconds, best, second }
    return last
  }
}
