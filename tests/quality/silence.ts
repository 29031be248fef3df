// What happens to questions that are asked of an article which does not answer them.
import { ask, type OpenSet } from './open-set.ts'
import type { SetQuestion } from './question-set.ts'
import { randomNumbers } from './random.ts'

/** A question asked of one article: its own, or another that does not answer it. */
export interface Posed {
  readonly question: SetQuestion
  readonly article: string
  readonly isHome: boolean
}

/** Poses half of a set's questions to their own article and the other half, seeded, to another one of the same half. */
export function poseToArticles(questions: readonly SetQuestion[]): Posed[] {
  const random = randomNumbers(4)
  const posable = questions.flatMap((question) => {
    const home = question.article ?? question.golds[0]?.article
    return home === undefined ? [] : [{ question, home }]
  })
  return posable.map(({ question, home }) => {
    const isHome = random() < 0.5
    const others = posable.filter((other) => other.question.half === question.half && other.home !== home)
    const other = others[Math.floor(random() * others.length)]
    return { question, isHome, article: isHome ? home : (other?.home ?? home) }
  })
}

/** What became of a posed question. */
export interface Silence {
  readonly isHome: boolean
  readonly answered: boolean
  readonly silent: boolean
  /** Whether the first passage is right. */
  readonly right: boolean
  /** How probable it is that the article covers the question. */
  readonly confidence: number
  /** The first passage's score; 0 where there is none. */
  readonly score: number
}

/** Asks the posed questions of the held-out half. */
export function measureSilence(open: OpenSet): Silence[] {
  return poseToArticles(open.set.questions)
    .filter(({ question }) => question.half === 'held-out')
    .map(({ question, article, isHome }) => {
      const { answer, right } = ask(open, question, { article })
      return {
        isHome,
        answered: answer.verdict === 'answered',
        silent: answer.verdict === 'silent',
        right: right[0] === true,
        confidence: answer.confidence,
        score: answer.passages[0]?.score ?? 0,
      }
    })
}

/** Precision over what was answered, recall over what has an answer, and their F1 (Yang, Yih and Meek, 2015). */
export function triggerScore(outcomes: readonly Pick<Silence, 'answered' | 'right' | 'isHome'>[]): {
  precision: number
  recall: number
  f1: number
} {
  const hits = outcomes.filter(({ answered, right }) => answered && right).length
  const precision = hits / Math.max(1, outcomes.filter(({ answered }) => answered).length)
  const recall = hits / Math.max(1, outcomes.filter(({ isHome }) => isHome).length)
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

/** How often a question of one's own article has more confidence than one of another: the area under the ROC curve. */
export function areaUnderCurve(outcomes: readonly Pick<Silence, 'isHome' | 'confidence'>[]): number {
  const own = outcomes.filter(({ isHome }) => isHome)
  const foreign = outcomes.filter(({ isHome }) => !isHome)
  let above = 0
  for (const a of own)
    for (const b of foreign) above += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0
  return above / Math.max(1, own.length * foreign.length)
}
