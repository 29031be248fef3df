// Decides how an answer is announced.
import type { Hit } from '../search/search-index.ts'

/** `related`: close, but it may not be the answer. `silent`: the corpus does not cover the question. */
export type Verdict = 'answered' | 'related' | 'silent'

/**
 * Probabilities, calibrated by `npm run tune`. A higher `answered` makes fewer and better answers; below .45 near misses are
 * called answered. `onTopic` keeps questions about something else from being answered by a sentence that shares their words.
 */
const thresholds = { answered: 0.5, onTopic: 0.5, related: 0.3, likely: 0.3 } as const

/** The probability from which a passage is called an answer. */
export const LIKELY_ANSWER = thresholds.answered

/** Judges the best hit of a question; `onTopic` is the probability that the corpus covers it. */
export function decideVerdict(best: Hit | undefined, onTopic: number): Verdict {
  if (!best || !isTouched(best)) return 'silent'
  const isLikely = best.score >= thresholds.answered && onTopic >= thresholds.onTopic
  if (isLikely && !lacksWhatIsAsked(best)) return 'answered'
  return onTopic >= thresholds.related || best.score >= thresholds.likely ? 'related' : 'silent'
}

/**
 * Whether the sentence lacks what is asked for: a date, a number, an age, a reason or a person; or says the opposite. Below
 * a heading that asks why, no `because` is needed, and a heading may name a person. Only a script with capitals shows names.
 */
function lacksWhatIsAsked({ features, answerType, answer, sentence }: Hit): boolean {
  const { lacksFigure, lacksReason, antonym, trail } = features
  if (lacksFigure > 0 || antonym > 0 || (lacksReason > 0 && trail === 0)) return true
  if (answer !== undefined) return false
  return answerType === 'age' || (answerType === 'person' && trail === 0 && /\p{Lu}/u.test(sentence.plain))
}

/** Whether the sentence, a heading above it or its title holds a content word of the question. */
function isTouched({ words, features }: Hit): boolean {
  return words.some(({ matchType }) => matchType !== 'missing') || features.trail > 0 || features.title > 0
}
