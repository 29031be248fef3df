import type { Feature } from './feature.ts'

/** Weights of a logistic regression: of each feature, of the logarithm of the softmax share, and the constant. */
export type ConfidenceWeights = Readonly<Record<Feature | 'share' | 'constant', number>>

/**
 * Every tuned number of the search. `npm run tune` chooses `features`, `spoken` and `right` on the tuning halves of the
 * public question sets; the others were measured with `npm run quality`, and the range is where a value does about as well.
 */
export const weights = {
  /** BM25's term saturation; 0.6 to 1.5. */
  saturation: 0.9,
  /** BM25's length normalisation; 0.3 to 0.6. */
  lengthNorm: 0.4,
  /** What a question word or function word counts beside a word with meaning; 0.03 to 0.15. */
  functionWord: 0.08,
  /** A word of the same family, such as `Korean` for `Korea`; 0.4 to 0.7. */
  familyWord: 0.55,
  /** A word spelt nearly as the question's; 0.6 to 0.9. */
  nearWord: 0.8,
  /** How many sentences are ranked, their neighbours aside; 30 to 200. */
  candidates: 40,
  /** How many of them have their text read; 12 to 40. */
  read: 16,
  /** How many of them Fuse.js judges: it is the slowest step; 3 to 24. */
  judged: 5,
  // The three below are printed by `npm run tune`.
  /** What each feature adds to a sentence's score. */
  features: {
    bm25: 3.9,
    coverage: 2.93,
    rare: 1.67,
    names: 3.55,
    pairs: 2.19,
    letters: 3.91,
    before: 3.69,
    after: 3.39,
    pointsBack: 1.75,
    beside: 1.34,
    paragraph: 3.19,
    namesAround: 5.29,
    article: 2.98,
    title: 5.1,
    first: 0.48,
    kind: 1.26,
    lacksKind: -0.87,
    fuse: 0.48,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: 2.4,
    coverage: 0.99,
    rare: -4.06,
    names: 1.59,
    pairs: 5.48,
    letters: 1.75,
    before: 4.11,
    after: 0.57,
    pointsBack: -3.22,
    beside: -0.54,
    paragraph: 2.72,
    namesAround: 1.15,
    article: 1.18,
    title: 3.88,
    first: 0.18,
    kind: -0.5,
    lacksKind: -0.93,
    fuse: 8.68,
    share: 0,
    constant: -3.92,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 2.76,
    coverage: 2.14,
    rare: -2.05,
    names: 0.43,
    pairs: 3.62,
    letters: 1.33,
    before: 1.38,
    after: 1.5,
    pointsBack: 0.22,
    beside: -3,
    paragraph: 0.93,
    namesAround: 0.89,
    article: 0.71,
    title: 2.32,
    first: -0.12,
    kind: -0.22,
    lacksKind: -1.24,
    fuse: 1.49,
    share: 1.24,
    constant: -2.17,
  } satisfies ConfidenceWeights,
} as const
