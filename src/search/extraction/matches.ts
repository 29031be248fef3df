// Matches the question's words with a sentence's.
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { MatchType, Query } from '../query/query.ts'

/** How one word of the question matches a sentence. */
export interface WordMatch {
  /** The word as the asker typed it. */
  readonly word: string
  /** `same`: the word or an inflection; `form`: a related form or a synonym; `near`: a similar spelling. */
  readonly matchType: MatchType | 'missing'
  /** The matching word of the sentence; absent if missing, or if the sentence uses another name or contains it in an identifier. */
  readonly found?: string
  /** Its share of the question's weight, 0 to 1. */
  readonly share: number
}

export interface Matches {
  /** One for each content word of the question, in its order. */
  readonly words: readonly WordMatch[]
  /** Sorted, disjoint UTF-16 ranges `[start, end)` of `plain`. */
  readonly highlights: readonly (readonly [number, number])[]
}

/** Finds the question's content words in a sentence. */
export function matchWords(query: Query, { words: places, terms }: AnalysedSentence): Matches {
  const highlights = new Map<number, readonly [number, number]>()
  const words = query.words
    .filter((word) => word.content)
    .map(({ text, terms: known, weight }): WordMatch => {
      const share = weight / query.weight
      let best: { readonly how: MatchType; readonly fit: number; readonly found: string } | undefined
      places.forEach((place, i) => {
        const meeting = known.get(terms[i] ?? -1)
        if (!meeting) return
        highlights.set(place.start, [place.start, place.end])
        if (!best || meeting.fit > best.fit) best = { ...meeting, found: place.text }
      })
      if (best) return { word: text, matchType: best.how, found: best.found, share }
      // Another name (`US` for `United States`) or a part of an identifier: indexed after the sentence's own words.
      return {
        word: text,
        matchType: terms.subarray(places.length).some((term) => known.has(term)) ? 'form' : 'missing',
        share,
      }
    })
  return { words, highlights: [...highlights.values()].sort(([a], [b]) => a - b) }
}
