// Chooses the few sentences, of however many, that are ranked for a question.
import { at, fractionAt } from '../../columns/at.ts'
import { postingsOf, type TermStatistics, trailedIn } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import type { Query, QueryScope, QueryWord } from '../query/query.ts'
import { type BitList, createMerger, type Merged } from './merge-postings.ts'
import { TopK } from './top-k.ts'

/** Chooses the sentences that are ranked for a question: ordinals, ascending. */
export type FindCandidates = (query: Query, scope: QueryScope) => number[]

/** A word of the question with two bit flags: its best-fitting term is there, or only a weaker one. */
interface SearchedWord {
  readonly word: QueryWord
  readonly best: { readonly bit: number; readonly weight: number; readonly fit: number }
  readonly other: { readonly bit: number; readonly weight: number }
}

/** The same with its postings. */
interface TermPostings extends SearchedWord {
  readonly lists: readonly BitList[]
}

/** 32 bits hold two flags for 16 words; words beyond are the commonest. */
const MOST_WORDS = 16

/**
 * Makes the chooser of candidates: at most `most` sentences. The postings of the question's words are merged,
 * rarest word first, until `maxPostings` are read; the words left are too common to find anything, and count in candidates
 * only ("continue" of Moffat and Zobel, 1996). A candidate's score combines what sentence, neighbours, paragraph, headings,
 * article and title hold; articles and paragraphs whose upper bound is below the current threshold are skipped (MaxScore:
 * Turtle and Flood, 1995).
 */
export function createCandidateFinder(statistics: TermStatistics, most: number = weights.candidates): FindCandidates {
  const { packed, index } = statistics
  const { articleOf, articleStarts, paragraphOf, paragraphStarts } = packed
  const mergePostings = createMerger(index.postings)
  const mergeTitled = createMerger(index.titled)
  const mergeTrailed = createMerger(index.trailed)
  const lastOf = (numbers: Uint32Array, i: number, length: number) =>
    i < length ? at(numbers, i) : Number.POSITIVE_INFINITY

  const withPostings = (word: SearchedWord, scope: QueryScope): TermPostings => ({
    ...word,
    lists: scope.ranges.flatMap((range) => listsOf(word, (term) => postingsOf(statistics, term, range))),
  })
  /** The rarest words, whose postings are few enough together; more of them as long as too few sentences are found. */
  const selectRareTerms = (words: readonly TermPostings[]): readonly TermPostings[] => {
    let read = 0
    const first = words.findIndex(({ lists }, i) => {
      for (const { start, end } of lists) read += end - start
      return read > weights.maxPostings && areEnough(words.slice(0, i).flatMap((each) => each.lists))
    })
    return first < 0 ? words : words.slice(0, first)
  }
  const areEnough = (lists: readonly BitList[]): boolean => {
    const longest = Math.max(0, ...lists.map(({ start, end }) => end - start))
    return longest >= most || mergePostings(lists).length >= most
  }
  const titlesWith = (words: readonly SearchedWord[]): Merged =>
    mergeTitled(
      words.flatMap((word) =>
        listsOf(word, (term) => [at(index.titledStarts, term), at(index.titledStarts, term + 1)]),
      ),
    )
  const trailsWith = (words: readonly SearchedWord[], { ranges }: QueryScope): Merged =>
    mergeTrailed(
      words.flatMap((word) => ranges.flatMap((range) => listsOf(word, (term) => trailedIn(statistics, term, range)))),
    )

  return (query, scope) => {
    const searched = selectRareTerms(searchedWords(query).map((word) => withPostings(word, scope)))
    const found = mergePostings(searched.flatMap(({ lists }) => lists))
    const titles = titlesWith(searched)
    const trails = trailsWith(searched, scope)
    const weightOf = tabulateWeights(searched)
    const by = weights.candidateScore
    const chosen = new TopK(most)

    /** Offers the sentences of a paragraph; those found in it are `[from, to)`. */
    const offerParagraph = (paragraph: number, from: number, to: number, trailBits: number, articleScore: number) => {
      let all = 0
      for (let i = from; i < to; i++) all |= at(found.bits, i)
      const held = weightOf(all)
      const contextScore = articleScore + by.paragraph * held + by.trail * weightOf(trailBits)
      if (contextScore + (by.sentence + by.near) * held < chosen.threshold()) return
      const [first, end] = [at(paragraphStarts, paragraph), at(paragraphStarts, paragraph + 1)]
      let next = from
      let [before, own] = [0, 0]
      // One step ahead, so that the weight of the sentence after is known.
      for (let ordinal = first; ordinal <= end; ordinal++) {
        const after = next < to && at(found.numbers, next) === ordinal ? weightOf(at(found.bits, next++)) : 0
        if (ordinal > first)
          chosen.offer(ordinal - 1, contextScore + by.sentence * own + by.near * Math.max(before, after))
        before = own
        own = after
      }
    }
    let [i, trail, title] = [0, 0, 0]
    for (;;) {
      const nextTrail = lastOf(trails.numbers, trail, trails.length)
      const fromTrail = trail < trails.length ? at(paragraphStarts, nextTrail) : Number.POSITIVE_INFINITY
      const next = Math.min(lastOf(found.numbers, i, found.length), fromTrail)
      if (next === Number.POSITIVE_INFINITY) break
      const article = at(articleOf, next)
      const end = at(articleStarts, article + 1)
      const lastParagraph = at(paragraphOf, end - 1)
      const [from, trailFrom] = [i, trail]
      let [held, trailHeld] = [0, 0]
      for (; i < found.length && at(found.numbers, i) < end; i++) held |= at(found.bits, i)
      for (; trail < trails.length && at(trails.numbers, trail) <= lastParagraph; trail++)
        trailHeld |= at(trails.bits, trail)
      while (title < titles.length && at(titles.numbers, title) < article) title++
      const inTitle = lastOf(titles.numbers, title, titles.length) === article ? at(titles.bits, title) : 0
      const heldWeight = weightOf(held)
      const articleScore = by.article * heldWeight + by.title * weightOf(inTitle)
      const bound = articleScore + (by.paragraph + by.sentence + by.near) * heldWeight + by.trail * weightOf(trailHeld)
      if (bound < chosen.threshold()) continue
      for (let [a, b] = [from, trailFrom]; a < i || b < trail; ) {
        const ofSentence = a < i ? at(paragraphOf, at(found.numbers, a)) : Number.POSITIVE_INFINITY
        const ofTrail = b < trail ? at(trails.numbers, b) : Number.POSITIVE_INFINITY
        const paragraph = Math.min(ofSentence, ofTrail)
        const start = a
        while (a < i && at(paragraphOf, at(found.numbers, a)) === paragraph) a++
        offerParagraph(paragraph, start, a, ofTrail === paragraph ? at(trails.bits, b++) : 0, articleScore)
      }
    }
    return chosen.ids().sort((a, b) => a - b)
  }
}

/** The postings `[start, end)` of each of a word's terms, with the word's bit for the term. */
function listsOf({ word, best, other }: SearchedWord, of: (term: number) => readonly [number, number]): BitList[] {
  return [...word.terms].map(([term, { fit }]) => {
    const [start, end] = of(term)
    return { start, end, bits: fit === best.fit ? best.bit : other.bit }
  })
}

/** The words to search, rarest first: the content words, or all where there is none. */
function searchedWords({ words }: Query): SearchedWord[] {
  const found = words.filter(({ terms }) => terms.size > 0)
  const content = found.filter((word) => word.content)
  return (content.length > 0 ? content : found)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map((word, i) => {
      const fits = [...word.terms.values()].map(({ fit }) => fit)
      const fit = Math.max(...fits)
      const second = Math.max(0, ...fits.filter((each) => each < fit))
      return {
        word,
        best: { bit: 1 << (2 * i), weight: word.weight * fit, fit },
        other: { bit: 2 << (2 * i), weight: word.weight * second },
      }
    })
}

/** The weight of a set of flagged words, by one table look-up for each byte of flags. */
function tabulateWeights(searched: readonly SearchedWord[]): (bits: number) => number {
  const table = new Float64Array(4 * 256)
  for (const [i, { best, other }] of searched.entries()) {
    const start = 256 * (i >> 2)
    for (let byte = 0; byte < 256; byte++) {
      const marks = (byte >> (2 * (i & 3))) & 3
      if (marks > 0) table[start + byte] = fractionAt(table, start + byte) + (marks & 1 ? best.weight : other.weight)
    }
  }
  return (bits) => {
    const rarest = fractionAt(table, bits & 255)
    if (bits >>> 8 === 0) return rarest
    return (
      rarest +
      fractionAt(table, 256 + ((bits >>> 8) & 255)) +
      fractionAt(table, 512 + ((bits >>> 16) & 255)) +
      fractionAt(table, 768 + (bits >>> 24))
    )
  }
}
