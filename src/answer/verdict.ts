import type { Hit } from '../search/search-index.ts'

/** `related`: close, but it may not be the answer. `silent`: the corpus does not speak of it. */
export type Verdict = 'answered' | 'related' | 'silent'

/**
 * `answered`: the best passage is likelier right than not, so is it that the corpus speaks of the matter, its article holds
 * `held` of what is asked by weight, and it has the figure asked for. `related`: the corpus may well speak of it. The
 * probabilities are calibrated (`npm run tune`, and the reliability table of `npm run quality`), so that the thresholds mean
 * what they say; from .35 to .6 the first does about as well by F1, and the higher it is, the fewer answers are wrong.
 */
const thresholds = { answered: 0.6, spoken: 0.5, held: 0.4, related: 0.3 } as const

/** Judges the best hit of a question; `confidence` is that the corpus speaks of it at all. */
export function decideVerdict(best: Hit | undefined, confidence: number): Verdict {
  if (!best || best.words.every(({ matchType }) => matchType === 'missing') || confidence < thresholds.related)
    return 'silent'
  const { article, lacksFigure } = best.features
  const isLikely = best.score >= thresholds.answered && confidence >= thresholds.spoken
  return isLikely && article >= thresholds.held && lacksFigure === 0 ? 'answered' : 'related'
}
