// Ranks the candidates of a question by the weighted sum of their features.
import { type AnalysedSentence, analyseSentence } from '../index/analysed-sentence.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { createSum, type FeatureGroup, type Features, featureNames, groupOf } from '../model/feature.ts'
import { weights } from '../model/weights.ts'
import type { Query } from '../query/query.ts'
import { createDetails, createOutlines, outlinedFeatures } from './features.ts'
import type { FuseMatch, FuzzyMatcher } from './fuse-index.ts'

export interface Ranked {
  readonly ordinal: number
  /** The weighted sum of its features. */
  readonly sum: number
  readonly features: Features
  /** How well it holds each word of the question, 0 to 1. */
  readonly own: readonly number[]
  /** Absent where it was not close enough to be read. */
  readonly read?: { readonly reading: AnalysedSentence; readonly fuse: FuseMatch | undefined }
}

const outlineSum = createSum(weights.features, outlinedFeatures)
const wholeSum = createSum(weights.features)

/** Ranks the candidates, best first, ties in the corpus's order. Only the closest are read and shown to Fuse.js; they come first. */
export function rank(
  question: string,
  query: Query,
  candidates: readonly number[],
  statistics: TermStatistics,
  matchFuzzily: FuzzyMatcher,
): Ranked[] {
  const outlineOf = createOutlines(query, statistics)
  const detailsOf = createDetails(question, query, statistics)
  const outlined = candidates
    .map((ordinal) => {
      const outline = outlineOf(ordinal)
      return { ordinal, outline, sum: outlineSum(outline.features) }
    })
    .sort(bestFirst)
  const readCount = query.answerType === 'definition' ? weights.readForDefinition : weights.read
  const close = outlined.slice(0, readCount)
  const matches = matchFuzzily(
    query,
    close.map(({ ordinal }) => ordinal),
  )
  const read = close.map(({ ordinal, outline }): Ranked => {
    const reading = analyseSentence(statistics, ordinal)
    const fuse = matches.get(ordinal)
    const features = detailsOf(ordinal, reading, outline, fuse?.score ?? 0)
    return { ordinal, sum: wholeSum(features), features, own: outline.own, read: { reading, fuse } }
  })
  const others = outlined
    .slice(readCount)
    .map(({ ordinal, outline, sum }): Ranked => ({ ordinal, sum, features: outline.features, own: outline.own }))
  return [...read.sort(bestFirst), ...others]
}

/** What the features of each group add to a sentence's rank, the largest first; groups that add nothing are left out. */
export function sharesOf(features: Features): [FeatureGroup, number][] {
  const sums = new Map<FeatureGroup, number>()
  for (const feature of featureNames) {
    const share = Math.max(0, weights.features[feature] * features[feature])
    sums.set(groupOf(feature), (sums.get(groupOf(feature)) ?? 0) + share)
  }
  return [...sums].filter(([, sum]) => sum > 0).sort(([, a], [, b]) => b - a)
}

function bestFirst(a: { ordinal: number; sum: number }, b: { ordinal: number; sum: number }): number {
  return b.sum - a.sum || a.ordinal - b.ordinal
}
