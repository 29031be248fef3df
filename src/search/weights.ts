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
  /** Another word for it, such as `rule` for `reign`; 0.2 to 0.5. */
  otherWord: 0.5,
  /** A word spelt nearly as the question's; 0.6 to 0.9. */
  nearWord: 0.8,
  /** How many sentences are ranked; 100 to 400. */
  candidates: 100,
  /** How many places in the terms' lists are walked for them, one list more aside: a bound on common words. */
  walked: 200_000,
  /** What the question's words promise of a sentence: in itself, beside it, in its paragraph, article and title. */
  promise: { sentence: 10, near: 2.5, paragraph: 5, article: 4, title: 3.5 },
  /** How many of them have their text read; 12 to 40. */
  read: 16,
  /** How many of them Fuse.js judges: it is the slowest step; 3 to 24. */
  judged: 5,
  // The three below are printed by `npm run tune`.
  /** What each feature adds to a sentence's score. */
  features: {
    bm25: 3.04,
    coverage: 1.74,
    rare: 1.12,
    names: 1.56,
    pairs: 2.01,
    letters: 1.72,
    runs: 2.97,
    fresh: -0.86,
    before: 1.03,
    after: 3.47,
    earlier: 4.72,
    pointsBack: 1.63,
    beside: 2.41,
    paragraph: 2.66,
    namesAround: 2.91,
    article: 2.23,
    strangers: -5.82,
    title: 5.04,
    here: 2.37,
    alone: 1.64,
    first: 0.58,
    reason: 1,
    kind: 2.02,
    kindCovered: -1.58,
    counted: 1.86,
    lacksFigure: -1.49,
    lacksName: 0.28,
    fuse: 0.19,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: -0.03,
    coverage: -0.26,
    rare: -3.4,
    names: 2.58,
    pairs: 3.56,
    letters: 2.61,
    runs: 4.89,
    fresh: -2.46,
    before: 4.44,
    after: 1.11,
    earlier: 0.4,
    pointsBack: -2.95,
    beside: -0.63,
    paragraph: 1.73,
    namesAround: 0.6,
    article: 0.83,
    strangers: -2.68,
    title: 5.34,
    here: 4.47,
    alone: -0.8,
    first: 0.44,
    reason: 1,
    kind: -0.05,
    kindCovered: -0.47,
    counted: 1.11,
    lacksFigure: -1.62,
    lacksName: -0.67,
    fuse: 2.29,
    share: 0,
    constant: -3.08,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 0.6,
    coverage: 0.21,
    rare: -1.19,
    names: 0.79,
    pairs: 2,
    letters: 1.05,
    runs: 3.14,
    fresh: -1.66,
    before: 0.61,
    after: 1.3,
    earlier: 1.6,
    pointsBack: 0.65,
    beside: -1.82,
    paragraph: 0.4,
    namesAround: 0.6,
    article: -0.2,
    strangers: -2,
    title: 2.55,
    here: 2.2,
    alone: 1.53,
    first: -0.05,
    reason: 1,
    kind: -0.2,
    kindCovered: 0.29,
    counted: 0.99,
    lacksFigure: -1.54,
    lacksName: -0.71,
    fuse: -0.69,
    share: 0.92,
    constant: -1.04,
  } satisfies ConfidenceWeights,
} as const
