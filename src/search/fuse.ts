import Fuse, { type FuseIndex } from 'fuse.js'
import type { Article, Sentence } from '../corpus/article.ts'
import { indexLetterPairs } from './letter-pairs.ts'

/** The sentences as Fuse.js holds them, and the corpus's words for the spelling of a question's. */
export interface FuseHold {
  /**
   * What Fuse.js makes of some sentences: ordinal → 0 (nothing matches) to 1 (perfect). `pattern` is the question's words
   * with meaning, separated by spaces.
   */
  judge(pattern: string, ordinals: readonly number[]): Map<number, number>
  /** Words of the corpus spelt nearly as a word that it does not hold, nearest first. */
  nearWords(word: string): string[]
}

const keys = [
  { name: 'plain', weight: 1 },
  { name: 'title', weight: 0.2 },
  { name: 'section', weight: 0.1 },
]

interface SentenceRecord {
  readonly plain: string
  readonly title: string
  readonly section: string
}

/**
 * Fuse.js walks all that it is given for every word, so its index of all sentences is built once and each question
 * searches only the records of its candidates; of the vocabulary only the words that share letter pairs.
 */
export function holdSentences(
  sentences: readonly Sentence[],
  articleOf: (id: string) => Pick<Article, 'title' | 'section'> | undefined,
  words: readonly string[],
): FuseHold {
  const documents = sentences.map((sentence): SentenceRecord => {
    const article = articleOf(sentence.article)
    return { plain: sentence.plain, title: article?.title ?? '', section: article?.section ?? '' }
  })
  const index = Fuse.createIndex(keys, documents)
  const vocabulary = indexLetterPairs([...new Set(words)].filter((word) => word.length >= NEAR_FROM - 1))

  return {
    judge(pattern, ordinals) {
      const fuse = new Fuse(
        ordinals.flatMap((ordinal) => documents[ordinal] ?? []),
        { keys, useTokenSearch: true, includeScore: true, ignoreLocation: true, threshold: 0.25, shouldSort: false },
        part(index, ordinals),
      )
      const scores = new Map<number, number>()
      for (const { refIndex, score = 1 } of fuse.search(pattern)) {
        const ordinal = ordinals[refIndex]
        if (ordinal !== undefined) scores.set(ordinal, 1 - score)
      }
      return scores
    },
    nearWords(word) {
      if (word.length < NEAR_FROM || word.length > NEAR_TO) return []
      const near = new Fuse(vocabulary.alike(word, LOOKED_AT), {
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

function part(index: FuseIndex<SentenceRecord>, ordinals: readonly number[]): FuseIndex<SentenceRecord> {
  const records = ordinals.flatMap((ordinal, i) => {
    const record = index.records[ordinal]
    return record ? [{ ...record, i }] : []
  })
  return Fuse.parseIndex({ keys: index.keys, records })
}

/** Shorter words have too many neighbours that are words of their own. */
const NEAR_FROM = 4
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
