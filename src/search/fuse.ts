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
      const alike = vocabulary.alike(word, LOOKED_AT)
      return new Fuse(alike, { includeScore: true, ignoreFieldNorm: true, threshold: 0.45, distance: 20 })
        .search(word)
        .filter(({ item, score = 1 }) => isNear(word, item, score))
        .map(({ item }) => item)
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

/** Fuse.js counts a swap of two letters as two mistakes; typing makes it as one. */
function isNear(word: string, form: string, score: number): boolean {
  if (word[0] !== form[0] || Math.abs(word.length - form.length) > 2) return false
  if (isSwap(word, form)) return true
  const mistakes = Math.round(score * word.length)
  if (word.length >= 8) return mistakes <= 2
  // In a short word another letter in the same place makes another word more often than a mistake: world, would.
  return mistakes <= 1 && word.length >= (word.length === form.length ? 6 : 5)
}

function isSwap(word: string, form: string): boolean {
  if (word.length !== form.length) return false
  const at = [...word].findIndex((letter, i) => letter !== form[i])
  return at >= 0 && word[at] === form[at + 1] && word[at + 1] === form[at] && word.slice(at + 2) === form.slice(at + 2)
}
