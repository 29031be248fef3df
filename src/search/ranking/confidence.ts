// Calibrated probabilities: that the corpus covers a question, and that a sentence answers it.
import { at } from '../../columns/at.ts'
import type { PackedArticles } from '../../corpus/packed.ts'
import { createSum, standingNames } from '../model/feature.ts'
import { weights } from '../model/weights.ts'
import type { Query } from '../query/query.ts'
import type { Ranked } from './rank.ts'
import { standingsOf } from './standing.ts'

export interface Confidence {
  /** The probability that what was searched covers the question. */
  readonly onTopic: number
  /** The probability of each of the first sentences, in ranking order, to answer it. */
  readonly isAnswer: readonly number[]
}

const topicSum = createSum(weights.onTopic)
const answerSum = createSum(weights.isAnswer)

/**
 * Logistic regressions, for the first `limit` sentences. `onTopic` looks at the features of the best one; `isAnswer` at
 * those of each and at how it stands among the others.
 */
export function confidenceIn(
  ranked: readonly Ranked[],
  limit: number,
  query: Query,
  { paragraphOf }: PackedArticles,
): Confidence {
  const [best] = ranked
  if (!best) return { onTopic: 0, isAnswer: [] }
  const { onTopic, isAnswer } = weights
  const contenders = ranked
    .slice(0, Math.max(limit, weights.read))
    .map(({ ordinal, sum, own }) => ({ sum, own, paragraph: at(paragraphOf, ordinal) }))
  return {
    onTopic: logistic(onTopic.constant + topicSum(best.features)),
    isAnswer: standingsOf(query, contenders, limit).map((standing, i) => {
      const features = ranked[i]?.features ?? best.features
      const stands = standingNames.reduce((sum, name) => sum + isAnswer[name] * standing[name], 0)
      return logistic(isAnswer.constant + stands + answerSum(features))
    }),
  }
}

function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}
