import type { Query, Scope } from './query.ts'
import { lowerBound, type TermStatistics } from './term-statistics.ts'
import { weights } from './weights.ts'

/**
 * The bounded set of sentences that are looked at closely: those that hold the most of the question's weight, and their
 * neighbours in the article, for an answer may stand beside the sentence that shares the question's words. Ordinals,
 * ascending.
 */
export function chooseCandidates(query: Query, statistics: TermStatistics, scope: Scope): number[] {
  const rough = new Map<number, number>()
  const words = query.words.some((word) => word.content && word.terms.size > 0)
    ? query.words.filter((word) => word.content)
    : query.words
  for (const word of words) {
    for (const [term, { fit }] of word.terms) {
      const ordinals = statistics.postings[term] ?? []
      for (let at = lowerBound(ordinals, scope.from); at < ordinals.length; at++) {
        const ordinal = ordinals[at]
        if (ordinal === undefined || ordinal >= scope.to) break
        rough.set(ordinal, (rough.get(ordinal) ?? 0) + word.weight * fit)
      }
    }
  }
  const best = [...rough].sort(([a, x], [b, y]) => y - x || a - b).slice(0, weights.candidates)
  const chosen = new Set<number>()
  for (const [ordinal] of best)
    for (const near of [ordinal, ordinal - 1, ordinal + 1])
      if (near >= scope.from && near < scope.to && sameArticle(ordinal, near, statistics)) chosen.add(near)
  return [...chosen].sort((a, b) => a - b)
}

function sameArticle(a: number, b: number, { sentences }: TermStatistics): boolean {
  return sentences[a]?.article === sentences[b]?.article
}
