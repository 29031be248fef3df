// Signs that a sentence is about something else than the question, although it holds most of its words.
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
  const antonyms = new Map(
    content.map(({ text, i }) => [
      i,
      new Set(
        statistics.spoken
          .flatMap((language) => [...language.antonyms(text)])
          .flatMap((term) => termId(statistics, term) ?? []),
      ),
    ]),
  )
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
      antonym: content.some(({ i }) => !isHeld(own, i) && terms.some((term) => antonyms.get(i)?.has(term))) ? 1 : 0,
      missingNumber: missing.some(({ text }) => isNumber(text, language.numberOf(text))) ? 1 : 0,
      missingName: weightOf(missing.filter(({ isName }) => isName)),
      missingVerbAndNoun: isNoun >= 0 && isVerb >= 0 ? 1 : 0,
    }
  }
}

/** `one` and `first` are more often pronouns and adverbs than numbers. */
function isNumber(text: string, value: number | undefined): boolean {
  return /\p{N}/u.test(text) || (value !== undefined && value > 1)
}
