import type { Article, Sentence } from '../corpus/article.ts'

/** `related`: close, but it may not be the answer. `silent`: the corpus does not speak of it. */
export type Verdict = 'answered' | 'related' | 'silent'

/** What became of one word of the question in one sentence. */
export interface WordMatch {
  /** The word as the asker typed it. */
  readonly word: string
  /** `same`: it stands there; `form`: another form of it does; `near`: a word spelt nearly so does; `missing`: none. */
  readonly how: 'same' | 'form' | 'near' | 'missing'
  /** The word as it stands in the sentence; absent when missing. */
  readonly found?: string
}

/** Where a quote comes from: the facts, no wording. */
export interface Citation {
  readonly article: string
  readonly title: string
  readonly date?: string
  readonly section?: string
  /** 1-based. */
  readonly paragraph: number
  /** The article's address with a text fragment (`#:~:text=`) that leads to the sentence. */
  readonly url?: string
}

/** What a person is shown: a sentence, its neighbours, and its source. */
export interface Passage {
  readonly article: Article
  readonly sentence: Sentence
  /** The sentences before it in its paragraph, in order. */
  readonly before: readonly Sentence[]
  /** The sentences after it in its paragraph, in order. */
  readonly after: readonly Sentence[]
  /** Sorted, disjoint UTF-16 ranges of `sentence.plain` that the question's words matched: `[start, end)`. */
  readonly highlights: readonly (readonly [number, number])[]
  /** One for each word of the question that carries meaning, in the question's order. */
  readonly matches: readonly WordMatch[]
  /** 0 to 1. */
  readonly score: number
  readonly citation: Citation
}

export interface Answer {
  readonly question: string
  readonly verdict: Verdict
  /** Best first. When `silent`: the nearest ones, if any. */
  readonly passages: readonly Passage[]
  /** The words of the question that the corpus (or the one article asked about) never mentions, as typed. */
  readonly unknown: readonly string[]
  /** How long it took to find, in milliseconds. */
  readonly ms: number
}

/** How many passages, and whether of one article only. */
export interface AskOptions {
  /** 1 to 100; 5 when absent. */
  readonly limit?: number
  /** An article's id, which must exist. */
  readonly article?: string
}

/** The corpus, ready to be asked. */
export interface Answerer {
  readonly articles: readonly Article[]
  ask(question: string, options?: AskOptions): Answer
}
