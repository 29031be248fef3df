import type { Hit } from '../search/search-index.ts'

/** `related`: close, but it may not be the answer. `silent`: the corpus does not speak of it. */
export type Verdict = 'answered' | 'related' | 'silent'

/**
 * `answered`: the best passage is more likely right than not, and nothing tells that it lacks what was asked for. `related`: the corpus speaks of the matter at least as likely
 * as this. The probabilities are calibrated (`npm run tune`, `npm run quality`), so the thresholds say what they mean.
 */
const thresholds = { answered: 0.5, related: 0.3 } as const

/** Judges the best hit of a question; `confidence` is that the corpus speaks of it at all. */
export function judge(best: Hit | undefined, confidence: number): Verdict {
  if (!best || best.words.every(({ how }) => how === 'missing')) return 'silent'
  if (best.score >= thresholds.answered && best.features.lacksKind === 0) return 'answered'
  return confidence >= thresholds.related ? 'related' : 'silent'
}
