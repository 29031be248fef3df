import type { Sentence } from '../corpus/article.ts'
import { sentenceAt } from '../corpus/packed.ts'
import { type Feature, type Features, featureNames } from './feature.ts'
import { createCloseLook, createFeatures } from './features.ts'
import type { Query } from './query.ts'
import type { TermStatistics } from './term-statistics.ts'
import { weights } from './weights.ts'

/** A candidate with what it is ranked by. */
export interface Ranked {
  readonly ordinal: number
  /** The weighted sum of its features. */
  readonly sum: number
  readonly features: Features
}

/** What the ranking asks others about a sentence's text. */
export interface Judges {
  /** A sentence's BCP 47 tag. */
  languageOf(sentence: Sentence): string
  /** What Fuse.js makes of some sentences: ordinal → 0 to 1. */
  fuse(ordinals: readonly number[]): ReadonlyMap<number, number>
}

/**
 * Ranks all candidates, best first; equal ones in the corpus's order. Only the best are read, and only the best of those
 * shown to Fuse.js: that is slow.
 */
export function rank(
  question: string,
  query: Query,
  candidates: readonly number[],
  statistics: TermStatistics,
  judges: Judges,
): Ranked[] {
  const featuresOf = createFeatures(query, statistics)
  const lookClosely = createCloseLook(question, query, judges.languageOf)
  const read = candidates
    .map((ordinal) => toRanked(ordinal, featuresOf(ordinal)))
    .sort(bestFirst)
    .map((each, i) => {
      if (i >= weights.read) return each
      return toRanked(each.ordinal, lookClosely(sentenceAt(statistics.packed, each.ordinal), each.features))
    })
    .sort(bestFirst)
  const judged = judges.fuse(read.slice(0, weights.judged).map(({ ordinal }) => ordinal))
  return read
    .map((each) => toRanked(each.ordinal, { ...each.features, fuse: judged.get(each.ordinal) ?? 0 }))
    .sort(bestFirst)
}

/** What each feature adds to a sentence's score, the largest first. */
export function sharesOf(features: Features): [Feature, number][] {
  return featureNames
    .map((feature): [Feature, number] => [feature, weights.features[feature] * features[feature]])
    .sort(([, a], [, b]) => b - a)
}

function toRanked(ordinal: number, features: Features): Ranked {
  let sum = 0
  for (const feature of featureNames) sum += weights.features[feature] * features[feature]
  return { ordinal, sum, features }
}

function bestFirst(a: Ranked, b: Ranked): number {
  return b.sum - a.sum || a.ordinal - b.ordinal
}
