// Ranks passages lower that people have marked as no answer to the question.
import type { Answer, Passage } from '../answer/answer.ts'
import { LIKELY_ANSWER } from '../answer/verdict.ts'
import { passageKey, type VoteCounts } from './vote-keys.ts'

/** An answer as a server has voted on it. */
export interface VotedAnswer extends Answer {
  /** The same before the votes; absent when they change nothing. */
  readonly unvoted?: Answer
}

/** The answer before the votes: while the articles stay the same, so does the order of its passages. */
export function beforeVotes(answer: VotedAnswer): Answer {
  return answer.unvoted ?? answer
}

/** Whether more people have marked a passage as no answer than as helpful. */
export function isMarkedWrong(counts: VoteCounts | undefined): boolean {
  return counts !== undefined && counts.wrong > counts.helpful
}

/**
 * Moves the marked passages of an answer behind the others. If that changes its first passage, the answer is only called
 * `answered` if the new one is likely to answer the question too.
 */
export function demoteMarked(answer: Answer, votes: ReadonlyMap<string, VoteCounts>): VotedAnswer {
  if (answer.about || answer.verdict === 'silent') return answer
  const isMarked = (passage: Passage) => isMarkedWrong(votes.get(passageKey(passage)))
  const marked = answer.passages.filter(isMarked)
  if (marked.length === 0) return answer
  const others = answer.passages.filter((passage) => !marked.includes(passage))
  const [first] = others
  const isStillLikely = first !== undefined && (first === answer.passages[0] || first.score >= LIKELY_ANSWER)
  return {
    ...answer,
    unvoted: answer,
    passages: [...others, ...marked],
    verdict: answer.verdict === 'answered' && !isStillLikely ? 'related' : answer.verdict,
  }
}
