/** Answers questions about a corpus: search, passages, verdict. */
import { setImmediate } from 'node:timers/promises'
import type { Article, ParsedArticle } from '../corpus/article.ts'
import { type Audience, isVisible } from '../corpus/audience.ts'
import { countArticles, countSentences, openArticle, type PackedArticles } from '../corpus/packed.ts'
import { type Hit, type IndexArrays, indexArticles, openSearchIndex } from '../search/search-index.ts'
import { type About, answerAbout } from './about.ts'
import type { LinkToPage } from './citation.ts'
import { cleanQuestion } from './clean-question.ts'
import { type Passage, toPassage } from './passage.ts'
import { decideVerdict, type Verdict } from './verdict.ts'

export type { WordMatch } from '../search/search-index.ts'
export type { About, AboutTopic } from './about.ts'
export type { Citation, LinkToPage } from './citation.ts'
export type { Passage } from './passage.ts'
export type { Verdict } from './verdict.ts'

export interface Answer {
  readonly question: string
  /** The only article that was asked; all were when absent. */
  readonly article?: string
  readonly verdict: Verdict
  /** Best first. When `silent`: the nearest ones, if any. */
  readonly passages: readonly Passage[]
  /** The probability that the corpus (or the one article) covers the question. */
  readonly confidence: number
  /** Content words of the question that the corpus (or the one article) never mentions, as typed. */
  readonly unknown: readonly string[]
  /** Set for a question about the articles themselves, a greeting or thanks; `silent` then means that it has no passage. */
  readonly about?: About
  /** The words of earlier questions that a short question was read with. */
  readonly readWith?: readonly string[]
  /** Whether the article asked does not cover a follow-up, so that all articles were searched. */
  readonly isElsewhere?: true
  /** How long the search took, in milliseconds. */
  readonly ms: number
}

export interface AskOptions {
  /** 1 to 100; 5 by default. */
  readonly limit?: number
  /** The id of the only article to ask; it must exist. */
  readonly article?: string
  /** Earlier questions of the conversation, latest first. */
  readonly previous?: readonly string[]
  /** Whose articles are asked; only the shared ones by default. Nothing in the answer tells of any other article. */
  readonly audience?: Audience
}

export interface Answerer {
  /** All articles, of every server. */
  readonly articles: readonly Article[]
  /** How many sentences they hold. */
  readonly sentences: number
  ask(question: string, options?: AskOptions): Answer
}

/** Indexes articles with distinct ids. */
export async function createAnswerer(articles: readonly ParsedArticle[], linkToPage?: LinkToPage): Promise<Answerer> {
  return openAnswerer(...(await indexArticles(articles)), linkToPage)
}

/** Hits beyond the limit, because hits with the same sentence become one passage. */
const SPARE_HITS = 5

/** Earlier questions that a follow-up is read with. */
export const MAX_PREVIOUS = 4

/** Articles opened between two turns of the event loop. */
const AT_ONCE = 500

/**
 * Opens a packed and indexed corpus without blocking the event loop.
 * @param linkToPage where articles without an address of their own can be read
 */
export async function openAnswerer(
  packed: PackedArticles,
  arrays: IndexArrays,
  linkToPage?: LinkToPage,
): Promise<Answerer> {
  const index = await openSearchIndex(packed, arrays)
  const articles: Article[] = []
  for (let place = 0; place < countArticles(packed); place++) {
    const article = openArticle(packed, place)
    articles.push(linkToPage ? withPage(article, linkToPage) : article)
    if (articles.length % AT_ONCE === 0) await setImmediate()
  }
  return {
    articles,
    sentences: countSentences(packed),
    ask(question, { limit = 5, article, previous = [], audience = [] } = {}) {
      const began = performance.now()
      const cleaned = cleanQuestion(question)
      const scope = article === undefined ? {} : { article }
      const asked = () =>
        articles.filter((each) => isVisible(each, audience) && (article === undefined || each.id === article))
      const about = answerAbout(cleaned, asked, limit, linkToPage)
      if (about) {
        const ms = performance.now() - began
        return { question, ...scope, ...about, confidence: 1, unknown: [], ms }
      }
      const found = find(cleaned, limit, article, previous, audience)
      // A reply on another topic: the article of the reply does not cover it, but another one may.
      const wider = article !== undefined && previous.length > 0 && found.verdict === 'silent'
      const elsewhere = wider ? find(cleaned, limit, undefined, previous, audience) : undefined
      const ms = performance.now() - began
      if (elsewhere && elsewhere.verdict !== 'silent') return { question, ...elsewhere, isElsewhere: true, ms }
      return { question, ...scope, ...found, ms }
    },
  }

  function find(
    question: string,
    limit: number,
    article: string | undefined,
    previous: readonly string[],
    audience: Audience,
  ) {
    const context = previous.slice(0, MAX_PREVIOUS).map(cleanQuestion).join(' ')
    const options = { article, context, audience }
    const { hits, confidence, unknown, contextWords } = index.search(question, limit + SPARE_HITS, options)
    const passages = mergeSame(hits)
      .slice(0, limit)
      .flatMap(([hit, ...same]) => {
        const source = articles[hit.article]
        const others = new Set(same.flatMap((each) => articles[each.article] ?? []))
        return source
          ? toPassage(
              hit,
              source,
              [...others].filter((other) => other !== source),
              linkToPage,
            )
          : []
      })
    const readWith = contextWords.length > 0 ? { readWith: contextWords } : {}
    return { verdict: decideVerdict(hits[0], confidence), passages, confidence, unknown, ...readWith }
  }
}

/** Links to pages may expire, so that they are made when they are read. */
function withPage(article: Article, linkToPage: LinkToPage): Article {
  return {
    ...article,
    get pageUrl() {
      return linkToPage(article)
    },
  }
}

/** Groups hits whose sentences read the same, in the order of the first of each group. */
function mergeSame(hits: readonly Hit[]): (readonly [Hit, ...Hit[]])[] {
  const groups = new Map<string, [Hit, ...Hit[]]>()
  for (const hit of hits) {
    const group = groups.get(hit.sentence.plain)
    if (group) group.push(hit)
    else groups.set(hit.sentence.plain, [hit])
  }
  return [...groups.values()]
}
