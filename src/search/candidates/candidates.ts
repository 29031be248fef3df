import { postingsOf, type TermStatistics } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import type { Query, QueryScope, QueryWord } from '../query/query.ts'
import { type BitList, mergeLists } from './merge-postings.ts'
import { TopK } from './top-k.ts'

/** Chooses the sentences that are ranked for a question: ordinals, ascending. */
export type FindCandidates = (query: Query, scope: QueryScope) => number[]

/** A word of the question: its bit where a term stands that fits best, and its bit where only another does. */
interface Sought {
  readonly word: QueryWord
  readonly best: { readonly bit: number; readonly weight: number; readonly fit: number }
  readonly other: { readonly bit: number; readonly weight: number }
}

/** The same, with the places in `index.postings` of the sentences that hold it. */
interface Walk extends Sought {
  readonly lists: readonly BitList[]
}

/** Two bits a word have room in 32; words beyond are the commonest. */
const MOST_WORDS = 16

/**
 * Makes the chooser of candidates: at most `weights.candidates` sentences, of however many. The lists of the question's
 * words are merged, telling what each sentence holds; from `weights.walked` places on, the words left are too common to bring
 * anything, and count where candidates hold them only: the strategy "continue" of Moffat and Zobel (1996). What sentence,
 * paragraph, article and title hold together says how much is to be hoped for; an article or a paragraph none of whose
 * sentences could be among the best, even if one held all that it holds, is passed over, as MaxScore does (Turtle and Flood, 1995).
 */
export function createCandidateFinder(statistics: TermStatistics): FindCandidates {
  const { packed, index } = statistics
  const { articleOf, articleStarts, paragraphOf, paragraphStarts } = packed

  const walk = (sought: Sought, scope: QueryScope): Walk => ({
    ...sought,
    lists: listsOf(sought, (term) => postingsOf(statistics, term, scope)),
  })
  /** The rarest words, whose lists are short enough together; the next one too, as long as too few sentences are found. */
  const walkable = (walks: readonly Walk[]): readonly Walk[] => {
    let walked = 0
    const first = walks.findIndex(({ lists }, i) => {
      for (const { start, end } of lists) walked += end - start
      return walked > weights.walked && areEnough(walks.slice(0, i).flatMap((each) => each.lists))
    })
    return first < 0 ? walks : walks.slice(0, first)
  }
  const areEnough = (lists: readonly BitList[]): boolean => {
    const longest = Math.max(0, ...lists.map(({ start, end }) => end - start))
    return longest >= weights.candidates || mergeLists(index.postings, lists).length >= weights.candidates
  }

  return (query, scope) => {
    const sought = walkable(soughtIn(query).map((each) => walk(each, scope)))
    const lists = sought.flatMap((each) => each.lists)
    const { numbers: ordinals, bits, length } = mergeLists(index.postings, lists)
    const titled = sought.flatMap((each) =>
      listsOf(each, (term) => [index.titledStarts[term] ?? 0, index.titledStarts[term + 1] ?? 0]),
    )
    const titles = mergeLists(index.titled, titled)
    const weightOf = weigh(sought)
    const promise = weights.promise
    const chosen = new TopK(weights.candidates)
    /** Offers the sentences of a paragraph, of which `[from, to)` of those found are. */
    const offer = (from: number, to: number, hope: number, first: number, end: number): void => {
      let all = 0
      for (let i = from; i < to; i++) all |= bits[i] ?? 0
      const whole = weightOf(all)
      const around = promise.paragraph * whole + hope
      if (around + (promise.sentence + promise.near) * whole < chosen.least()) return
      let next = from
      const weightAt = (ordinal: number): number =>
        next < to && ordinals[next] === ordinal ? weightOf(bits[next++] ?? 0) : 0
      let [before, own] = [0, weightAt(first)]
      for (let ordinal = first; ordinal < end; ordinal++) {
        const after = weightAt(ordinal + 1)
        chosen.offer(ordinal, around + promise.sentence * own + promise.near * Math.max(before, after))
        before = own
        own = after
      }
    }
    for (let from = 0, to = 0, title = 0; from < length; from = to) {
      const home = articleOf[ordinals[from] ?? 0] ?? 0
      while (title < titles.length && (titles.numbers[title] ?? 0) < home) title++
      const inTitle = title < titles.length && titles.numbers[title] === home ? (titles.bits[title] ?? 0) : 0
      let all = 0
      for (const end = articleStarts[home + 1] ?? 0; to < length && (ordinals[to] ?? 0) < end; to++)
        all |= bits[to] ?? 0
      const held = weightOf(all)
      const hope = promise.article * held + promise.title * weightOf(inTitle)
      if (hope + (promise.paragraph + promise.sentence + promise.near) * held < chosen.least()) continue
      for (let [i, next] = [from, from]; i < to; i = next) {
        const place = paragraphOf[ordinals[i] ?? 0] ?? 0
        const [first = 0, end = 0] = [paragraphStarts[place], paragraphStarts[place + 1]]
        while (next < to && (ordinals[next] ?? 0) < end) next++
        offer(i, next, hope, first, end)
      }
    }
    return chosen.places().sort((a, b) => a - b)
  }
}

/** The list of each of a word's terms, `[start, end)`, with the word's bit for it. */
function listsOf({ word, best, other }: Sought, of: (term: number) => readonly [number, number]): BitList[] {
  return [...word.terms].map(([term, { fit }]) => {
    const [start, end] = of(term)
    return { start, end, bits: fit === best.fit ? best.bit : other.bit }
  })
}

/** The words to look for, the rarest first: those with meaning, or where none has any, all. */
function soughtIn({ words }: Query): Sought[] {
  const found = words.filter(({ terms }) => terms.size > 0)
  const meaning = found.filter(({ content }) => content)
  return (meaning.length > 0 ? meaning : found)
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

/** Makes the reader of what marked words weigh together: a table for each byte of marks, four words. */
function weigh(sought: readonly Sought[]): (bits: number) => number {
  const table = new Float64Array(4 * 256)
  for (const [i, { best, other }] of sought.entries()) {
    const start = 256 * (i >> 2)
    for (let byte = 0; byte < 256; byte++) {
      const marks = (byte >> (2 * (i & 3))) & 3
      if (marks > 0) table[start + byte] = (table[start + byte] ?? 0) + (marks & 1 ? best.weight : other.weight)
    }
  }
  return (bits) => {
    const rarest = table[bits & 255] ?? 0
    if (bits >>> 8 === 0) return rarest
    return (
      rarest +
      (table[256 + ((bits >>> 8) & 255)] ?? 0) +
      (table[512 + ((bits >>> 16) & 255)] ?? 0) +
      (table[768 + (bits >>> 24)] ?? 0)
    )
  }
}
