import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { MatchType, Query } from '../query/query.ts'

/** What became of one word of the question in one sentence. */
export interface WordMatch {
  /** The word as the asker typed it. */
  readonly word: string
  /** `same`: it stands there, in whatever inflection; `form`: a relative of it; `near`: a word spelt nearly so; `missing`. */
  readonly matchType: MatchType | 'missing'
  /** The word as it stands in the sentence; absent when missing, or when the sentence has another name for it. */
  readonly found?: string
}

/** Where a sentence's words meet the question's. */
export interface Matches {
  /** One for each word of the question that carries meaning, in the question's order. */
  readonly words: readonly WordMatch[]
  /** Sorted, disjoint UTF-16 ranges `[start, end)` of `plain`. */
  readonly highlights: readonly (readonly [number, number])[]
}

/** Finds the question's words in a sentence. */
export function matchWords(query: Query, { words: places, terms }: AnalysedSentence): Matches {
  const highlights = new Map<number, readonly [number, number]>()
  const words = query.words
    .filter((word) => word.content)
    .map(({ text, terms: known }): WordMatch => {
      let best: { readonly how: MatchType; readonly fit: number; readonly found: string } | undefined
      places.forEach((place, i) => {
        const meeting = known.get(terms[i] ?? -1)
        if (!meeting) return
        highlights.set(place.start, [place.start, place.end])
        if (!best || meeting.fit > best.fit) best = { ...meeting, found: place.text }
      })
      if (best) return { word: text, matchType: best.how, found: best.found }
      // By another name: `US` where `United States` stands.
      return {
        word: text,
        matchType: terms.subarray(places.length).some((term) => known.has(term)) ? 'form' : 'missing',
      }
    })
  return { words, highlights: [...highlights.values()].sort(([a], [b]) => a - b) }
}
