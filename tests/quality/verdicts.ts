import { createAnswerer } from '../../src/answer/answer.ts'
import type { Half } from './halves.ts'
import { isRight, type QuestionSet } from './public-sets.ts'
import { kindOf } from './question-kinds.ts'
import type { Judged } from './reliability.ts'
import { poseToArticles, type Silence } from './silence.ts'

/** What became of each posed question of a half, with the first passage's score. */
export async function judgeSilence(set: QuestionSet, half: Half): Promise<(Silence & Judged)[]> {
  const answerer = await createAnswerer(set.articles)
  return poseToArticles(set)
    .filter(({ question }) => question.half === half)
    .map(({ question, article, isHome }) => {
      const { verdict, confidence, passages } = answerer.ask(question.question, { article })
      const [first] = passages
      const right = first !== undefined && isRight(question, first.sentence)
      return { isHome, answered: verdict === 'answered', right, confidence, score: first?.score ?? 0 }
    })
}

/** Of the questions with the right sentence first, how many have a phrase marked, and one that overlaps the answer. */
export interface Marked {
  readonly questions: number
  readonly marked: number
  readonly overlapping: number
}

const MARKED_KINDS = ['who', 'when', 'where', 'how many']

/** Checks the marked answers of the questions that ask who, when, where or how many. */
export async function judgeMarked(set: QuestionSet, half: Half): Promise<Marked> {
  const answerer = await createAnswerer(set.articles)
  let [questions, marked, overlapping] = [0, 0, 0]
  for (const question of set.questions) {
    if (question.half !== half || !MARKED_KINDS.includes(kindOf(question.question))) continue
    const [first] = answerer.ask(question.question, { limit: 1 }).passages
    if (!first || !isRight(question, first.sentence)) continue
    questions++
    if (!first.answer) continue
    marked++
    // The sets are plain text, so that offsets into `plain` are offsets into the sentence.
    const [start, end] = first.answer.map((at) => at + first.sentence.start)
    if (question.answers.some((answer) => (start ?? 0) < answer[1] && answer[0] < (end ?? 0))) overlapping++
  }
  return { questions, marked, overlapping }
}
