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
    bm25: 4.01,
    coverage: 2.85,
    rare: 1.52,
    names: 3.32,
    pairs: 2.11,
    letters: 4.06,
    before: 3.62,
    after: 3.33,
    pointsBack: 1.87,
    beside: 1.32,
    paragraph: 3.3,
    namesAround: 5.29,
    article: 3.15,
    title: 4.97,
    first: 0.46,
    kind: 1.05,
    lacksKind: -0.89,
    fuse: 0.68,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: 2.43,
    coverage: 0.76,
    rare: -3.92,
    names: 1.82,
    pairs: 5.53,
    letters: 1.56,
    before: 3.37,
    after: 0.01,
    pointsBack: -3.64,
    beside: -0.35,
    paragraph: 2.84,
    namesAround: 1.13,
    article: 1.27,
    title: 4.12,
    first: 0.17,
    kind: -0.55,
    lacksKind: -0.68,
    fuse: 8.21,
    share: 0,
    constant: -3.86,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 2.89,
    coverage: 2.16,
    rare: -2.12,
    names: 0.44,
    pairs: 3.66,
    letters: 1.26,
    before: 1.24,
    after: 1.32,
    pointsBack: 0.28,
    beside: -2.96,
    paragraph: 0.92,
    namesAround: 1,
    article: 0.7,
    title: 2.28,
    first: -0.09,
    kind: -0.27,
    lacksKind: -1.31,
    fuse: 1.4,
    share: 1.25,
    constant: -2.18,
  } satisfies ConfidenceWeights,
} as const
