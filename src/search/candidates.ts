import type { Query, Scope } from './query.ts'
import { lowerBound, type TermStatistics } from './term-statistics.ts'
import { weights } from './weights.ts'

/**
 * The bounded set of sentences that are looked at closely: those that hold the most of the question's weight, and their
 * neighbours in the article, for an answer may stand beside the sentence that shares the question's words. Ordinals,
 * ascending.
 */
export function chooseCandidates(query: Query, statistics: TermStatistics, scope: Scope): number[] {
  const chosen = new Set<number>()
  for (const ordinal of heaviest(weigh(query, statistics, scope), weights.candidates)) {
    for (const near of [ordinal - 1, ordinal, ordinal + 1]) {
      const inScope = near >= 0 && near < scope.to - scope.from
      if (inScope && sameArticle(scope.from + ordinal, scope.from + near, statistics)) chosen.add(scope.from + near)
    }
  }
  return [...chosen].sort((a, b) => a - b)
}

/** How much of the question each sentence of the scope holds, roughly: the weights of its terms that fit. */
function weigh(query: Query, { postings }: TermStatistics, { from, to }: Scope): Float32Array {
  const meaning = query.words.filter((word) => word.content && word.terms.size > 0)
  const held = new Float32Array(to - from)
  for (const word of meaning.length > 0 ? meaning : query.words) {
    for (const [term, { fit }] of word.terms) {
      const ordinals = postings[term] ?? []
      for (let at = lowerBound(ordinals, from); at < ordinals.length; at++) {
        const ordinal = ordinals[at] ?? to
        if (ordinal >= to) break
        held[ordinal - from] = (held[ordinal - from] ?? 0) + word.weight * fit
      }
    }
  }
  return held
}

/** The places of the largest numbers above nought, at most `count`; of equal ones the first. */
function heaviest(numbers: Float32Array, count: number): number[] {
  const best: number[] = []
  let least = 0
  numbers.forEach((number, place) => {
    if (number <= least) return
    let at = best.length
    while (at > 0 && (numbers[best[at - 1] ?? 0] ?? 0) < number) at--
    best.splice(at, 0, place)
    if (best.length > count) best.pop()
    if (best.length === count) least = numbers[best.at(-1) ?? 0] ?? 0
  })
  return best
}

function sameArticle(a: number, b: number, { sentences }: TermStatistics): boolean {
  return sentences[a]?.article === sentences[b]?.article
}
