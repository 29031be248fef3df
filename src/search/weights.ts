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
    bm25: 3.73,
    coverage: 1.78,
    rare: 0.61,
    names: 2.03,
    pairs: 2.15,
    letters: 3.28,
    runs: 0,
    fresh: 0,
    before: 3.26,
    after: 3.12,
    earlier: 0,
    pointsBack: 1.75,
    beside: 2.52,
    paragraph: 2.64,
    namesAround: 3.8,
    article: 2.44,
    strangers: -4.75,
    title: 4.83,
    here: 2.17,
    alone: 1.75,
    first: 0.48,
    kind: 1.34,
    kindCovered: 0,
    counted: 0,
    lacksFigure: -1.89,
    lacksName: 0.34,
    fuse: 0.89,
  } satisfies Record<Feature, number>,
  /** The probability that a question is about what was searched. */
  spoken: {
    bm25: 1.43,
    coverage: -0.42,
    rare: -3.8,
    names: 2.47,
    pairs: 5.46,
    letters: 2.24,
    runs: 0,
    fresh: 0,
    before: 4.2,
    after: 1.52,
    earlier: 0,
    pointsBack: -3.76,
    beside: 0.19,
    paragraph: 1.43,
    namesAround: 1.35,
    article: 0.26,
    strangers: -3.21,
    title: 4.66,
    here: 4.88,
    alone: -1.16,
    first: 0.31,
    kind: -0.37,
    kindCovered: 0,
    counted: 0,
    lacksFigure: -1.78,
    lacksName: -0.35,
    fuse: 8.1,
    share: 0,
    constant: -3.67,
  } satisfies ConfidenceWeights,
  /** The probability that a sentence answers the question. */
  right: {
    bm25: 2.25,
    coverage: 0.32,
    rare: -2.57,
    names: 0.65,
    pairs: 3.24,
    letters: 1.58,
    runs: 0,
    fresh: 0,
    before: 1.45,
    after: 1.11,
    earlier: 0,
    pointsBack: 0.29,
    beside: -1.92,
    paragraph: 0.55,
    namesAround: 0.85,
    article: -0.22,
    strangers: -3.08,
    title: 2.52,
    here: 2.75,
    alone: 1.31,
    first: -0.05,
    kind: -0.16,
    kindCovered: 0,
    counted: 0,
    lacksFigure: -1.6,
    lacksName: -0.84,
    fuse: 1.12,
    share: 1.12,
    constant: -1.98,
  } satisfies ConfidenceWeights,
} as const
