// The corpus and its index, opened for search, and what is looked up in them.
import { at } from '../../columns/at.ts'
import { lowerBound } from '../../columns/sorted-array.ts'
import { countStrings, findString, stringAt } from '../../columns/string-table.ts'
import { countSentences, type OrdinalRange, type PackedArticles } from '../../corpus/packed.ts'
import { type Language, loadLanguage } from '../../language/language.ts'
import type { IndexArrays } from './index-arrays.ts'

export interface TermStatistics {
  readonly packed: PackedArticles
  readonly index: IndexArrays
  /** The mean length of a sentence, in words. */
  readonly averageLength: number
  /** Indexed as `packed.languages` is. */
  readonly languages: readonly Language[]
}

export async function openStatistics(packed: PackedArticles, index: IndexArrays): Promise<TermStatistics> {
  const averageLength = index.tokens.length / Math.max(1, countSentences(packed))
  const tags = Array.from({ length: countStrings(packed.languages) }, (_, place) => stringAt(packed.languages, place))
  return { packed, index, averageLength, languages: await Promise.all(tags.map(loadLanguage)) }
}

/**
 * The language of a sentence.
 * @throws RangeError where there is no such sentence
 */
export function languageOf({ packed, languages }: TermStatistics, ordinal: number): Language {
  const language = languages[at(packed.languageOf, at(packed.articleOf, ordinal))]
  if (!language) throw new RangeError(`no language of sentence ${ordinal}`)
  return language
}

/** The id of a term; `undefined` where the corpus does not hold it. */
export function termId({ index }: TermStatistics, term: string): number | undefined {
  return findString(index.terms, term)
}

/** The id of the term that a word of the corpus, in lower case, is indexed under. */
export function spellingId({ index }: TermStatistics, word: string): number | undefined {
  const spelling = findString(index.spellings, word)
  return spelling === undefined ? undefined : at(index.spellingTerms, spelling)
}

/** The terms of a sentence, in order. */
export function termsOf({ index }: TermStatistics, ordinal: number): Uint32Array {
  return index.tokens.subarray(at(index.tokenStarts, ordinal), at(index.tokenStarts, ordinal + 1))
}

/** The postings of a term in a range: `index.postings` `[start, end)`. */
export function postingsOf(
  { index, packed }: TermStatistics,
  term: number,
  { from, to }: OrdinalRange,
): [number, number] {
  const { postings, postingStarts } = index
  const [start, end] = [at(postingStarts, term), at(postingStarts, term + 1)]
  if (from === 0 && to === countSentences(packed)) return [start, end]
  const low = lowerBound(postings, from, start, end)
  return [low, lowerBound(postings, to, low, end)]
}

/** How many sentences of a range hold a term; where none does, how many titles and paragraphs under headings that do. */
export function countOf(statistics: TermStatistics, term: number, range: OrdinalRange): number {
  const [start, end] = postingsOf(statistics, term, range)
  return end > start || range.from === range.to ? end - start : countAround(statistics, term, range)
}

function countAround({ index, packed }: TermStatistics, term: number, { from, to }: OrdinalRange): number {
  const countIn = (numbers: Uint32Array, starts: Uint32Array, first: number, last: number): number => {
    const [start, end] = [at(starts, term), at(starts, term + 1)]
    const low = lowerBound(numbers, first, start, end)
    return lowerBound(numbers, last + 1, low, end) - low
  }
  const { articleOf, paragraphOf } = packed
  return (
    countIn(index.trailed, index.trailedStarts, at(paragraphOf, from), at(paragraphOf, to - 1)) +
    countIn(index.titled, index.titledStarts, at(articleOf, from), at(articleOf, to - 1))
  )
}

/** Whether some paragraph stands below headings that hold both terms. */
export function shareHeadings({ index: { trailed, trailedStarts } }: TermStatistics, a: number, b: number): boolean {
  let [i, j] = [at(trailedStarts, a), at(trailedStarts, b)]
  const [endA, endB] = [at(trailedStarts, a + 1), at(trailedStarts, b + 1)]
  while (i < endA && j < endB) {
    const difference = at(trailed, i) - at(trailed, j)
    if (difference === 0) return true
    if (difference < 0) i++
    else j++
  }
  return false
}
