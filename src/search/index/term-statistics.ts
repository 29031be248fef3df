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
  /** The sentences that may be seen: ascending and disjoint; absent where all may. Terms of other sentences do not exist. */
  readonly visible?: readonly OrdinalRange[]
  /** The mean length of a sentence that may be seen, in words. */
  readonly averageLength: number
  /** Indexed as `packed.languages` is. */
  readonly languages: readonly Language[]
  /** The languages of the articles that may be seen, most common first. */
  readonly spoken: readonly Language[]
}

export async function openStatistics(packed: PackedArticles, index: IndexArrays): Promise<TermStatistics> {
  const averageLength = index.tokens.length / Math.max(1, countSentences(packed))
  const tags = Array.from({ length: countStrings(packed.languages) }, (_, place) => stringAt(packed.languages, place))
  const languages = await Promise.all(tags.map(loadLanguage))
  const spoken = byFrequency(packed.languageOf).flatMap((place) => languages[place] ?? [])
  return { packed, index, averageLength, languages, spoken }
}

/** The distinct numbers, most common first. */
function byFrequency(numbers: Iterable<number>): number[] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([number]) => number)
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

/** The id of a term; `undefined` where nothing that may be seen holds it. */
export function termId(statistics: TermStatistics, term: string): number | undefined {
  const { index, visible } = statistics
  const id = findString(index.terms, term)
  return id === undefined || !visible || countOf(statistics, id, visible) > 0 ? id : undefined
}

/** The terms of a sentence, in order. */
export function termsOf({ index }: TermStatistics, ordinal: number): Uint32Array {
  return index.tokens.subarray(at(index.tokenStarts, ordinal), at(index.tokenStarts, ordinal + 1))
}

/** The postings of a term in a range: `index.postings` `[start, end)`. */
export function postingsOf(
  { index, packed }: TermStatistics,
  term: number,
  range: OrdinalRange,
): readonly [number, number] {
  const { postings, postingStarts } = index
  const whole = [at(postingStarts, term), at(postingStarts, term + 1)] as const
  return range.from === 0 && range.to === countSentences(packed) ? whole : stretchIn(postings, whole, range)
}

/** The paragraphs in a range of sentences whose headings or speaker hold a term: `index.trailed` `[start, end)`. */
export function trailedIn(
  { index, packed }: TermStatistics,
  term: number,
  range: OrdinalRange,
): readonly [number, number] {
  return groupsIn(index.trailed, index.trailedStarts, term, packed.paragraphOf, range)
}

/** The articles in a range of sentences whose title or section holds a term: `index.titled` `[start, end)`. */
export function titledIn(
  { index, packed }: TermStatistics,
  term: number,
  range: OrdinalRange,
): readonly [number, number] {
  return groupsIn(index.titled, index.titledStarts, term, packed.articleOf, range)
}

/**
 * The groups of sentences in a range that hold a term: `column` `[start, end)`.
 * @param starts where each term's groups begin in `column`
 * @param groupOf the group of each sentence: its paragraph or its article
 */
function groupsIn(
  column: Uint32Array,
  starts: Uint32Array,
  term: number,
  groupOf: Uint32Array,
  { from, to }: OrdinalRange,
): readonly [number, number] {
  const [start, end] = [at(starts, term), at(starts, term + 1)]
  if (from === to) return [start, start]
  return stretchIn(column, [start, end], { from: at(groupOf, from), to: at(groupOf, to - 1) + 1 })
}

/** Where a stretch `[start, end)` of an ascending column is within a range. */
function stretchIn(
  column: Uint32Array,
  [start, end]: readonly [number, number],
  { from, to }: OrdinalRange,
): readonly [number, number] {
  const low = lowerBound(column, from, start, end)
  return [low, lowerBound(column, to, low, end)]
}

/** How many sentences of some ranges hold a term; where none does, how many titles and paragraphs under headings that do. */
export function countOf(statistics: TermStatistics, term: number, ranges: readonly OrdinalRange[]): number {
  const count = (of: typeof postingsOf): number =>
    ranges.reduce((sum, range) => {
      const [start, end] = of(statistics, term, range)
      return sum + end - start
    }, 0)
  return count(postingsOf) || count(trailedIn) + count(titledIn)
}

/** Whether some paragraph that may be seen stands below headings that hold both terms. */
export function shareHeadings(statistics: TermStatistics, a: number, b: number): boolean {
  const { packed, visible = [{ from: 0, to: countSentences(packed) }] } = statistics
  return visible.some((range) =>
    sharesOne(statistics, trailedIn(statistics, a, range), trailedIn(statistics, b, range)),
  )
}

/** Whether two stretches `[start, end)` of `index.trailed` have a paragraph in common. */
function sharesOne(
  { index: { trailed } }: TermStatistics,
  [startA, endA]: readonly [number, number],
  [startB, endB]: readonly [number, number],
): boolean {
  let [i, j] = [startA, startB]
  while (i < endA && j < endB) {
    const difference = at(trailed, i) - at(trailed, j)
    if (difference === 0) return true
    if (difference < 0) i++
    else j++
  }
  return false
}
