import { splitWords } from '../../language/words.ts'
import { findEntities } from '../extraction/entities.ts'
import { holdsAnswerType } from '../extraction/holds-answer-type.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import type { Features } from '../model/feature.ts'
import { asksForFigure } from '../query/answer-type.ts'
import { type Query, termsAmong } from '../query/query.ts'
import { createArticleFeatures } from './article-features.ts'
import { compareNgrams } from './character-ngrams.ts'
import { combineMatches, type ParagraphMatch } from './paragraph-score.ts'
import { pointsBack } from './pointing.ts'
import { createMatcher, type SentenceMatch } from './sentence-score.ts'

/** How far around a sentence its paragraph is looked at, in sentences either way. */
const AROUND = 8
/** What a sentence above counts for, beside the one under it. */
const FADING = 0.6
/** A shorter word tells nothing, in letters. */
const TELLING = 4

/** Reads the features of sentences for one question, from their terms. */
export function createFeatures(query: Query, statistics: TermStatistics): (ordinal: number) => Features {
  const { words } = query
  const meet = createMatcher(query, statistics)
  const meetings = new Map<number, SentenceMatch>()
  const meetingOf = (ordinal: number) => {
    const known = meetings.get(ordinal) ?? meet(ordinal)
    meetings.set(ordinal, known)
    return known
  }
  let last: ParagraphMatch | undefined
  const paragraphAround = (ordinal: number): ParagraphMatch => {
    const [from, to] = paragraphOf(ordinal, statistics)
    // All sentences of a short paragraph have the same stretch around them, and are asked about one after the other.
    if (last?.first === from && last.last === to - 1) return last
    const sentences: SentenceMatch[] = []
    for (let each = from; each < to; each++) sentences.push(meetingOf(each))
    last = combineMatches(query, from, sentences)
    return last
  }
  const articleOf = createArticleFeatures(query, statistics)
  const shares = words.map(({ weight }) => weight / query.weight)

  /** How well the sentences before one in its paragraph hold each word, the farther the less. */
  const heldAbove = (ordinal: number, first: number): readonly number[] => {
    const held: number[] = words.map(() => 0)
    let nearness = FADING
    for (let each = ordinal - 1; each >= first; each--) {
      const { fits, bm25 } = meetingOf(each)
      for (let i = 0; bm25 > 0 && i < held.length; i++) held[i] = Math.max(held[i] ?? 0, nearness * (fits[i] ?? 0))
      nearness *= FADING
    }
    return held
  }

  return (ordinal) => {
    const own = meetingOf(ordinal)
    const paragraph = paragraphAround(ordinal)
    const previous = ordinal > paragraph.first ? meetingOf(ordinal - 1).fits : undefined
    const next = ordinal < paragraph.last ? meetingOf(ordinal + 1).fits : undefined
    const article = articleOf(statistics.packed.articleOf[ordinal] ?? 0)
    let [coverage, names, before, after, earlier] = [0, 0, 0, 0, 0]
    let [namesAround, title, articleIdfCoverage, exclusiveCoverage] = [0, 0, 0, 0]
    const earliest = heldAbove(ordinal, paragraph.first)
    for (let i = 0; i < words.length; i++) {
      const fit = own.fits[i] ?? 0
      const share = shares[i] ?? 0
      const isName = words[i]?.isName === true
      coverage += share * fit
      articleIdfCoverage += (article.weights[i] ?? 0) * fit
      title += share * gainOver(article.title[i], fit)
      if (previous) before += share * gainOver(previous[i], fit)
      if (next) after += share * gainOver(next[i], fit)
      earlier += share * gainOver(earliest[i], fit)
      if (isName) names += share * fit
      if (isName) namesAround += share * gainOver(paragraph.fits[i], fit)
      const beside = fit === paragraph.fits[i] ? paragraph.seconds[i] : paragraph.fits[i]
      exclusiveCoverage += share * Math.max(0, fit - (beside ?? 0))
    }
    return {
      bm25: own.bm25,
      coverage,
      names,
      pairs: own.pairs / Math.max(1, words.length - 1),
      letters: 0,
      runs: 0,
      unaskedWords: 0,
      before,
      after,
      earlier,
      pointsBack: 0,
      bestOtherBm25: own.bm25 === paragraph.best ? paragraph.second : paragraph.best,
      paragraph: paragraph.bm25,
      namesAround,
      article: article.held,
      namesAbsentFromArticle: article.strangers,
      title,
      articleIdfCoverage,
      exclusiveCoverage,
      first: ordinal === paragraph.first ? 1 : 0,
      reason: 0,
      kind: 0,
      kindCovered: 0,
      counted: 0,
      lacksFigure: 0,
      fuse: 0,
    }
  }
}

/** What something else holds of a word more than the sentence itself. */
function gainOver(other: number | undefined, own: number): number {
  return other !== undefined && other > own ? other - own : 0
}

/** Adds to features what reading a sentence tells. */
export function createCloseLook(
  question: string,
  query: Query,
): (reading: AnalysedSentence, features: Features) => Features {
  const typed = splitWords(question)
  const lettersOf = compareNgrams(typed)
  const meant = termsAmong(query.words.filter(({ content }) => content))
  const counted = termsAmong(query.countedWords)
  return (reading, features) => {
    const { words, terms } = reading
    const isReason = query.answerType === 'reason'
    const [letters, runs] = lettersOf(words)
    const held = holdsAnswerType(reading, query.answerType, query.questionWords)
    const fresh = words.filter(
      ({ text }, i) =>
        text.length >= TELLING && !meant.has(terms[i] ?? -1) && !query.questionWords.has(text.toLowerCase()),
    )
    return {
      ...features,
      letters,
      runs,
      pointsBack: features.before > 0 && pointsBack(reading) ? features.before : 0,
      unaskedWords: Math.log1p(fresh.length) / 3,
      reason: held === true && isReason ? 1 : 0,
      kind: held === true && !isReason ? 1 : 0,
      kindCovered: held === true && !isReason ? features.coverage : 0,
      counted: counted.size > 0 && held === true && countsOne(reading) ? 1 : 0,
      lacksFigure: held === false && asksForFigure(query.answerType) ? 1 : 0,
    }
  }

  /** Whether a number stands right before what is counted. */
  function countsOne(reading: AnalysedSentence): boolean {
    const { words, terms } = reading
    return findEntities(reading, 'number', query.questionWords).some(([, end]) => {
      const behind = words.findIndex(({ start }) => start >= end)
      return behind >= 0 && [0, 1, 2].some((i) => counted.has(terms[behind + i] ?? -1))
    })
  }
}

/** The sentences of a paragraph that are not far from one of them: ordinals `[from, to)`. */
function paragraphOf(ordinal: number, { packed }: TermStatistics): readonly [number, number] {
  const at = packed.paragraphOf[ordinal] ?? 0
  const [from = 0, to = 0] = [packed.paragraphStarts[at], packed.paragraphStarts[at + 1]]
  return [Math.max(from, ordinal - AROUND), Math.min(to, ordinal + AROUND + 1)]
}
