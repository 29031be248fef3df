// The figures of a list of asked questions.
import { average } from './bootstrap.ts'
import type { Asked } from './open-set.ts'

/** The reciprocal of the rank of the first right passage; 0 where there is none. */
export function reciprocalRank({ right }: Pick<Asked, 'right'>): number {
  const rank = right.indexOf(true) + 1
  return rank > 0 ? 1 / rank : 0
}

/** 1 where the first passage is right. */
export function firstRight({ right }: Pick<Asked, 'right'>): number {
  return right[0] ? 1 : 0
}

function isAnswerable({ question }: Asked): boolean {
  return question.golds.length > 0
}

function isAnswered({ answer }: Asked): boolean {
  return answer.verdict === 'answered'
}

/** Shares, 0 to 1, but for the numbers of questions. What has nothing to be a share of is `undefined`. */
export interface Summary {
  readonly questions: number
  readonly answerable: number
  /** Mean reciprocal rank, and right passages among the first 1 and 3, over the answerable questions. */
  readonly mrr: number | undefined
  readonly first: number | undefined
  readonly firstThree: number | undefined
  /** Of all called answered, those with a right first passage. */
  readonly precision: number | undefined
  /** Of the answerable, those called answered with a right first passage. */
  readonly recall: number | undefined
  /** The harmonic mean of the two (Yang, Yih and Meek, 2015: trigger F1). */
  readonly triggerF1: number | undefined
  /** Of the unanswerable, those called answered. */
  readonly falseAnswers: number | undefined
  /** Of the answerable with a wrong first passage, those called answered. */
  readonly wrongAnswered: number | undefined
  /** Of the answerable, those called silent. */
  readonly silences: number | undefined
  /** Of all, those served well: a right first passage that is not called silent, or nothing called answered. */
  readonly served: number | undefined
}

export function summarise(asked: readonly Asked[]): Summary {
  const answerable = asked.filter(isAnswerable)
  const answered = asked.filter(isAnswered)
  const hits = answered.filter(({ right }) => right[0]).length
  const precision = share(hits, answered.length)
  const recall = share(hits, answerable.length)
  const wrong = answerable.filter(({ right }) => !right[0])
  const isSilent = ({ answer }: Asked) => answer.verdict === 'silent'
  const served = asked.filter((each) => (isAnswerable(each) ? each.right[0] && !isSilent(each) : !isAnswered(each)))
  const mean = (measure: (each: Asked) => number) =>
    answerable.length > 0 ? average(answerable.map(measure)) : undefined
  return {
    questions: asked.length,
    answerable: answerable.length,
    mrr: mean(reciprocalRank),
    first: mean(firstRight),
    firstThree: mean(({ right }) => (right.slice(0, 3).includes(true) ? 1 : 0)),
    precision,
    recall,
    triggerF1:
      precision === undefined || recall === undefined ? undefined : (2 * hits) / (answered.length + answerable.length),
    falseAnswers: share(answered.filter((each) => !isAnswerable(each)).length, asked.length - answerable.length),
    wrongAnswered: share(wrong.filter(isAnswered).length, wrong.length),
    silences: share(answerable.filter(isSilent).length, answerable.length),
    served: share(served.length, asked.length),
  }
}

function share(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined
}
