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
    bm25: 4.05,
    coverage: 2.84,
    rare: 1.5,
    names: 3.31,
    pairs: 2.26,
    letters: 3.98,
    before: 3.62,
    after: 3.41,
    pointsBack: 1.75,
    beside: 1.31,
    paragraph: 3.29,
    namesAround: 5.18,
    article: 3.18,
    title: 5.02,
    first: 0.45,
    kind: 1.17,
    lacksKind: -0.88,
    fuse: 0.64,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: 2.44,
    coverage: 0.89,
    rare: -3.88,
    names: 1.84,
    pairs: 5.47,
    letters: 1.55,
    before: 3.38,
    after: 0.62,
    pointsBack: -3.2,
    beside: -0.39,
    paragraph: 2.82,
    namesAround: 1.1,
    article: 1.15,
    title: 3.57,
    first: 0.17,
    kind: -0.5,
    lacksKind: -0.87,
    fuse: 8.32,
    share: 0,
    constant: -3.87,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 2.87,
    coverage: 2.23,
    rare: -2.09,
    names: 0.52,
    pairs: 3.67,
    letters: 1.26,
    before: 1.38,
    after: 1.5,
    pointsBack: 0.24,
    beside: -2.99,
    paragraph: 0.96,
    namesAround: 0.98,
    article: 0.62,
    title: 2.25,
    first: -0.12,
    kind: -0.22,
    lacksKind: -1.11,
    fuse: 1.4,
    share: 1.24,
    constant: -2.2,
  } satisfies ConfidenceWeights,
} as const
