import { sumOf } from '../model/feature.ts'
import { type ConfidenceWeights, weights } from '../model/weights.ts'
import type { Ranked } from './rank.ts'

/** How far a ranking may be trusted. */
export interface Confidence {
  /** How probable it is that the question is about what was searched at all, 0 to 1. */
  readonly onTopic: number
  /** How probable it is that each of the first sentences, in the ranking's order, answers it, 0 to 1. */
  readonly isAnswer: readonly number[]
}

/**
 * Logistic regressions over what a sentence was ranked by, for the first `limit`. `spoken` looks at the best sentence; `right` also at the share
 * of the odds that the ranking leaves to others (softmax), for of two alike at most one is meant.
 */
export function confidenceIn(ranked: readonly Ranked[], limit: number): Confidence {
  const [best] = ranked
  if (!best) return { onTopic: 0, isAnswer: [] }
  const shares = logShares(ranked.map(({ sum }) => sum))
  return {
    onTopic: probability(best, 0, weights.spoken),
    isAnswer: ranked.slice(0, limit).map((each, i) => probability(each, shares[i] ?? 0, weights.right)),
  }
}

/** The natural logarithm of each one's softmax share; `sums` are in descending order. */
export function logShares(sums: readonly number[]): number[] {
  const top = sums[0] ?? 0
  const total = Math.log(sums.reduce((all, sum) => all + Math.exp(sum - top), 0))
  return sums.map((sum) => sum - top - total)
}

function probability({ features }: Ranked, share: number, of: ConfidenceWeights): number {
  const logit = of.constant + of.share * share + sumOf(of, features)
  return 1 / (1 + Math.exp(-logit))
}
