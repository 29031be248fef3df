import type { Hit } from '../search/search-index.ts'

/** `related`: close, but it may not be the answer. `silent`: the corpus does not speak of it. */
export type Verdict = 'answered' | 'related' | 'silent'

/**
 * How much of the question's weight the best sentence must hold by itself to answer, and with its paragraph and title to
 * be related. Measured with `npm run quality`: higher numbers keep more true answers back, lower ones let through more
 * answers to what the corpus does not speak of.
 */
const thresholds = { answered: 0.58, related: 0.25 } as const

/** Judges the best hit of a question. */
export function judge(best: Hit | undefined): Verdict {
  if (!best || best.words.every(({ how }) => how === 'missing')) return 'silent'
  if (best.covered >= thresholds.answered && best.holdsKind !== false) return 'answered'
  return best.coveredAround >= thresholds.related ? 'related' : 'silent'
}
