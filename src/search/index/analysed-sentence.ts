import { plainAt } from '../../corpus/packed.ts'
import type { Language } from '../../language/language.ts'
import { splitWords, type Word } from '../../language/words.ts'
import { languageOf, type TermStatistics, termsOf } from './term-statistics.ts'

/** A sentence as it is read, once for all that is looked for in it. */
export interface AnalysedSentence {
  readonly plain: string
  readonly words: readonly Word[]
  /** The term of each word, and behind them those of other names of what it names. */
  readonly terms: Uint32Array
  readonly language: Language
}

export function analyseSentence(statistics: TermStatistics, ordinal: number): AnalysedSentence {
  const plain = plainAt(statistics.packed, ordinal)
  const terms = termsOf(statistics, ordinal)
  return { plain, words: splitWords(plain), terms, language: languageOf(statistics, ordinal) }
}
