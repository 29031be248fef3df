import Fuse, { type IFuseOptions } from 'fuse.js'
import { plainAt, recordAt } from '../../corpus/packed.ts'
import { createSimilarWordFinder } from '../index/bigram-index.ts'
import { NEAR_FROM } from '../index/index-arrays.ts'
import type { TermStatistics } from '../index/term-statistics.ts'

/** Fuse.js, holding what a question is about: its best sentences, and words spelt nearly as its own. */
export interface FuseIndex {
  /**
   * What Fuse.js makes of some sentences: ordinal → 0 (nothing matches) to 1 (perfect). `pattern` is the question's words
   * with meaning, separated by spaces.
   */
  fuzzyScore(pattern: string, ordinals: readonly number[]): Map<number, number>
  /** Words of the corpus spelt nearly as a word that it does not hold, nearest first. */
  similarWords(word: string): string[]
}

interface SentenceRecord {
  readonly plain: string
  readonly title: string
  readonly section: string
}

const judging: IFuseOptions<SentenceRecord> = {
  keys: [
    { name: 'plain', weight: 1 },
    { name: 'title', weight: 0.2 },
    { name: 'section', weight: 0.1 },
  ],
  useTokenSearch: true,
  includeScore: true,
  ignoreLocation: true,
  threshold: 0.25,
  shouldSort: false,
}

/**
 * Fuse.js walks all that it is given for every word, so each question gives it the best of its candidates to hold, and of
 * the vocabulary only the words that share letter pairs.
 */
export function openFuse({ packed, index }: TermStatistics): FuseIndex {
  const alike = createSimilarWordFinder(index.pairs, index.spellings)
  const toRecord = (ordinal: number): SentenceRecord => {
    const { title, section = '' } = recordAt(packed, packed.articleOf[ordinal] ?? 0)
    return { plain: plainAt(packed, ordinal), title, section }
  }

  return {
    fuzzyScore(pattern, ordinals) {
      const fuse = new Fuse(ordinals.map(toRecord), judging)
      const scores = new Map<number, number>()
      for (const { refIndex, score = 1 } of fuse.search(pattern)) {
        const ordinal = ordinals[refIndex]
        if (ordinal !== undefined) scores.set(ordinal, 1 - score)
      }
      return scores
    },
    similarWords(word) {
      if (word.length < NEAR_FROM || word.length > NEAR_TO) return []
      const near = new Fuse(alike(word, LOOKED_AT), {
        includeScore: true,
        ignoreFieldNorm: true,
        threshold: 0.45,
        distance: 20,
      })
        .search(word)
        .filter(({ item, score = 1 }) => isOneEdit(word, item) || isNear(word, item, score))
        .map(({ item }) => item)
      const nearest = near.filter((item) => isOneEdit(word, item))
      return nearest.length > 0 ? nearest : near
    },
  }
}

/** A longer run of letters is no word. */
const NEAR_TO = 60
/** How many words that share letter pairs Fuse.js compares with a misspelt one. */
const LOOKED_AT = 24

/** A long word may hold two mistakes, but hardly in its first letter. */
function isNear(word: string, form: string, score: number): boolean {
  return word.length >= 8 && word[0] === form[0] && Math.round(score * word.length) <= 2
}

/**
 * Whether a letter is dropped, added, replaced or swapped with its neighbour (Damerau, 1964). In a short word another letter
 * in the same place makes another word more often than a mistake: world, would.
 */
function isOneEdit(word: string, form: string): boolean {
  let start = 0
  while (start < word.length && word[start] === form[start]) start++
  let [end, formEnd] = [word.length, form.length]
  while (end > start && formEnd > start && word[end - 1] === form[formEnd - 1]) {
    end--
    formEnd--
  }
  const [left, formLeft] = [word.slice(start, end), form.slice(start, formEnd)]
  if (left.length === 2 && formLeft.length === 2) return left[0] === formLeft[1] && left[1] === formLeft[0]
  if (left.length > 1 || formLeft.length > 1) return false
  return (
    word.length >= (left.length === formLeft.length ? 6 : 5) || (form.length >= 5 && left.length !== formLeft.length)
  )
}
