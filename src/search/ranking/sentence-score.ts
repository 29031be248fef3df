// How the words of single sentences match a question's: BM25, word by word.
import { at, fractionAt } from '../../columns/at.ts'
import type { TermSet } from '../index/term-set.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import type { Query, QueryWord } from '../query/query.ts'

/** A sentence against a question. The words that it holds are the elements `[from, to)` of the columns of `SentenceMatches`. */
export interface SentenceMatch {
  readonly from: number
  readonly to: number
  /** BM25 over the question's words, as a share of the question's weight. */
  readonly bm25: number
  /** How many words directly follow the word that they follow in the question. */
  readonly pairs: number
}

/** The words of the question that a term stands for, by their index in it. */
type WordsByTerm = ReadonlyMap<number, readonly { readonly word: number; readonly fit: number }[]>

function indexByTerm(words: readonly QueryWord[]): WordsByTerm {
  const byTerm = new Map<number, { word: number; fit: number }[]>()
  for (const [word, { terms }] of words.entries())
    for (const [term, { fit }] of terms) byTerm.set(term, [...(byTerm.get(term) ?? []), { word, fit }])
  return byTerm
}

/** A sentence without any of the words. */
const NOTHING: SentenceMatch = { from: 0, to: 0, bm25: 0, pairs: 0 }

/** How many matches are kept: more than the sentences that are read around one. */
const CAPACITY = 64

/**
 * Matches sentences to a question: BM25 (Robertson and Zaragoza, 2009), a word counting as much as the best of its terms
 * fits. A question takes some thousand matches, most of them of few words: in columns they need no memory of their own.
 */
export class SentenceMatches {
  /** Of each word that a sentence holds, in the question's order: its index there, how well its best term fits, 0 to 1. */
  readonly words: Uint8Array
  readonly fits: Float64Array
  /** How often it occurs. */
  readonly counts: Uint32Array
  readonly #query: Query
  readonly #statistics: TermStatistics
  readonly #queryTerms: TermSet
  readonly #byTerm: WordsByTerm
  readonly #known = new Map<number, SentenceMatch>()
  #length = 0
  /** Of each word of the question, in the sentence that is being matched: its fit, its count, its last token, and if it made a pair. */
  readonly #fit: Float64Array
  readonly #count: Uint32Array
  readonly #lastAt: Int32Array
  readonly #isPaired: Uint8Array

  constructor(query: Query, statistics: TermStatistics, queryTerms: TermSet) {
    const { length } = query.words
    this.words = new Uint8Array(CAPACITY * length)
    this.fits = new Float64Array(CAPACITY * length)
    this.counts = new Uint32Array(CAPACITY * length)
    this.#query = query
    this.#statistics = statistics
    this.#queryTerms = queryTerms
    this.#byTerm = indexByTerm(query.words)
    this.#fit = new Float64Array(length)
    this.#count = new Uint32Array(length)
    this.#lastAt = new Int32Array(length)
    this.#isPaired = new Uint8Array(length)
  }

  /** Forgets the matches so far unless there is room for as many more. */
  reserve(matches: number): void {
    if (this.#length + matches * this.#query.words.length <= this.words.length) return
    this.#known.clear()
    this.#length = 0
  }

  /** The match of a sentence; its elements are valid until the next `reserve`. */
  of(ordinal: number): SentenceMatch {
    const known = this.#known.get(ordinal)
    if (known) return known
    const match = this.#match(ordinal)
    this.#known.set(ordinal, match)
    return match
  }

  #match(ordinal: number): SentenceMatch {
    const { tokens, tokenStarts } = this.#statistics.index
    const [start, end] = [at(tokenStarts, ordinal), at(tokenStarts, ordinal + 1)]
    let token = start
    while (token < end && !this.#queryTerms.has(at(tokens, token))) token++
    if (token === end) return NOTHING
    this.#fit.fill(0)
    this.#count.fill(0)
    this.#lastAt.fill(-2)
    this.#isPaired.fill(0)
    let pairs = 0
    for (; token < end; token++) {
      const term = at(tokens, token)
      if (this.#queryTerms.has(term)) pairs += this.#add(term, token)
    }
    return this.#finish(end - start, pairs)
  }

  /** Counts a token; returns how many pairs it completes. Each word makes one pair at most. */
  #add(term: number, token: number): number {
    let pairs = 0
    const matched = this.#byTerm.get(term) ?? []
    for (const { word, fit } of matched) {
      if (fit > fractionAt(this.#fit, word)) this.#fit[word] = fit
      this.#count[word] = at(this.#count, word) + 1
      if (word > 0 && this.#lastAt[word - 1] === token - 1 && this.#isPaired[word] === 0) {
        this.#isPaired[word] = 1
        pairs++
      }
    }
    for (const { word } of matched) this.#lastAt[word] = token
    return pairs
  }

  #finish(tokens: number, pairs: number): SentenceMatch {
    const { words, weight } = this.#query
    const length = tokens / Math.max(1, this.#statistics.averageLength)
    const norm = weights.saturation * (1 - weights.lengthNorm + weights.lengthNorm * length)
    const from = this.#length
    let bm25 = 0
    for (let i = 0; i < words.length; i++) {
      const count = at(this.#count, i)
      const word = words[i]
      if (count === 0 || !word) continue
      const fit = fractionAt(this.#fit, i)
      bm25 += (word.weight * fit * count * (weights.saturation + 1)) / (count + norm)
      this.words[this.#length] = i
      this.fits[this.#length] = fit
      this.counts[this.#length++] = count
    }
    return { from, to: this.#length, bm25: bm25 / weight, pairs }
  }
}
