// Calibrated probabilities: that the corpus covers a question, and that a sentence answers it.
import { sumOf } from '../model/feature.ts'
import { type ConfidenceWeights, weights } from '../model/weights.ts'
import type { Ranked } from './rank.ts'

export interface Confidence {
  /** The probability that what was searched covers the question. */
  readonly onTopic: number
  /** The probability of each of the first sentences, in ranking order, to answer it. */
  readonly isAnswer: readonly number[]
}

/**
 * Logistic regressions over features, for the first `limit` sentences. `onTopic` looks at the best one; `isAnswer` also at
 * the softmax share of each among those that were read: where several are equally good, each is less likely to be meant.
 */
export function confidenceIn(ranked: readonly Ranked[], limit: number): Confidence {
  const [best] = ranked
  if (!best) return { onTopic: 0, isAnswer: [] }
  const shares = logShares(ranked.map(({ sum }) => sum))
  return {
    onTopic: probability(best, 0, weights.onTopic),
    isAnswer: ranked.slice(0, limit).map((each, i) => probability(each, shares[i] ?? 0, weights.isAnswer)),
  }
}

/** The natural logarithm of each softmax share of the first `weights.read`; `sums` are in ranking order. */
export function logShares(sums: readonly number[]): number[] {
  const top = sums[0] ?? 0
  const total = Math.log(sums.slice(0, weights.read).reduce((all, sum) => all + Math.exp(sum - top), 0))
  return sums.map((sum) => sum - top - total)
}

function probability({ features }: Ranked, share: number, of: ConfidenceWeights): number {
  const logit = of.constant + of.share * share + sumOf(of, features)
  return 1 / (1 + Math.exp(-logit))
}
