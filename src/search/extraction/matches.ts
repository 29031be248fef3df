// Which words of the question a sentence holds, and where.
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { MatchType, Query } from '../query/query.ts'
import type { Span } from './spans.ts'

/** How one word of the question matches a sentence. */
export interface WordMatch {
  /** The word as typed. */
  readonly word: string
  /** `same`: in whatever inflection; `form`: a relative or synonym; `near`: spelt similarly. */
  readonly matchType: MatchType | 'missing'
  /** The word of the sentence; absent when missing, or when the sentence has another name for it. */
  readonly found?: string
  /** Its share of the question's weight, 0 to 1. */
  readonly share: number
}

/** Where a sentence matches the question. */
export interface Matches {
  /** One for each content word of the question, in its order. */
  readonly words: readonly WordMatch[]
  /** Sorted, disjoint UTF-16 ranges `[start, end)` of `plain`. */
  readonly highlights: readonly Span[]
}

/** Stretches of the sentence that Fuse.js matched with a word of the question. */
export type FuzzyRanges = ReadonlyMap<string, readonly Span[]>

/** How much of a word Fuse.js must match for it to count as that word: `tion` in `station` is another. */
const MATCHED_PART = 0.7

/** Finds the question's words in a sentence: by their terms, else as Fuse.js matched them. */
export function matchWords(query: Query, sentence: AnalysedSentence, fuzzy: FuzzyRanges | undefined): Matches {
  const { words: places, terms } = sentence
  const highlights = new Map<number, Span>()
  const words = query.words
    .filter((word) => word.content)
    .map(({ text, terms: known, weight }): WordMatch => {
      const share = weight / query.weight
      let best: { readonly how: MatchType; readonly fit: number; readonly found: string } | undefined
      for (const [i, place] of places.entries()) {
        const match = known.get(terms[i] ?? -1)
        if (!match) continue
        highlights.set(place.start, [place.start, place.end])
        if (!best || match.fit > best.fit) best = { ...match, found: place.text }
      }
      if (best) return { word: text, matchType: best.how, found: best.found, share }
      // Another name (`US` for `United States`) or a part of an identifier: indexed after the sentence's own words.
      if (terms.subarray(places.length).some((term) => known.has(term))) return { word: text, matchType: 'form', share }
      const near = findNear(text, places, fuzzy?.get(text) ?? [])
      if (!near) return { word: text, matchType: 'missing', share }
      highlights.set(near.start, [near.start, near.end])
      return { word: text, matchType: 'near', found: near.text, share }
    })
  return { words, highlights: [...highlights.values()].sort(([a], [b]) => a - b) }
}

/** The word that a fuzzy match covers, where it is of about the same length and begins alike. */
function findNear(text: string, places: AnalysedSentence['words'], ranges: readonly Span[]) {
  return places.find((place) => {
    const length = place.end - place.start
    const covered = ranges.reduce(
      (sum, [start, end]) => sum + Math.max(0, Math.min(end, place.end) - Math.max(start, place.start)),
      0,
    )
    return (
      covered >= MATCHED_PART * Math.max(length, text.length) &&
      Math.abs(length - text.length) <= 2 &&
      place.text[0]?.toLowerCase() === text[0]?.toLowerCase()
    )
  })
}
