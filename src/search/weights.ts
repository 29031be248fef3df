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
    bm25: 3.87,
    coverage: 2.94,
    rare: 1.68,
    names: 3.52,
    pairs: 2.24,
    letters: 3.98,
    before: 3.7,
    after: 3.39,
    pointsBack: 1.71,
    beside: 1.36,
    paragraph: 3.19,
    namesAround: 5.29,
    article: 3.01,
    title: 5.28,
    first: 0.48,
    kind: 0.37,
    lacksKind: -2.05,
    fuse: 0.45,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: 2.48,
    coverage: 1.01,
    rare: -4.06,
    names: 1.61,
    pairs: 5.45,
    letters: 1.71,
    before: 4.04,
    after: 0.63,
    pointsBack: -3.19,
    beside: -0.55,
    paragraph: 2.73,
    namesAround: 1.15,
    article: 1.14,
    title: 3.94,
    first: 0.17,
    kind: -0.51,
    lacksKind: -0.94,
    fuse: 8.53,
    share: 0,
    constant: -3.91,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 2.78,
    coverage: 2.1,
    rare: -2.03,
    names: 0.47,
    pairs: 3.6,
    letters: 1.4,
    before: 1.31,
    after: 1.43,
    pointsBack: 0.32,
    beside: -3,
    paragraph: 0.94,
    namesAround: 0.9,
    article: 0.69,
    title: 2.36,
    first: -0.12,
    kind: -0.2,
    lacksKind: -1.41,
    fuse: 1.41,
    share: 1.25,
    constant: -2.21,
  } satisfies ConfidenceWeights,
} as const
