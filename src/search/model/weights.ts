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
  /** An irregular form that may belong to another word too, such as `leaves` for `leaf`. */
  otherForm: 0.9,
  /** A word of the same family, such as `Korean` for `Korea`; 0.4 to 0.7. */
  familyWord: 0.55,
  /** Another word for it, such as `rule` for `reign`; 0.2 to 0.5. */
  otherWord: 0.5,
  /** A word spelt nearly as the question's; 0.6 to 0.9. */
  nearWord: 0.8,
  /** How many sentences are ranked; 100 to 400. */
  candidates: 150,
  /** How many places in the words' lists are walked for them, once they are found at all; 10,000 to 200,000. */
  walked: 20_000,
  /** What the question's words promise of a sentence: in itself, beside it, in its paragraph, article and title. */
  promise: { sentence: 10, near: 3.5, paragraph: 6, article: 4, title: 5 },
  /** How many of them have their text read; 12 to 40. */
  read: 16,
  /** How many of them Fuse.js judges: it is the slowest step; 1 to 24. */
  judged: 2,
  // The three below are printed by `npm run tune`.
  /** What each feature adds to a sentence's score. */
  features: {
    bm25: 3.39,
    coverage: 2.31,
    names: 1.57,
    pairs: 1.91,
    letters: 1.6,
    runs: 2.86,
    unaskedWords: -0.94,
    before: 1.09,
    after: 3.39,
    earlier: 4.43,
    pointsBack: 1.67,
    bestOtherBm25: 2.51,
    paragraph: 2.75,
    namesAround: 2.96,
    article: 2.41,
    namesAbsentFromArticle: -5.85,
    title: 5.13,
    articleIdfCoverage: 2.57,
    exclusiveCoverage: 1.85,
    first: 0.56,
    reason: 1.6,
    kind: 1.94,
    kindCovered: -1.04,
    counted: 1.86,
    lacksFigure: -1.36,
    fuse: 0.1,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: -0.5,
    coverage: -1.1,
    names: 2.51,
    pairs: 3.81,
    letters: 2.65,
    runs: 5.23,
    unaskedWords: -2.51,
    before: 5.1,
    after: 1.93,
    earlier: 0.52,
    pointsBack: -2.91,
    bestOtherBm25: -1.24,
    paragraph: 1.38,
    namesAround: 1.19,
    article: 0.49,
    namesAbsentFromArticle: -2.51,
    title: 5.65,
    articleIdfCoverage: 4.04,
    exclusiveCoverage: -1.77,
    first: 0.49,
    reason: -0.51,
    kind: 0.07,
    kindCovered: -0.96,
    counted: 1.03,
    lacksFigure: -1.78,
    fuse: 2.14,
    share: 0,
    constant: -3.05,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 0.3,
    coverage: -0.13,
    names: 0.69,
    pairs: 2.08,
    letters: 1.12,
    runs: 3.28,
    unaskedWords: -1.65,
    before: 0.69,
    after: 1.48,
    earlier: 1.82,
    pointsBack: 0.67,
    bestOtherBm25: -1.88,
    paragraph: 0.26,
    namesAround: 0.61,
    article: -0.23,
    namesAbsentFromArticle: -1.98,
    title: 2.57,
    articleIdfCoverage: 1.88,
    exclusiveCoverage: 1.33,
    first: -0.04,
    reason: -0.06,
    kind: -0.17,
    kindCovered: 0.33,
    counted: 1.01,
    lacksFigure: -1.54,
    fuse: -0.86,
    share: 0.92,
    constant: -1.05,
  } satisfies ConfidenceWeights,
} as const
