import type { Sentence } from '../corpus/article.ts'
import { holdsKind } from './kind.ts'
import type { Query, QueryWord } from './query.ts'
import { type TermStatistics, termsOf } from './term-statistics.ts'
import { weights } from './weights.ts'

/** A candidate's score, with the parts that it is the sum of. */
export interface Ranked {
  readonly ordinal: number
  /** 0 to 1, growing with the sum of the parts beside the question's weight. */
  readonly score: number
  readonly parts: {
    readonly words: number
    readonly around: number
    readonly title: number
    readonly pairs: number
    readonly coverage: number
    readonly kind: number
    readonly fuse: number
  }
  /** Part of the question's weight that the sentence itself holds, 0 to 1. */
  readonly covered: number
  /** The same for the sentence, its paragraph and its title together. */
  readonly coveredAround: number
  /** Whether the sentence holds the kind of thing asked for; `undefined` where that cannot be told. */
  readonly holdsKind: boolean | undefined
}

/** Scores candidates, best first; equal ones in the corpus's order. `fuseScores`: ordinal → 0 to 1. */
export function rank(
  query: Query,
  candidates: readonly number[],
  statistics: TermStatistics,
  fuseScores: ReadonlyMap<number, number>,
  languageOf: (sentence: Sentence) => string,
): Ranked[] {
  const questionWeight = query.words.reduce((sum, word) => sum + word.weight, 0)
  if (questionWeight === 0) return []
  const averageLength = statistics.tokens.length / Math.max(1, statistics.sentences.length)
  const scored = new Map<number, SentenceScore>()
  const scoreOf = (ordinal: number) => {
    const known = scored.get(ordinal) ?? scoreSentence(query, termsOf(statistics, ordinal), averageLength)
    scored.set(ordinal, known)
    return known
  }

  const ranked = candidates.flatMap((ordinal): Ranked | [] => {
    const sentence = statistics.sentences[ordinal]
    if (!sentence) return []
    const own = scoreOf(ordinal)
    const around = paragraphOf(ordinal, statistics).map((near) => ({ near, ...scoreOf(near) }))
    const beside = around.filter(({ near }) => Math.abs(near - ordinal) === 1)
    const titled = statistics.titleTerms.get(sentence.article) ?? new Set()
    const inTitle = query.words.filter((word) => [...word.terms.keys()].some((term) => titled.has(term)))
    const held = holdsKind(sentence.plain, query.kind, languageOf(sentence), query.asked)
    const covered = own.weight / questionWeight

    const parts = {
      words: own.score,
      around:
        weights.neighbour * beside.reduce((sum, { score }) => sum + score, 0) +
        weights.paragraph * Math.max(0, ...around.map(({ score }) => score)),
      title: weights.title * inTitle.reduce((sum, word) => sum + word.weight, 0),
      pairs: weights.pair * own.pairs,
      coverage: weights.coverage * covered ** 2 * questionWeight,
      kind: held ? weights.kind * questionWeight : 0,
      fuse: weights.fuse * (fuseScores.get(ordinal) ?? 0) * questionWeight,
    }
    const together = query.words.filter(
      (word) => own.words.has(word) || inTitle.includes(word) || around.some(({ words }) => words.has(word)),
    )
    return {
      ordinal,
      score: 1 - Math.exp((-STEEPNESS * Object.values(parts).reduce((sum, part) => sum + part, 0)) / questionWeight),
      parts,
      covered,
      coveredAround: together.reduce((sum, word) => sum + word.weight * bestFit(word), 0) / questionWeight,
      holdsKind: held,
    }
  })
  return ranked.sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
}

/** Puts a sentence that repeats the question at some 0.93. */
const STEEPNESS = 1.4

interface SentenceScore {
  /** BM25 over the question's words. */
  readonly score: number
  /** The weight of the words it holds, as well as they fit. */
  readonly weight: number
  /** The weight of the words that stand side by side in both. */
  readonly pairs: number
  readonly words: ReadonlySet<QueryWord>
}

/** BM25 (Robertson and Zaragoza, 2009), a word counting as much as the best of its terms fits. */
function scoreSentence(query: Query, terms: Uint32Array, averageLength: number): SentenceScore {
  const norm =
    weights.saturation * (1 - weights.lengthNorm + weights.lengthNorm * (terms.length / Math.max(1, averageLength)))
  let score = 0
  let weight = 0
  let pairs = 0
  const words = new Set<QueryWord>()
  const at = new Map<QueryWord, readonly number[]>()
  for (const word of query.words) {
    const places: number[] = []
    let fit = 0
    terms.forEach((term, place) => {
      const meeting = word.terms.get(term)
      if (!meeting) return
      places.push(place)
      fit = Math.max(fit, meeting.fit)
    })
    if (places.length === 0) continue
    words.add(word)
    at.set(word, places)
    score += (word.weight * fit * places.length * (weights.saturation + 1)) / (places.length + norm)
    weight += word.weight * fit
  }
  const content = query.words.filter((word) => word.content)
  content.forEach((word, i) => {
    const next = content[i + 1]
    if (!next) return
    const places = new Set(at.get(next))
    if (at.get(word)?.some((place) => places.has(place + 1))) pairs += word.weight + next.weight
  })
  return { score, weight, pairs, words }
}

/** How far around a sentence its paragraph is looked at, in sentences either way. */
const AROUND = 6

/** The other sentences of the paragraph that are not far, by ordinal. */
function paragraphOf(ordinal: number, { sentences }: TermStatistics): number[] {
  const own = sentences[ordinal]
  const others: number[] = []
  for (let other = Math.max(0, ordinal - AROUND); other <= ordinal + AROUND; other++) {
    const sentence = sentences[other]
    if (other !== ordinal && sentence?.article === own?.article && sentence?.paragraph === own?.paragraph)
      others.push(other)
  }
  return others
}

function bestFit(word: QueryWord): number {
  return Math.max(0, ...[...word.terms.values()].map(({ fit }) => fit))
}
