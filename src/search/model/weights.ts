// Every tuned number of the search.
import type { Feature, Standing } from './feature.ts'
import { features, isAnswer, onTopic } from './fitted-weights.ts'

/** Weights of a logistic regression: of each feature, and the constant. */
type TopicWeights = Readonly<Record<Feature | 'constant', number>>
/** The same, and of how a sentence stands among the others. */
type AnswerWeights = Readonly<Record<Feature | keyof Standing | 'constant', number>>

/** Ranges are where a value does about as well, by `npm run quality`. */
export const weights = {
  /** BM25's term saturation; 0.6 to 1.5. */
  saturation: 0.9,
  /** BM25's length normalisation; 0.3 to 0.6. */
  lengthNorm: 0.4,
  /** The weight of a function word beside a content word; 0.03 to 0.15. */
  functionWord: 0.08,
  /** The fit of an irregular form that may belong to another word too, such as `leaves` for `leaf`. */
  otherForm: 0.9,
  /** The weight of a word of an earlier question beside one of a follow-up; 0.1 to 0.2. */
  contextWord: 0.15,
  /** The fit of a word of the same family, such as `Korean` for `Korea`; 0.4 to 0.7. */
  familyWord: 0.55,
  /** The fit of a synonym, such as `rule` for `reign`; 0.2 to 0.5. */
  otherWord: 0.5,
  /** The fit of a word that is spelt similarly; 0.6 to 0.9. */
  nearWord: 0.8,
  /** How many sentences are ranked; 60 to 400. */
  candidates: 80,
  /** Postings budget: once there are enough candidates, lists of common words are not read; 10,000 to 200,000. */
  maxPostings: 20_000,
  /** What a word counts in a candidate's score, by where it occurs. */
  candidateScore: { sentence: 10, near: 3.5, paragraph: 6, trail: 6, article: 4, title: 15 },
  /** How many of the best are read and searched with Fuse.js; 8 to 40. */
  read: 12,
  /** The same where a definition is asked for, which only the text shows; 24 to 64. */
  readForDefinition: 32,
  /** What each feature adds to a sentence's rank. */
  features: features satisfies Record<Feature, number>,
  /** The probability that what was searched covers the question. */
  onTopic: onTopic satisfies TopicWeights,
  /** The probability that a sentence answers the question. */
  isAnswer: isAnswer satisfies AnswerWeights,
} as const
