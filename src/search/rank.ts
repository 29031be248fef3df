import type { Sentence } from '../corpus/article.ts'
import { holdsKind } from './kind.ts'
import type { Query, QueryWord } from './query.ts'
import { type SentenceScore, scoreSentence, turnRound } from './sentence-score.ts'
import { type TermStatistics, termsOf } from './term-statistics.ts'
import { weights } from './weights.ts'

/** A candidate with its score. */
export interface Ranked {
  readonly ordinal: number
  /** 0 to 1, growing with what was found beside the question's weight. */
  readonly score: number
  /** Part of the question's weight that the sentence itself holds, 0 to 1. */
  readonly covered: number
  /** The same for the sentence, its paragraph and its title together. */
  readonly coveredAround: number
  /** Whether the sentence holds the kind of thing asked for; `undefined` where that cannot be told. */
  readonly holdsKind: boolean | undefined
}

/**
 * Scores candidates, the best `limit` first; equal ones in the corpus's order. Fuse.js judges the best of them: `judge` gives
 * ordinal → 0 to 1.
 */
export function rank(
  query: Query,
  candidates: readonly number[],
  statistics: TermStatistics,
  judge: (ordinals: readonly number[]) => ReadonlyMap<number, number>,
  languageOf: (sentence: Sentence) => string,
  limit: number,
): Ranked[] {
  const questionWeight = query.words.reduce((sum, word) => sum + word.weight, 0)
  if (questionWeight === 0) return []
  const asked = turnRound(query.words)
  const averageLength = statistics.tokens.length / Math.max(1, statistics.sentences.length)
  const scored = new Map<number, SentenceScore>()
  const scoreOf = (ordinal: number) => {
    const known = scored.get(ordinal) ?? scoreSentence(asked, termsOf(statistics, ordinal), averageLength)
    scored.set(ordinal, known)
    return known
  }
  const inTitle = (word: QueryWord, article: string) => {
    const titled = statistics.titleTerms.get(article)
    return Math.max(0, ...[...word.terms].map(([term, { fit }]) => (titled?.has(term) ? fit : 0)))
  }
  const weightAround = (ordinal: number) => {
    const article = statistics.sentences[ordinal]?.article ?? ''
    const near = [ordinal, ...paragraphAround(ordinal, statistics)].map((each) => scoreOf(each).words)
    return query.words.reduce(
      (sum, word) => sum + word.weight * Math.max(inTitle(word, article), ...near.map((words) => words.get(word) ?? 0)),
      0,
    )
  }

  const scoredOnce = candidates.flatMap((ordinal) => {
    const sentence = statistics.sentences[ordinal]
    if (!sentence) return []
    const own = scoreOf(ordinal)
    const held = holdsKind(sentence.plain, query.kind, languageOf(sentence), query.asked)
    const around = paragraphAround(ordinal, statistics)
    const paragraph = around.map(scoreOf)
    const beside = around.filter((near) => Math.abs(near - ordinal) === 1).map(scoreOf)
    const covered = own.weight / questionWeight
    const sum =
      own.score +
      weights.neighbour * beside.reduce((total, { score }) => total + score, 0) +
      weights.paragraph * Math.max(0, ...paragraph.map(({ score }) => score)) +
      weights.title * query.words.reduce((total, word) => total + word.weight * inTitle(word, sentence.article), 0) +
      weights.pair * own.pairs +
      weights.coverage * covered ** 2 * questionWeight +
      (held ? weights.kind * questionWeight : 0)
    return [{ ordinal, sum, covered, holdsKind: held }]
  })
  const best = scoredOnce.sort(bySum).slice(0, weights.judged)
  const judged = judge(best.map(({ ordinal }) => ordinal))
  return scoredOnce
    .map((each) => ({ ...each, sum: each.sum + weights.fuse * (judged.get(each.ordinal) ?? 0) * questionWeight }))
    .sort(bySum)
    .slice(0, limit)
    .map(({ sum, ...each }) => ({
      ...each,
      score: 1 - Math.exp((-STEEPNESS * sum) / questionWeight),
      coveredAround: weightAround(each.ordinal) / questionWeight,
    }))
}

function bySum(a: { sum: number; ordinal: number }, b: { sum: number; ordinal: number }): number {
  return b.sum - a.sum || a.ordinal - b.ordinal
}

/** Puts a sentence that repeats the question at some 0.93. */
const STEEPNESS = 1.4

/** How far around a sentence its paragraph is looked at, in sentences either way. */
const AROUND = 6

/** The other sentences of the paragraph that are not far, by ordinal. */
function paragraphAround(ordinal: number, { sentences }: TermStatistics): number[] {
  const own = sentences[ordinal]
  const others: number[] = []
  for (let other = Math.max(0, ordinal - AROUND); other <= ordinal + AROUND; other++) {
    const sentence = sentences[other]
    if (other !== ordinal && sentence?.article === own?.article && sentence?.paragraph === own?.paragraph)
      others.push(other)
  }
  return others
}
