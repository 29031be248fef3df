import { lowerBound } from '../../columns/sorted-array.ts'
import { countStrings, findString, stringAt } from '../../columns/string-table.ts'
import { countSentences, type OrdinalRange, type PackedArticles } from '../../corpus/packed.ts'
import { type Language, loadLanguage } from '../../language/language.ts'
import type { IndexArrays } from './index-arrays.ts'
import { TermSet } from './term-set.ts'

/** The corpus and its index, as search reads them. */
export interface TermStatistics {
  readonly packed: PackedArticles
  readonly index: IndexArrays
  /** A sentence's mean length, in words. */
  readonly averageLength: number
  /** Room for the terms of the question at hand: whoever looks into it fills it first. */
  readonly queryTerms: TermSet
  /** The languages by their places. */
  readonly languages: readonly Language[]
}

export async function openStatistics(packed: PackedArticles, index: IndexArrays): Promise<TermStatistics> {
  const averageLength = index.tokens.length / Math.max(1, countSentences(packed))
  const tags = Array.from({ length: countStrings(packed.languages) }, (_, place) => stringAt(packed.languages, place))
  const queryTerms = new TermSet(countStrings(index.terms))
  return { packed, index, averageLength, queryTerms, languages: await Promise.all(tags.map(loadLanguage)) }
}

/** The language of a sentence, which must be one. */
export function languageOf({ packed, languages }: TermStatistics, ordinal: number): Language {
  const language = languages[packed.languageOf[packed.articleOf[ordinal] ?? 0] ?? 0]
  if (!language) throw new RangeError(`There is no sentence ${ordinal}`)
  return language
}

/** The id of a term; `undefined` where the corpus does not hold it. */
export function termId({ index }: TermStatistics, term: string): number | undefined {
  return findString(index.terms, term)
}

/** The id of the term that a word of the corpus, in lower case, is found under. */
export function spellingId({ index }: TermStatistics, word: string): number | undefined {
  const place = findString(index.spellings, word)
  return place === undefined ? undefined : index.spellingTerms[place]
}

/** The terms of one sentence, in order. */
export function termsOf({ index }: TermStatistics, ordinal: number): Uint32Array {
  return index.tokens.subarray(index.tokenStarts[ordinal], index.tokenStarts[ordinal + 1])
}

/** Where in `index.postings` the ordinals of a range stand that hold a term, ascending: `[start, end)`. */
export function postingsOf(
  { index, packed }: TermStatistics,
  term: number,
  { from, to }: OrdinalRange,
): [number, number] {
  const { postings, postingStarts } = index
  const [start = 0, end = 0] = [postingStarts[term], postingStarts[term + 1]]
  if (from === 0 && to === countSentences(packed)) return [start, end]
  const low = lowerBound(postings, from, start, end)
  return [low, lowerBound(postings, to, low, end)]
}

/** How many sentences of a range hold a term. */
export function countOf(statistics: TermStatistics, term: number, range: OrdinalRange): number {
  const [start, end] = postingsOf(statistics, term, range)
  return end - start
}
