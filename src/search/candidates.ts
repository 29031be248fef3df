import type { Query, Scope } from './query.ts'
import { turnRound } from './sentence-score.ts'
import { postingsOf, type TermStatistics, termsOf } from './term-statistics.ts'
import { weights } from './weights.ts'

/**
 * The bounded set of sentences that are looked at closely: those that hold the most of the question's weight, and their
 * neighbours in the article, for an answer may stand beside the sentence that shares the question's words. Ordinals,
 * ascending.
 */
export function chooseCandidates(query: Query, statistics: TermStatistics, scope: Scope): number[] {
  const { articleOf } = statistics.packed
  const chosen = new Set<number>()
  for (const ordinal of heaviest(query, statistics, scope)) {
    for (const near of [ordinal - 1, ordinal, ordinal + 1])
      if (near >= scope.from && near < scope.to && articleOf[near] === articleOf[ordinal]) chosen.add(near)
  }
  return [...chosen].sort((a, b) => a - b)
}

/**
 * The ordinals that hold the most of the question, at most `weights.candidates`, of equal ones the first: by the weights of
 * the words that they hold. MaxScore (Turtle and Flood, 1995), a word at a time, the weightiest first: a sentence that a
 * list brings is weighed whole by its own terms, and once the words left cannot lift one above the least of the best, their
 * lists are not walked.
 */
function heaviest({ words }: Query, statistics: TermStatistics, scope: Scope): number[] {
  const meaning = words.filter((word) => word.content && word.terms.size > 0)
  const sought = (meaning.length > 0 ? meaning : words)
    .filter((word) => word.terms.size > 0)
    .sort((a, b) => b.weight - a.weight)
  const byTerm = turnRound(sought)
  const fits = new Float64Array(sought.length)
  const best: { ordinal: number; weight: number }[] = []
  let left = sought.reduce((sum, word) => sum + word.weight, 0)
  let walked = 0
  for (const [place, word] of sought.entries()) {
    const least = best.length === weights.candidates ? (best.at(-1)?.weight ?? 0) : 0
    if (left < least || walked > weights.walked) break
    for (const term of word.terms.keys()) {
      const postings = postingsOf(statistics, term, scope)
      walked += postings.length
      for (const ordinal of postings) {
        const weight = weigh(termsOf(statistics, ordinal), place)
        if (weight > 0) keep({ ordinal, weight })
      }
    }
    left -= word.weight
  }
  return best.map(({ ordinal }) => ordinal)

  /** The weight of the words that a sentence holds; 0 where it holds one from before `place`, which brought it already. */
  function weigh(terms: Uint32Array, place: number): number {
    fits.fill(0)
    for (const term of terms) {
      for (const meeting of byTerm.get(term) ?? []) {
        if (meeting.place < place) return 0
        fits[meeting.place] = Math.max(fits[meeting.place] ?? 0, meeting.fit)
      }
    }
    return sought.reduce((sum, word, i) => sum + word.weight * (fits[i] ?? 0), 0)
  }

  function keep(found: { ordinal: number; weight: number }): void {
    const isBetter = (other: typeof found) =>
      found.weight > other.weight || (found.weight === other.weight && found.ordinal < other.ordinal)
    const last = best.at(-1)
    if (best.length === weights.candidates && last && !isBetter(last)) return
    let at = best.length
    while (at > 0 && isBetter(best[at - 1] ?? found)) at--
    if (best[at - 1]?.ordinal === found.ordinal) return
    best.splice(at, 0, found)
    if (best.length > weights.candidates) best.pop()
  }
}
