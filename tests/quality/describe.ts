// The candidates of a question with all their features, whatever the fitted weights are.
import { MAX_PREVIOUS } from '../../src/answer/answer.ts'
import { cleanQuestion } from '../../src/answer/clean-question.ts'
import { at } from '../../src/columns/at.ts'
import { countSentences, findArticle, sentenceAt, sentencesOf } from '../../src/corpus/packed.ts'
import { createCandidateFinder } from '../../src/search/candidates/candidates.ts'
import { analyseSentence } from '../../src/search/index/analysed-sentence.ts'
import { openSimilarWords } from '../../src/search/index/similar-words.ts'
import { openStatistics } from '../../src/search/index/term-statistics.ts'
import type { Features } from '../../src/search/model/feature.ts'
import { parseQuery, type Query } from '../../src/search/query/query.ts'
import { createDetails, createOutlines } from '../../src/search/ranking/features.ts'
import { openFuseIndex } from '../../src/search/ranking/fuse-index.ts'
import type { OpenSet } from './open-set.ts'
import { isRight, type SetQuestion } from './question-set.ts'

/** A question as the search reads it, with candidates. */
export interface DescribedQuestion {
  readonly query: Query
  readonly candidates: readonly Described[]
}

export interface Described {
  /** What is known before the sentence is read, and after. */
  readonly outline: Features
  readonly features: Features
  /** How well it holds each word of the question, and its paragraph. */
  readonly own: readonly number[]
  readonly paragraph: number
  readonly right: boolean
}

/** How many candidates are described, those first that hold the most of the question, and of how many. */
const DESCRIBED = 30
const CANDIDATES = 200

/** Makes the function that describes the candidates of a question, of its own articles or of one article. */
export async function openDescriber({ set, index: { packed, index } }: OpenSet) {
  const statistics = await openStatistics(packed, index)
  const similarWords = openSimilarWords(statistics)
  const matchFuzzily = openFuseIndex(statistics)
  const findCandidates = createCandidateFinder(statistics, CANDIDATES)
  return (question: SetQuestion, id = question.article): DescribedQuestion => {
    const article = id === undefined ? undefined : findArticle(packed, id)
    const range = article === undefined ? { from: 0, to: countSentences(packed) } : sentencesOf(packed, article)
    const language = article === undefined ? undefined : statistics.languages[at(packed.languageOf, article)]
    const scope = { ranges: [range], languages: language ? [language] : statistics.spoken }
    const text = cleanQuestion(question.question)
    const context = (question.before ?? []).slice(0, MAX_PREVIOUS).map(cleanQuestion).join(' ')
    const query = parseQuery(text, statistics, similarWords, scope, context)
    const outlineOf = createOutlines(query, statistics)
    const close = findCandidates(query, scope)
      .map((ordinal) => ({ ordinal, outline: outlineOf(ordinal) }))
      .sort((a, b) => held(b.outline.features) - held(a.outline.features))
      .slice(0, DESCRIBED)
    const fuse = matchFuzzily(
      query,
      close.map(({ ordinal }) => ordinal),
    )
    const detailsOf = createDetails(text, query, statistics)
    const candidates = close.map(({ ordinal, outline }) => ({
      outline: outline.features,
      features: detailsOf(ordinal, analyseSentence(statistics, ordinal), outline, fuse.get(ordinal)?.score ?? 0),
      own: outline.own,
      paragraph: at(packed.paragraphOf, ordinal),
      right: isRight(set.rule, question, sentenceAt(packed, ordinal)),
    }))
    return { query, candidates }
  }
}

function held({ bm25, paragraph, earlier, trail, title }: Features): number {
  return bm25 + 0.5 * paragraph + earlier + trail + title
}
