// The features of a sentence for one question: an outline from the index alone, and details from its text.
import { at, fractionAt } from '../../columns/at.ts'
import { countStrings } from '../../columns/string-table.ts'
import { kindAt, kinds } from '../../corpus/packed.ts'
import { splitWords } from '../../language/words.ts'
import { findEntities } from '../extraction/entities.ts'
import { holdsAnswerType } from '../extraction/holds-answer-type.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { TermSet } from '../index/term-set.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import { type Feature, type Features, featureNames } from '../model/feature.ts'
import { asksForFigure } from '../query/answer-type.ts'
import { type Query, termsAmong } from '../query/query.ts'
import { createArticleFeatures, createTrailFits } from './article-features.ts'
import { compareNgrams } from './character-ngrams.ts'
import { COVERED, createFormSignals } from './form-signals.ts'
import { createNearMissSignals } from './near-miss.ts'
import { createNeighbours } from './neighbours.ts'
import { createParagraphMatcher } from './paragraph-score.ts'
import { pointsBack } from './pointing.ts'
import { SentenceMatches } from './sentence-score.ts'

/** How far the paragraph around a sentence is read, in sentences either way. */
const AROUND = 8
/** Shorter words say too little to count as unasked, in letters. */
const UNASKED_FROM = 4

/** The features that take a sentence's text: 0 in an outline. */
const takeText: ReadonlySet<Feature> = new Set([
  'unaskedWords',
  'pointsBack',
  'answerType',
  'counted',
  'lacksFigure',
  'lacksReason',
  'defines',
  'forbids',
  'instructs',
  'leadsIn',
  'namesHeading',
  'uncovered',
  'negation',
  'antonym',
  'missingNumber',
  'missingName',
  'missingVerbAndNoun',
])

/** The features of which an outline's sum is made. */
export const outlinedFeatures = featureNames.filter((name) => !takeText.has(name))

/** What the index alone tells of a sentence; features that take its text are 0. */
export interface Outline {
  readonly features: Features
  /** How well the sentence holds each word of the question, 0 to 1. */
  readonly own: readonly number[]
  /** The same of its paragraph, headings and title together. */
  readonly around: readonly number[]
  /** What it lacks and the sentence before it holds. */
  readonly before: number
}

/** Makes the function that outlines sentences for one question. */
export function createOutlines(query: Query, statistics: TermStatistics): (ordinal: number) => Outline {
  const { words } = query
  const { packed, index } = statistics
  const queryTerms = new TermSet(countStrings(index.terms), termsAmong(words))
  const matches = new SentenceMatches(query, statistics, queryTerms)
  const matchParagraph = createParagraphMatcher(query, matches)
  const articleOf = createArticleFeatures(query, statistics, queryTerms)
  const trailOf = createTrailFits(query, statistics, queryTerms)
  const shares = Float64Array.from(words, ({ weight }) => weight / query.weight)

  const readNeighbours = createNeighbours(query, matches)

  return (ordinal) => {
    matches.reserve(2 * AROUND + 1)
    const paragraph = matchParagraph(...paragraphRange(ordinal, statistics))
    const match = matches.of(ordinal)
    const fits = readNeighbours(ordinal, paragraph)
    const article = articleOf(at(packed.articleOf, ordinal))
    const trailFits = trailOf(at(packed.paragraphOf, ordinal))
    const own: number[] = []
    const around: number[] = []
    let [coverage, before, after, earlier, title, trail] = [0, 0, 0, 0, 0, 0]
    let [articleIdfCoverage, exclusiveCoverage, headed, titled] = [0, 0, 0, 0]
    for (let i = 0; i < shares.length; i++) {
      const share = fractionAt(shares, i)
      const fit = fractionAt(fits.own, i)
      coverage += share * fit
      articleIdfCoverage += (article.weights[i] ?? 0) * fit
      trail += share * gainOver(trailFits[i], fit)
      headed += share * (trailFits[i] ?? 0)
      titled += share * (article.title[i] ?? 0)
      title += share * gainOver(article.title[i], Math.max(fit, trailFits[i] ?? 0))
      before += share * gainOver(fits.previous[i], fit)
      after += share * gainOver(fits.next[i], fit)
      earlier += share * gainOver(fits.earlier[i], Math.max(fit, trailFits[i] ?? 0))
      const beside = fit === paragraph.fits[i] ? paragraph.seconds[i] : paragraph.fits[i]
      exclusiveCoverage += share * Math.max(0, fit - (beside ?? 0))
      own.push(fit)
      around.push(Math.max(fit, paragraph.fits[i] ?? 0, trailFits[i] ?? 0, article.title[i] ?? 0))
    }
    const kind = kindAt(packed, ordinal)
    return {
      own,
      around,
      before,
      features: {
        bm25: match.bm25,
        coverage,
        pairs: match.pairs / Math.max(1, words.length - 1),
        // The text is not read yet; what it will hold is about what its terms cover.
        letters: coverage,
        runs: coverage,
        unaskedWords: 0,
        after,
        earlier,
        pointsBack: 0,
        bestOtherBm25: match.bm25 === paragraph.best ? paragraph.second : paragraph.best,
        paragraph: paragraph.bm25,
        trail,
        opensSection: headed > 0 && opensSection(ordinal, statistics) ? headed : 0,
        article: article.held,
        namesAbsentFromArticle: article.namesAbsent,
        title,
        namesTitle: titled * article.titleNamed,
        namesHeading: 0,
        articleIdfCoverage,
        exclusiveCoverage,
        first: ordinal === paragraph.from ? 1 : 0,
        answerType: 0,
        counted: 0,
        lacksFigure: 0,
        lacksReason: 0,
        defines: 0,
        forbids: 0,
        instructs: 0,
        leadsIn: 0,
        list: kind === 'list' ? 1 : 0,
        row: kind === 'row' ? 1 : 0,
        code: kind === 'code' ? 1 : 0,
        fuse: coverage,
        uncovered: 0,
        negation: 0,
        antonym: 0,
        missingNumber: 0,
        missingName: 0,
        missingVerbAndNoun: 0,
      },
    }
  }
}

/** How much more of a word something else holds than the sentence itself. */
function gainOver(other: number | undefined, own: number): number {
  return other !== undefined && other > own ? other - own : 0
}

/** Makes the function that adds to an outline what takes the sentence's text; `fuse` is Fuse.js's score, 0 to 1. */
export function createDetails(
  question: string,
  query: Query,
  statistics: TermStatistics,
): (ordinal: number, reading: AnalysedSentence, outline: Outline, fuse: number) => Features {
  const shareOfNgrams = compareNgrams(splitWords(question))
  const contentTerms = termsAmong(query.words.filter(({ content }) => content))
  const countedTerms = termsAmong(query.countedWords)
  const nearMissSignals = createNearMissSignals(query, statistics)
  const formSignals = createFormSignals(query, statistics)

  /** Whether a number directly precedes what is counted. */
  const countsOne = (reading: AnalysedSentence): boolean =>
    findEntities(reading, 'number', query.questionWords).some(([, end]) => {
      const next = reading.words.findIndex(({ start }) => start >= end)
      return next >= 0 && [0, 1, 2].some((i) => countedTerms.has(reading.terms[next + i] ?? -1))
    })

  return (ordinal, reading, { features, own, around, before }, fuse) => {
    const { words, terms } = reading
    const [letters, runs] = shareOfNgrams(words)
    const holds = holdsAnswerType(reading, query.answerType, query.questionWords)
    const unasked = words.filter(
      ({ text }, i) =>
        text.length >= UNASKED_FROM &&
        !contentTerms.has(terms[i] ?? -1) &&
        !query.questionWords.has(text.toLowerCase()),
    )
    return {
      ...features,
      letters,
      runs,
      pointsBack: before > 0 && pointsBack(reading) ? before : 0,
      unaskedWords: Math.log1p(unasked.length) / 3,
      answerType: holds === true ? Math.min(1, features.coverage / COVERED) : 0,
      counted: countedTerms.size > 0 && holds === true && countsOne(reading) ? 1 : 0,
      lacksFigure: holds === false && asksForFigure(query.answerType) ? 1 : 0,
      lacksReason: holds === false && query.answerType === 'reason' ? 1 : 0,
      fuse,
      ...formSignals(ordinal, reading, features),
      ...nearMissSignals(reading, own, around),
    }
  }
}

/** The sentences of the paragraph within `AROUND` of one of them: ordinals `[from, to)`. */
function paragraphRange(ordinal: number, { packed }: TermStatistics): readonly [number, number] {
  const paragraph = at(packed.paragraphOf, ordinal)
  const [from, to] = [at(packed.paragraphStarts, paragraph), at(packed.paragraphStarts, paragraph + 1)]
  return [Math.max(from, ordinal - AROUND), Math.min(to, ordinal + AROUND + 1)]
}

/** Whether the paragraph before is the heading or the question that the sentence's own paragraph answers. */
function opensSection(ordinal: number, { packed }: TermStatistics): boolean {
  const paragraph = at(packed.paragraphOf, ordinal)
  if (paragraph === 0) return false
  const kind = kinds[at(packed.kindOf, paragraph - 1)]
  return kind === 'heading' || kind === 'question'
}
