// The only file of search that other folders import: questions in, ranked sentences out.
import { at } from '../columns/at.ts'
import type { ParsedArticle, Sentence } from '../corpus/article.ts'
import type { Audience } from '../corpus/audience.ts'
import {
  countSentences,
  findArticle,
  type OrdinalRange,
  type PackedArticles,
  sentenceAt,
  sentencesAfter,
  sentencesBefore,
  sentencesOf,
  speakerAt,
  trailAt,
} from '../corpus/packed.ts'
import { createPacker } from '../corpus/packer.ts'
import { loadLanguage } from '../language/language.ts'
import type { AnswerType } from '../language/language-table.ts'
import { createCandidateFinder } from './candidates/candidates.ts'
import { findAnswer } from './extraction/answer-span.ts'
import { type Matches, matchWords } from './extraction/matches.ts'
import { analyseSentence } from './index/analysed-sentence.ts'
import { createIndexer, type IndexArrays } from './index/index-arrays.ts'
import { openSimilarWords } from './index/similar-words.ts'
import { openStatistics, type TermStatistics } from './index/term-statistics.ts'
import { openViews } from './index/views.ts'
import type { Features } from './model/feature.ts'
import { parseQuery, QUESTION_LIMITS, type QueryScope } from './query/query.ts'
import { confidenceIn } from './ranking/confidence.ts'
import { openFuseIndex } from './ranking/fuse-index.ts'
import { rank } from './ranking/rank.ts'

export type { WordMatch } from './extraction/matches.ts'
export { createIndexer, type IndexArrays } from './index/index-arrays.ts'
export type { FeatureGroup } from './model/feature.ts'
export { sharesOf } from './ranking/rank.ts'

/** A sentence found, with its score and what matched. */
export interface Hit extends Matches {
  readonly sentence: Sentence
  /** The index of its article in the corpus. */
  readonly article: number
  /** The nearest sentences before and after it in its paragraph, in order; decoded when read. */
  readonly before: readonly Sentence[]
  readonly after: readonly Sentence[]
  /** The headings above it, outermost first, and who says it in a transcript. */
  readonly trail: readonly string[]
  readonly speaker?: string | undefined
  /** The probability that it answers the question. */
  readonly score: number
  /** What it was ranked and judged by. */
  readonly features: Features
  /** The answering phrase, if one is recognised: UTF-16 offsets `[start, end)` of `sentence.plain`. */
  readonly answer: readonly [number, number] | undefined
  /** What type of answer the question expects. */
  readonly answerType: AnswerType
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** The probability that the searched articles cover the question. */
  readonly confidence: number
  /** Content words of the question that are not in the searched articles, nor anything spelt similarly, as typed. */
  readonly unknown: readonly string[]
  /** The words of the context that the question was read with. */
  readonly contextWords: readonly string[]
}

/** The most sentences that `before` and `after` hold. */
const AROUND = 12

export interface SearchOptions {
  /** The id of the only article to search. */
  readonly article?: string | undefined
  /** Text that a short question refers to. */
  readonly context?: string
  /** Whose articles are searched; nothing else may be told from the result. `all` by default. */
  readonly audience?: Audience
}

export interface SearchIndex {
  /** At most `limit` hits, best first. */
  search(question: string, limit: number, options?: SearchOptions): SearchResult
}

/** Indexes the sentences of articles, whose ids differ. */
export async function indexArticles(
  articles: readonly ParsedArticle[],
): Promise<readonly [PackedArticles, IndexArrays]> {
  const [packer, indexer] = [createPacker(), createIndexer()]
  for (const article of articles) {
    packer.add(article)
    indexer.add(article, await loadLanguage(article.language))
  }
  return [packer.finish(), indexer.finish()]
}

/** Opens a built index in milliseconds, whatever its size. */
export async function openSearchIndex(packed: PackedArticles, index: IndexArrays): Promise<SearchIndex> {
  const statistics = await openStatistics(packed, index)
  const viewOf = openViews(statistics)
  const similarWords = openSimilarWords(statistics)
  const matchFuzzily = openFuseIndex(statistics)
  const choose = createCandidateFinder(statistics)
  const everywhere: readonly OrdinalRange[] = [{ from: 0, to: countSentences(packed) }]
  const scopeOf = (id: string | undefined, { visible = everywhere, spoken, languages }: TermStatistics): QueryScope => {
    if (id === undefined) return { ranges: visible, languages: spoken }
    const article = findArticle(packed, id)
    const range = article === undefined ? undefined : sentencesOf(packed, article)
    if (article === undefined || !range || !visible.some(({ from, to }) => from <= range.from && range.to <= to))
      return { ranges: [], languages: spoken }
    const language = languages[at(packed.languageOf, article)]
    return { ranges: [range], languages: language ? [language] : [] }
  }

  return {
    search(asked, limit, { article, context, audience = 'all' } = {}) {
      const question = asked.slice(0, QUESTION_LIMITS.length)
      const view = viewOf(audience)
      const scope = scopeOf(article, view)
      const query = parseQuery(question, view, similarWords, scope, context)
      const ranked = rank(question, query, choose(query, scope), view, matchFuzzily)
      const { onTopic, isAnswer } = confidenceIn(ranked, limit, query, packed)
      return {
        hits: ranked.slice(0, limit).map(({ ordinal, features, read }, i): Hit => {
          const reading = read?.reading ?? analyseSentence(statistics, ordinal)
          // Most hits are judged at most by their words, and never shown.
          const matches = once(() => matchWords(query, reading, read?.fuse?.ranges))
          const answer = once(() => findAnswer(query, reading))
          return {
            sentence: sentenceAt(packed, ordinal),
            article: at(packed.articleOf, ordinal),
            get before() {
              return sentencesBefore(packed, ordinal, AROUND)
            },
            get after() {
              return sentencesAfter(packed, ordinal, AROUND)
            },
            trail: trailAt(packed, ordinal),
            speaker: speakerAt(packed, ordinal),
            score: isAnswer[i] ?? 0,
            features,
            get words() {
              return matches().words
            },
            get highlights() {
              return matches().highlights
            },
            get answer() {
              return answer()
            },
            answerType: query.answerType,
          }
        }),
        confidence: onTopic,
        // Where there is nothing to search, no language tells which words carry meaning.
        unknown: scope.ranges.length === 0 ? [] : query.unknown,
        contextWords: query.contextWords,
      }
    },
  }
}

/** Computes a value when it is first read. */
function once<T>(compute: () => T): () => T {
  let computed: { readonly value: T } | undefined
  return () => {
    computed ??= { value: compute() }
    return computed.value
  }
}
