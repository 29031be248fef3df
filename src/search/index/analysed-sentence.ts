// A sentence as ranking and extraction read it.
import { plainAt } from '../../corpus/packed.ts'
import type { Language } from '../../language/language.ts'
import { splitWords, type Word } from '../../language/words.ts'
import { languageOf, type TermStatistics, termsOf } from './term-statistics.ts'

/** A sentence split into words, once for everything that reads it. */
export interface AnalysedSentence {
  readonly plain: string
  readonly words: readonly Word[]
  /** The term of each word, then those of other names for what it names. */
  readonly terms: Uint32Array
  readonly language: Language
}

export function analyseSentence(statistics: TermStatistics, ordinal: number): AnalysedSentence {
  const plain = plainAt(statistics.packed, ordinal)
  const terms = termsOf(statistics, ordinal)
  return { plain, words: splitWords(plain), terms, language: languageOf(statistics, ordinal) }
}
