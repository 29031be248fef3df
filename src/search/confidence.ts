import type { Query } from './query.ts'
import type { Ranked } from './rank.ts'

/** Probabilities. */
export function confidences(_query: Query, ranked: readonly Ranked[]): number[] {
  const top = ranked[0]?.sum ?? 0
  const total = ranked.reduce((sum, each) => sum + Math.exp(each.sum - top), 0)
  return ranked.map((each) => Math.exp(each.sum - top) / total)
}
