// How often the phrase in bold is the answer.
import { ask, type OpenSet } from './open-set.ts'
import { kindOf } from './question-kinds.ts'

/** Of the questions with the right sentence first: how many have a phrase marked, and one that overlaps the answer. */
export interface Marked {
  readonly questions: number
  readonly marked: number
  readonly overlapping: number
}

const MARKED_KINDS = ['who', 'when', 'where', 'how many']

/** Checks the marked answers of the held-out questions that ask who, when, where or how many, in a plain-text set. */
export function measureMarked(open: OpenSet): Marked {
  let [questions, marked, overlapping] = [0, 0, 0]
  for (const question of open.set.questions) {
    if (question.half !== 'held-out' || !MARKED_KINDS.includes(kindOf(question.question))) continue
    const { answer, right } = ask(open, question)
    const [first] = answer.passages
    if (!first || !right[0]) continue
    questions++
    if (!first.answer) continue
    marked++
    // In plain text, offsets into `plain` are offsets into the sentence.
    const [start = 0, end = 0] = first.answer.map((at) => at + first.sentence.start)
    if (question.golds.some((gold) => start < gold.end && gold.start < end)) overlapping++
  }
  return { questions, marked, overlapping }
}
