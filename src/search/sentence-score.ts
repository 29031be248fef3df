import type { QueryWord } from './query.ts'
import { weights } from './weights.ts'

/** How a sentence's own words meet the question's. */
export interface SentenceScore {
  /** BM25 over the question's words. */
  readonly score: number
  /** The weight of the words it holds, as well as they fit. */
  readonly weight: number
  /** The weight of the words that stand side by side in both. */
  readonly pairs: number
  /** The question's words that it holds → how well the best of their terms fits, 0 to 1. */
  readonly words: ReadonlyMap<QueryWord, number>
}

/**
 * BM25 (Robertson and Zaragoza, 2009) over a sentence's terms, a word of the question counting as much as the best of its
 * terms fits. `averageLength` is a sentence's, in words.
 */
export function scoreSentence(asked: Asked, terms: Uint32Array, averageLength: number): SentenceScore {
  const norm =
    weights.saturation * (1 - weights.lengthNorm + weights.lengthNorm * (terms.length / Math.max(1, averageLength)))
  const words = new Map<QueryWord, number>()
  const counts = new Map<QueryWord, number>()
  const pairs = new Set<QueryWord>()
  let before: readonly Meant[] = []
  for (const term of terms) {
    const here = asked.byTerm.get(term) ?? []
    for (const { word, fit } of here) {
      words.set(word, Math.max(fit, words.get(word) ?? 0))
      counts.set(word, (counts.get(word) ?? 0) + 1)
      const previous = asked.previous.get(word)
      if (previous && before.some((each) => each.word === previous)) pairs.add(word)
    }
    before = here
  }
  let score = 0
  let weight = 0
  for (const [word, fit] of words) {
    const count = counts.get(word) ?? 0
    score += (word.weight * fit * count * (weights.saturation + 1)) / (count + norm)
    weight += word.weight * fit
  }
  let paired = 0
  for (const word of pairs) paired += word.weight + (asked.previous.get(word)?.weight ?? 0)
  return { score, weight, pairs: paired, words }
}

/** A word of the question under one of its terms. */
export interface Meant {
  readonly word: QueryWord
  readonly fit: number
}

/** The question turned round: which of its words a term stands for, and which word with meaning comes before another. */
export interface Asked {
  readonly byTerm: ReadonlyMap<number, readonly Meant[]>
  readonly previous: ReadonlyMap<QueryWord, QueryWord>
}

/** Turns a question round, once for all its candidates. */
export function turnRound(words: readonly QueryWord[]): Asked {
  const byTerm = new Map<number, Meant[]>()
  for (const word of words)
    for (const [term, { fit }] of word.terms) byTerm.set(term, [...(byTerm.get(term) ?? []), { word, fit }])
  const previous = new Map<QueryWord, QueryWord>()
  words
    .filter((word) => word.content)
    .forEach((word, i, content) => {
      const before = content[i - 1]
      if (before) previous.set(word, before)
    })
  return { byTerm, previous }
}
