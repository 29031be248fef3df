// Scores labelled questions on one corpus.
import type { Answerer } from '../../src/answer/answer.ts'

/** A question with the sentences that answer it: `isRight` is asked of a passage's article, start and end offsets. */
export interface Labelled {
  readonly question: string
  readonly article?: string
  isRight(article: string, start: number, end: number): boolean
}

export interface Score {
  readonly questions: number
  /** Part of the questions whose first passage is right, or among the first three. */
  readonly first: number
  readonly firstThree: number
  /** Mean reciprocal rank over the first ten. */
  readonly mrr: number
  /** Part of the questions with the verdict `answered`; and of those, how many have the right passage first. */
  readonly answered: number
  readonly answeredRight: number
  /** The questions whose first passage is wrong. */
  readonly wrong: readonly { readonly question: string; readonly got: string; readonly rank: number }[]
}

/** Asks every question, and counts how often the right sentence is where a reader looks. */
export function score(answerer: Answerer, questions: readonly Labelled[]): Score {
  const wrong: { question: string; got: string; rank: number }[] = []
  let firstThree = 0
  let reciprocal = 0
  let answered = 0
  let answeredRight = 0
  for (const { question, article, isRight } of questions) {
    const answer = answerer.ask(question, { limit: 10, ...(article !== undefined && { article }) })
    const rank =
      answer.passages.findIndex(({ sentence }) => isRight(sentence.article, sentence.start, sentence.end)) + 1
    if (rank !== 1) wrong.push({ question, got: answer.passages[0]?.sentence.plain ?? '–', rank })
    if (rank >= 1 && rank <= 3) firstThree++
    if (rank > 0) reciprocal += 1 / rank
    if (answer.verdict === 'answered') answered++
    if (answer.verdict === 'answered' && rank === 1) answeredRight++
  }
  const count = questions.length
  return {
    questions: count,
    first: (count - wrong.length) / count,
    firstThree: firstThree / count,
    mrr: reciprocal / count,
    answered: answered / count,
    answeredRight: answeredRight / Math.max(1, answered),
    wrong,
  }
}
