// Signs that a sentence is about something else than the question, although it holds most of its words.
import type { Language } from '../../language/language.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { type TermStatistics, termId } from '../index/term-statistics.ts'
import type { Features } from '../model/feature.ts'
import type { Query } from '../query/query.ts'

/** A word counts as missing below this fit: a synonym or a word of the same family will do. */
const MISSING_BELOW = 0.4

export type NearMissSignals = Pick<
  Features,
  'uncovered' | 'negation' | 'antonym' | 'missingNumber' | 'missingName' | 'missingVerbAndNoun'
>

/**
 * Makes the function that reads the signs off a sentence.
 * @param own how well the sentence holds each word of the question
 * @param around the same of its paragraph, headings and title together
 */
export function createNearMissSignals(
  query: Query,
  statistics: TermStatistics,
): (reading: AnalysedSentence, own: readonly number[], around: readonly number[]) => NearMissSignals {
  const content = query.words.map((word, i) => ({ ...word, i })).filter((word) => word.content)
  const antonyms = new Map<number, ReadonlySet<number>>()
  /** The terms of a word's antonyms, looked up once a sentence lacks the word. */
  const antonymsOf = ({ i, text }: (typeof content)[number]): ReadonlySet<number> => {
    const known = antonyms.get(i)
    if (known) return known
    const found = statistics.spoken.flatMap((language) => language.antonyms(text))
    const ids = new Set(found.flatMap((term) => termId(statistics, term) ?? []))
    antonyms.set(i, ids)
    return ids
  }
  const holdsAntonym = (terms: Uint32Array, word: (typeof content)[number]): boolean => {
    const opposites = antonymsOf(word)
    return opposites.size > 0 && terms.some((term) => opposites.has(term))
  }
  const negating = new Set(
    statistics.languages.filter(({ isNegation }) => [...query.questionWords].some((word) => isNegation(word))),
  )
  return ({ words, terms, language }, own, around) => {
    const isHeld = (fits: readonly number[], i: number) => (fits[i] ?? 0) >= MISSING_BELOW
    const missing = content.filter(({ i }) => !isHeld(around, i))
    const parts = missing.filter(({ isName }) => !isName).map(({ text }) => language.partsOfSpeech(text))
    const isNoun = parts.findIndex((part) => part.has('noun') && !part.has('verb'))
    const isVerb = parts.findIndex((part, at) => part.has('verb') && at !== isNoun)
    const weightOf = (some: typeof missing) => some.reduce((sum, { weight }) => sum + weight, 0) / query.weight
    return {
      uncovered: weightOf(missing),
      negation: negating.has(language) && !words.some(({ text }) => language.isNegation(text)) ? 1 : 0,
      antonym: content.some((word) => !isHeld(own, word.i) && holdsAntonym(terms, word)) ? 1 : 0,
      missingNumber: missing.some(({ text }) => isNumber(text, language)) ? 1 : 0,
      missingName: weightOf(missing.filter(({ isName }) => isName)),
      missingVerbAndNoun: isNoun >= 0 && isVerb >= 0 ? 1 : 0,
    }
  }
}

/** `one` and `first` are more often pronouns and adverbs than numbers. */
function isNumber(text: string, language: Language): boolean {
  return /\p{N}/u.test(text) || (language.numberOf(text) ?? 0) > 1
}
