import type { QuestionSet, SetQuestion } from './public-sets.ts'
import { randomNumbers } from './random.ts'

/** A question asked of one article: its own, or another that does not answer it. */
export interface Posed {
  readonly question: SetQuestion
  readonly article: string
  readonly isHome: boolean
}

/** Poses half of a set's questions to their own article and the other half, seeded, to another one of the same half. */
export function poseToArticles({ questions }: QuestionSet): Posed[] {
  const random = randomNumbers(4)
  return questions.map((question) => {
    const isHome = random() < 0.5
    const others = questions.filter(({ home, half }) => half === question.half && home !== question.home)
    const other = others[Math.floor(random() * others.length)]
    return { question, isHome, article: isHome ? question.home : (other?.home ?? question.home) }
  })
}

/** What became of a posed question. */
export interface Silence {
  readonly isHome: boolean
  readonly answered: boolean
  /** Whether the first passage is right. */
  readonly right: boolean
  /** The first passage's score; 0 where there is none. */
  readonly confidence: number
}

/** Precision over what was answered, recall over what has an answer, and their F1 (Yang, Yih and Meek, 2015). */
export function triggerScore(outcomes: readonly Silence[]): { precision: number; recall: number; f1: number } {
  const hits = outcomes.filter(({ answered, right }) => answered && right).length
  const precision = hits / Math.max(1, outcomes.filter(({ answered }) => answered).length)
  const recall = hits / Math.max(1, outcomes.filter(({ isHome }) => isHome).length)
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

/** How often a question of one's own article has more confidence than one of another: the area under the ROC curve. */
export function areaUnderCurve(outcomes: readonly Silence[]): number {
  const own = outcomes.filter(({ isHome }) => isHome)
  const foreign = outcomes.filter(({ isHome }) => !isHome)
  let above = 0
  for (const a of own)
    for (const b of foreign) above += a.confidence > b.confidence ? 1 : a.confidence === b.confidence ? 0.5 : 0
  return above / Math.max(1, own.length * foreign.length)
}
