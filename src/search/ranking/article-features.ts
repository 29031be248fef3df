// What an article, its title and the headings above a paragraph hold of a question.
import { at } from '../../columns/at.ts'
import { gallop } from '../../columns/sorted-array.ts'
import { type OrdinalRange, sentencesOf } from '../../corpus/packed.ts'
import type { IndexArrays } from '../index/index-arrays.ts'
import type { TermSet } from '../index/term-set.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import { inverseFrequency, type MatchedTerm, type Query, type QueryWord } from '../query/query.ts'
import { createNaming } from './naming.ts'

export interface ArticleFeatures {
  /** How well the title or the section of the article holds each word, 0 to 1. */
  readonly title: readonly number[]
  /** How much of its title and section the question names, 0 to 1. */
  readonly titleNamed: number
  /** The weight of the words that it holds anywhere, as a share of the question's. */
  readonly held: number
  /** The weight of the names that it holds nowhere, as a share of the question's. */
  readonly namesAbsent: number
  /** The weight of each word by its rarity within the article; the sum is 1. */
  readonly weights: readonly number[]
}

/** Makes the function that reads an article for one question; each is read once, fastest in the corpus's order. */
export function createArticleFeatures(
  query: Query,
  statistics: TermStatistics,
  queryTerms: TermSet,
): (article: number) => ArticleFeatures {
  const known = new Map<number, ArticleFeatures>()
  const cursors = query.words.map((word) => cursorsOf(word, statistics.index))
  const naming = createNaming(query, statistics)
  return (article) => {
    const read = known.get(article)
    if (read) return read
    const features = readArticle(article, query, statistics, queryTerms, cursors, naming)
    known.set(article, features)
    return features
  }
}

/** Makes the function that tells how well the headings above a paragraph, and its speaker, hold each word, 0 to 1. */
export function createTrailFits(
  { words }: Query,
  { index }: TermStatistics,
  queryTerms: TermSet,
): (paragraph: number) => readonly number[] {
  const nothing = words.map(() => 0)
  return (paragraph) => fitsIn(index.trailTerms, index.trailStarts, paragraph, words, queryTerms) ?? nothing
}

/** How well a list of terms holds each word; `undefined` where it holds none. */
function fitsIn(
  terms: Uint32Array,
  starts: Uint32Array,
  list: number,
  words: Query['words'],
  queryTerms: TermSet,
): number[] | undefined {
  const end = at(starts, list + 1)
  let fits: number[] | undefined
  for (let i = at(starts, list); i < end; i++) {
    const term = at(terms, i)
    // Most lists hold none, and take no memory.
    if (!queryTerms.has(term)) continue
    fits ??= words.map(() => 0)
    for (let word = 0; word < words.length; word++) {
      const fit = words[word]?.terms.get(term)?.fit ?? 0
      if (fit > (fits[word] ?? 0)) fits[word] = fit
    }
  }
  return fits
}

function listAt(terms: Uint32Array, starts: Uint32Array, list: number): Uint32Array {
  return terms.subarray(at(starts, list), at(starts, list + 1))
}

/** A term of a word, and how far its postings were read. */
interface TermCursor extends MatchedTerm {
  readonly start: number
  readonly end: number
  /** The end of the last range that was counted, and the index of the first posting behind it. */
  reached: number
  index: number
}

function cursorsOf({ terms }: QueryWord, { postingStarts }: IndexArrays): TermCursor[] {
  return [...terms].map(([term, { fit, how }]) => {
    const start = at(postingStarts, term)
    return { fit, how, start, end: at(postingStarts, term + 1), reached: 0, index: start }
  })
}

/** Counts the sentences of a range that hold a term; a range behind the last one is found by galloping from there. */
function countHolding(cursor: TermCursor, postings: Uint32Array, { from, to }: OrdinalRange): number {
  const start = cursor.reached <= from ? cursor.index : cursor.start
  cursor.reached = to
  cursor.index = start
  // Most articles hold none of the forms of a word: the next posting is behind the range.
  if (start === cursor.end || at(postings, start) >= to) return 0
  const low = gallop(postings, from, start, cursor.end)
  cursor.index = gallop(postings, to, low, cursor.end)
  return cursor.index - low
}

function readArticle(
  article: number,
  query: Query,
  { packed, index }: TermStatistics,
  queryTerms: TermSet,
  cursors: readonly (readonly TermCursor[])[],
  naming: ReturnType<typeof createNaming>,
): ArticleFeatures {
  const range = sentencesOf(packed, article)
  const title = fitsIn(index.titleTerms, index.titleStarts, article, query.words, queryTerms)
  const rarities: number[] = []
  let [anywhere, namesAbsent, total] = [0, 0, 0]
  for (const [i, { content, isName, weight }] of query.words.entries()) {
    let [held, most] = [title?.[i] ?? 0, 0]
    for (const cursor of cursors[i] ?? []) {
      const { fit, how } = cursor
      // Mostly the word itself is there, and its other forms need not be counted.
      if (how === 'form' && fit <= held) continue
      const count = countHolding(cursor, index.postings, range)
      if (fit > held && count > 0) held = fit
      if (how !== 'form' && count > most) most = count
    }
    anywhere += weight * held
    if (isName) namesAbsent += weight * (1 - held)
    const rarity = (content ? 1 : weights.functionWord) * inverseFrequency(most, range.to - range.from)
    total += rarity
    rarities.push(rarity)
  }
  return {
    title: title ?? query.words.map(() => 0),
    titleNamed: title ? naming(listAt(index.titleTerms, index.titleStarts, article)) : 0,
    held: anywhere / query.weight,
    namesAbsent: namesAbsent / query.weight,
    weights: rarities.map((each) => each / total),
  }
}
