import type { Feature } from './features.ts'

/**
 * Every tuned number of the search. Measured with `npm run quality` on the questions of `tests/quality`, and with
 * `npm run quality -- ../shared/data` on public question sets; the range is where a value still did about as well.
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
  /** How many of them are compared letter by letter; 12 to 40. */
  lettered: 24,
  /** How many of them Fuse.js judges: it is the slowest step; 6 to 24. */
  judged: 8,
  /** What each feature adds to a sentence's score. */
  features: {
    bm25: 2.88,
    coverage: 1.5,
    rare: 1,
    names: 1.2,
    head: 0.25,
    pairs: 2,
    nearness: 0.4,
    letters: 3,
    before: 2.6,
    after: 0.6,
    pointsBack: 0.8,
    beside: 1,
    paragraph: 2.5,
    namesAround: 1.6,
    article: 2.4,
    title: 3.7,
    first: 0.4,
    kind: 1.5,
    fuse: 2.6,
  } satisfies Record<Feature, number>,
} as const
