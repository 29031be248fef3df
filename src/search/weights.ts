import type { Feature } from './features.ts'

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
  /** How many sentences are ranked, their neighbours aside; 40 to 200. */
  candidates: 60,
  /** How many of them have their text read; 12 to 40. */
  read: 24,
  /** How many of them Fuse.js judges: it is the slowest step; 6 to 24. */
  judged: 8,
  // The three below are printed by `npm run tune`.
  /** What each feature adds to a sentence's score. */
  features: {
    bm25: 3.9,
    coverage: 2.92,
    rare: 1.67,
    names: 3.54,
    pairs: 2.18,
    letters: 3.93,
    before: 3.71,
    after: 3.4,
    pointsBack: 1.74,
    beside: 1.34,
    paragraph: 3.19,
    namesAround: 5.28,
    article: 2.98,
    title: 5.11,
    first: 0.48,
    kind: 1.24,
    lacksKind: -0.84,
    fuse: 0.49,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: 2.42,
    coverage: 0.99,
    rare: -4.06,
    names: 1.58,
    pairs: 5.49,
    letters: 1.75,
    before: 4.07,
    after: 0.52,
    pointsBack: -3.3,
    beside: -0.52,
    paragraph: 2.71,
    namesAround: 1.2,
    article: 1.18,
    title: 3.99,
    first: 0.18,
    kind: -0.51,
    lacksKind: -0.92,
    fuse: 8.62,
    share: 0,
    constant: -3.92,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 2.76,
    coverage: 2.16,
    rare: -2.05,
    names: 0.43,
    pairs: 3.59,
    letters: 1.35,
    before: 1.38,
    after: 1.48,
    pointsBack: 0.23,
    beside: -2.98,
    paragraph: 0.93,
    namesAround: 0.89,
    article: 0.68,
    title: 2.25,
    first: -0.12,
    kind: -0.22,
    lacksKind: -1.24,
    fuse: 1.47,
    share: 1.24,
    constant: -2.17,
  } satisfies ConfidenceWeights,
} as const
