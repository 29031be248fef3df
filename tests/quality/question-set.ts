// What the quality suite measures: a folder of articles, and questions whose answers are known.
import type { Half } from './halves.ts'

/** A stretch of an article: UTF-16 offsets `[start, end)` into its text. */
export interface Gold {
  /** The id of the article. */
  readonly article: string
  readonly start: number
  readonly end: number
}

export interface SetQuestion {
  readonly question: string
  /** The id of the one article that is asked; all are where absent. */
  readonly article?: string
  readonly half: Half
  /** What answers it; empty where nothing does. */
  readonly golds: readonly Gold[]
  /** Earlier turns of the dialogue, the latest first. */
  readonly before?: readonly string[]
}

/**
 * When a passage is right: it touches a gold stretch; or it shares more than half of the gold sentence; or the overlap is
 * more than half of the shorter of the two.
 */
export type GoldRule = 'touches' | 'half-of-gold' | 'half-of-shorter'

export interface QuestionSet {
  readonly name: string
  readonly language: string
  readonly rule: GoldRule
  /** The articles by file name, or the folder that holds them. */
  readonly files: ReadonlyMap<string, string> | string
  readonly questions: readonly SetQuestion[]
}

/** Whether a passage answers a question, by the set's rule. */
export function isRight(rule: GoldRule, { golds }: Pick<SetQuestion, 'golds'>, passage: Gold): boolean {
  return golds.some(({ article, start, end }) => {
    if (article !== passage.article) return false
    const common = Math.min(end, passage.end) - Math.max(start, passage.start)
    if (rule === 'touches') return common > 0
    return common > (rule === 'half-of-gold' ? end - start : Math.min(end - start, passage.end - passage.start)) / 2
  })
}
