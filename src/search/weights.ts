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
  /** Part of the score of each neighbouring sentence; 0.05 to 0.2. */
  neighbour: 0.12,
  /** Part of the best score in the paragraph; 0.05 to 0.15. */
  paragraph: 0.08,
  /** A question word that stands in the title or the section; 0.02 to 0.15 of its weight. */
  title: 0.05,
  /** Two words of the question that stand side by side, as part of their weights; 0.1 to 0.3. */
  pair: 0.18,
  /** The whole question's weight, times how much of it the sentence covers, squared; 0.1 to 0.4. */
  coverage: 0.25,
  /** The thing asked for is there, as part of the question's weight; 0.05 to 0.2. */
  kind: 0.12,
  /** What Fuse.js makes of the sentence, as part of the question's weight; 0.05 to 0.2. */
  fuse: 0.1,
  /** How many candidates are looked at closely, their neighbours aside; 40 to 200. */
  candidates: 60,
  /** How many of them Fuse.js judges: it is the slowest step; 6 to 24. */
  judged: 8,
} as const
