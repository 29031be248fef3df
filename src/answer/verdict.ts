import type { Hit } from '../search/search-index.ts'

/** `related`: close, but it may not be the answer. `silent`: the corpus does not speak of it. */
export type Verdict = 'answered' | 'related' | 'silent'

/**
 * How probable the best passage must be to answer, and to be related. Chosen by `npm run tune`: the first for the best F1
 * between own and foreign questions, the second so that of what is silent, one in a hundred could have been answered.
 */
const thresholds = { answered: 0.5, related: 0.1 } as const

/** Judges the best hit of a question. */
export function judge(best: Hit | undefined): Verdict {
  if (!best || best.words.every(({ how }) => how === 'missing')) return 'silent'
  if (best.score >= thresholds.answered) return 'answered'
  return best.score >= thresholds.related ? 'related' : 'silent'
}
