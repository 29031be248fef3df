import type { Sentence } from '../corpus/article.ts'
import { isSameParagraph } from '../corpus/packed.ts'
import { createArticleFeatures } from './article-features.ts'
import type { Features } from './feature.ts'
import { asksForFigure, holdsKind } from './kind.ts'
import { compareLetters } from './letters.ts'
import { pointsBack } from './pointing.ts'
import { type Query, shareOf } from './query.ts'
import { type Meeting, meet, turnRound } from './sentence-score.ts'
import { type TermStatistics, termsOf } from './term-statistics.ts'
import { weights } from './weights.ts'

/** How far around a sentence its paragraph is looked at, in sentences either way. */
const AROUND = 8
/** A paragraph's usual length, in sentences. */
const PARAGRAPH = 5

/** Reads the features of sentences for one question, from their terms. */
export function createFeatures(query: Query, statistics: TermStatistics): (ordinal: number) => Features {
  const { words } = query
  const byTerm = turnRound(words)
  const meetings = new Map<number, Meeting>()
  const meetingOf = (ordinal: number) => {
    const known = meetings.get(ordinal) ?? meet(query, byTerm, termsOf(statistics, ordinal), statistics.averageLength)
    meetings.set(ordinal, known)
    return known
  }
  const paragraphs = new Map<number, Paragraph>()
  const paragraphAround = (ordinal: number): Paragraph => {
    const [from, to] = paragraphOf(ordinal, statistics)
    // All sentences of a short paragraph have the same stretch around them.
    const key = from * (2 * AROUND + 2) + (to - from)
    const known =
      paragraphs.get(key) ??
      joinMeetings(
        query,
        from,
        Array.from({ length: to - from }, (_, i) => meetingOf(from + i)),
      )
    paragraphs.set(key, known)
    return known
  }
  const articleOf = createArticleFeatures(query, statistics)
  const names = words.map(({ isName }) => (isName ? 1 : 0))
  const everyWord = words.map(() => 1)
  /** The weight of what `has` holds beyond `own`, as a share of the question's. */
  const beyond = (has: readonly number[], own: readonly number[], of: readonly number[] = everyWord) =>
    shareOf(query, (i) => (of[i] ?? 0) * Math.max(0, (has[i] ?? 0) - (own[i] ?? 0)))
  const nothing = words.map(() => 0)
  const squares = words.reduce((sum, word) => sum + word.weight ** 2, 0)

  return (ordinal) => {
    const { bm25, fits, places } = meetingOf(ordinal)
    const paragraph = paragraphAround(ordinal)
    const { from, sentences } = paragraph
    const before = ordinal > from ? beyond(meetingOf(ordinal - 1).fits, fits) : 0
    const article = articleOf(statistics.packed.articleOf[ordinal] ?? 0)
    const others = sentences.filter((_, i) => from + i !== ordinal)
    const besideOf = (i: number) => Math.max(0, ...others.map((other) => other.fits[i] ?? 0))
    return {
      bm25,
      coverage: beyond(fits, nothing),
      rare: words.reduce((sum, word, i) => sum + word.weight ** 2 * (fits[i] ?? 0), 0) / squares,
      names: beyond(fits, nothing, names),
      pairs: countPairs(places) / Math.max(1, words.length - 1),
      letters: 0,
      before,
      after: ordinal + 1 < from + sentences.length ? beyond(meetingOf(ordinal + 1).fits, fits) : 0,
      pointsBack: 0,
      beside: Math.max(0, ...others.map((other) => other.bm25)),
      paragraph: paragraph.bm25,
      namesAround: beyond(paragraph.fits, fits, names),
      article: article.held,
      strangers: article.strangers,
      title: beyond(article.title, fits),
      here: fits.reduce((sum, fit, i) => sum + fit * (article.weights[i] ?? 0), 0),
      alone: shareOf(query, (i) => Math.max(0, (fits[i] ?? 0) - besideOf(i))),
      first: from === ordinal ? 1 : 0,
      kind: 0,
      lacksFigure: 0,
      lacksName: 0,
      fuse: 0,
    }
  }
}

/** Adds to features what a sentence's text tells. `languageOf` gives a sentence's BCP 47 tag. */
export function createCloseLook(
  question: string,
  query: Query,
  languageOf: (sentence: Sentence) => string,
): (sentence: Sentence, features: Features) => Features {
  const lettersOf = compareLetters(question)
  return (sentence, features) => {
    const language = languageOf(sentence)
    const held = holdsKind(sentence.plain, query.kind, language, query.asked)
    return {
      ...features,
      letters: lettersOf(sentence.plain),
      pointsBack: features.before > 0 && pointsBack(sentence.plain, language) ? features.before : 0,
      kind: held === true ? 1 : 0,
      lacksFigure: held === false && asksForFigure(query.kind) ? 1 : 0,
      lacksName: held === false && !asksForFigure(query.kind) ? 1 : 0,
    }
  }
}

/** Sentences that stand together, as if they were one. */
interface Paragraph extends Omit<Meeting, 'places'> {
  /** The first one's ordinal. */
  readonly from: number
  readonly sentences: readonly Meeting[]
}

/** BM25 over sentences together, their length held to a paragraph's usual one. */
function joinMeetings({ words, weight }: Query, from: number, sentences: readonly Meeting[]): Paragraph {
  const fits = words.map((_, i) => Math.max(0, ...sentences.map((each) => each.fits[i] ?? 0)))
  const norm = weights.saturation * (1 - weights.lengthNorm + (weights.lengthNorm * sentences.length) / PARAGRAPH)
  const bm25 = words.reduce((sum, word, i) => {
    const count = sentences.reduce((total, each) => total + (each.places[i]?.length ?? 0), 0)
    return sum + (word.weight * (fits[i] ?? 0) * count * (weights.saturation + 1)) / (count + norm)
  }, 0)
  return { from, sentences, bm25: bm25 / weight, fits }
}

/** How many words of the question stand right behind the one before them. */
function countPairs(places: Meeting['places']): number {
  return places.filter((here, i) => here.some((at) => places[i - 1]?.includes(at - 1))).length
}

/** The sentences of a paragraph that are not far from one of them: ordinals `[from, to)`. */
function paragraphOf(ordinal: number, { packed }: TermStatistics): readonly [number, number] {
  const isBeside = (other: number) => isSameParagraph(packed, other, ordinal)
  let from = ordinal
  while (from > 0 && ordinal - from < AROUND && isBeside(from - 1)) from--
  let to = ordinal + 1
  while (to < packed.starts.length && to - ordinal <= AROUND && isBeside(to)) to++
  return [from, to]
}
