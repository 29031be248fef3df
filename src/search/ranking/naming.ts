// How much of a title or a heading a question names.
import { countIn, countSentences } from '../../corpus/packed.ts'
import { wordsIn } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { countOf, type TermStatistics, termId } from '../index/term-statistics.ts'
import { inverseFrequency, type Query } from '../query/query.ts'

/**
 * Makes the function that tells what share of some terms, weighted by their rarity, a question holds: 1 for the title
 * `Rye bread` and the question `how long does rye bread keep`, less for `Rye bread with caraway`.
 */
export function createNaming({ words }: Query, statistics: TermStatistics): (terms: Iterable<number>) => number {
  const { packed, visible = [{ from: 0, to: countSentences(packed) }] } = statistics
  const size = countIn(visible)
  const fitOf = (term: number): number =>
    words.reduce((best, { terms }) => Math.max(best, terms.get(term)?.fit ?? 0), 0)
  const rarities = new Map<number, number>()
  const rarityOf = (term: number): number => {
    const rarity = rarities.get(term) ?? inverseFrequency(countOf(statistics, term, visible), size)
    rarities.set(term, rarity)
    return rarity
  }
  return (terms) => {
    let [named, all] = [0, 0]
    for (const term of new Set(terms)) {
      all += rarityOf(term)
      named += rarityOf(term) * fitOf(term)
    }
    return all > 0 ? named / all : 0
  }
}

/** Makes the function that tells what share of a heading a question names, given a sentence below it. */
export function createHeadingNaming(
  query: Query,
  statistics: TermStatistics,
): (heading: string | undefined, below: AnalysedSentence) => number {
  const naming = createNaming(query, statistics)
  const known = new Map<string, number>()
  return (heading, { language }) => {
    if (heading === undefined) return 0
    const share =
      known.get(heading) ?? naming(wordsIn(heading).flatMap((word) => termId(statistics, language.term(word)) ?? []))
    known.set(heading, share)
    return share
  }
}
