import type { Query, QueryWord } from './query.ts'
import { weights } from './weights.ts'

/** How one sentence's words meet the question's. `fits` and `places` follow the question's words in order. */
export interface Meeting {
  /** BM25 over the question's words, as a share of the question's weight. */
  readonly bm25: number
  /** How well the best term for each word fits, 0 (missing) to 1. */
  readonly fits: readonly number[]
  /** Where each word stands, in words from the sentence's beginning, ascending. */
  readonly places: readonly (readonly number[])[]
}

/** Which words of the question a term stands for, by their places in it. */
export type ByTerm = ReadonlyMap<number, readonly { readonly place: number; readonly fit: number }[]>

/** Turns a question round, once for all its candidates. */
export function turnRound(words: readonly QueryWord[]): ByTerm {
  const byTerm = new Map<number, { place: number; fit: number }[]>()
  for (const [place, word] of words.entries())
    for (const [term, { fit }] of word.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), { place, fit }])
  return byTerm
}

/**
 * BM25 (Robertson and Zaragoza, 2009) over a sentence's terms, a word of the question counting as much as the best of its
 * terms fits. `averageLength` is a sentence's, in words.
 */
export function meet({ words, weight }: Query, byTerm: ByTerm, terms: Uint32Array, averageLength: number): Meeting {
  const norm =
    weights.saturation * (1 - weights.lengthNorm + weights.lengthNorm * (terms.length / Math.max(1, averageLength)))
  const fits = words.map(() => 0)
  const places = words.map((): number[] => [])
  terms.forEach((term, at) => {
    for (const { place, fit } of byTerm.get(term) ?? []) {
      fits[place] = Math.max(fit, fits[place] ?? 0)
      places[place]?.push(at)
    }
  })
  let bm25 = 0
  for (const [place, word] of words.entries()) {
    const count = places[place]?.length ?? 0
    bm25 += (word.weight * (fits[place] ?? 0) * count * (weights.saturation + 1)) / (count + norm)
  }
  return { bm25: bm25 / weight, fits, places }
}
