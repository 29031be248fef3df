import { type AnalysedSentence, analyseSentence } from '../index/analysed-sentence.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { type Feature, type Features, featureNames, sumOf } from '../model/feature.ts'
import { weights } from '../model/weights.ts'
import type { Query } from '../query/query.ts'
import { createCloseLook, createFeatures } from './features.ts'

/** A candidate with what it is ranked by. */
export interface Ranked {
  readonly ordinal: number
  /** The weighted sum of its features. */
  readonly sum: number
  readonly features: Features
  /** Absent where it was not good enough to be read. */
  readonly reading?: AnalysedSentence
}

/**
 * Ranks all candidates, best first; equal ones in the corpus's order. Only the best are read, and only the best of those
 * shown to Fuse.js: that is slow. `judge` is what Fuse.js makes of some sentences: ordinal → 0 to 1.
 */
export function rank(
  question: string,
  query: Query,
  candidates: readonly number[],
  statistics: TermStatistics,
  judge: (ordinals: readonly number[]) => ReadonlyMap<number, number>,
): Ranked[] {
  const featuresOf = createFeatures(query, statistics)
  const lookClosely = createCloseLook(question, query)
  const ranked = candidates.map((ordinal) => toRanked(ordinal, featuresOf(ordinal))).sort(bestFirst)
  const read = ranked.slice(0, weights.read).map(({ ordinal, features }) => {
    const reading = analyseSentence(statistics, ordinal)
    return toRanked(ordinal, lookClosely(reading, features), reading)
  })
  ranked.splice(0, read.length, ...read)
  ranked.sort(bestFirst)
  const judged = judge(ranked.slice(0, weights.judged).map(({ ordinal }) => ordinal))
  for (const [i, { ordinal, features, reading }] of ranked.slice(0, weights.judged).entries())
    ranked[i] = toRanked(ordinal, { ...features, fuse: judged.get(ordinal) ?? 0 }, reading)
  return ranked.sort(bestFirst)
}

/** What each feature adds to a sentence's score, the largest first. */
export function sharesOf(features: Features): [Feature, number][] {
  return featureNames
    .map((feature): [Feature, number] => [feature, weights.features[feature] * features[feature]])
    .sort(([, a], [, b]) => b - a)
}

function toRanked(ordinal: number, features: Features, reading?: AnalysedSentence): Ranked {
  return { ordinal, sum: sumOf(weights.features, features), features, ...(reading && { reading }) }
}

function bestFirst(a: Ranked, b: Ranked): number {
  return b.sum - a.sum || a.ordinal - b.ordinal
}
