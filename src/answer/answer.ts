/** Answers questions about a corpus: search, passages, verdict. */
import { setImmediate } from 'node:timers/promises'
import type { Article, ParsedArticle } from '../corpus/article.ts'
import { countArticles, countSentences, openArticle, type PackedArticles } from '../corpus/packed.ts'
import { type Hit, type IndexArrays, indexArticles, openSearchIndex } from '../search/search-index.ts'
import { type Passage, toPassage } from './passage.ts'
import { decideVerdict, type Verdict } from './verdict.ts'

export type { WordMatch } from '../search/search-index.ts'
export type { Citation } from './citation.ts'
export type { Passage } from './passage.ts'
export type { Verdict } from './verdict.ts'

export interface Answer {
  readonly question: string
  /** The only article that was asked; all were when absent. */
  readonly article?: string
  readonly verdict: Verdict
  /** Best first. When `silent`: the nearest ones, if any. */
  readonly passages: readonly Passage[]
  /** How probable it is that the corpus (or the one article) speaks of the question at all, 0 to 1. */
  readonly confidence: number
  /** The words of the question that the corpus (or the one article asked about) never mentions, as typed. */
  readonly unknown: readonly string[]
  /** How long it took to find, in milliseconds. */
  readonly ms: number
}

/** How many passages, and whether of one article only. */
export interface AskOptions {
  /** 1 to 100; 5 when absent. */
  readonly limit?: number
  /** An article's id, which must exist. */
  readonly article?: string
}

/** The corpus, ready to be asked. */
export interface Answerer {
  readonly articles: readonly Article[]
  /** How many sentences they hold. */
  readonly sentences: number
  ask(question: string, options?: AskOptions): Answer
}

/** Indexes articles, whose ids differ, for asking. */
export async function createAnswerer(articles: readonly ParsedArticle[]): Promise<Answerer> {
  return openAnswerer(...(await indexArticles(articles)))
}

/** Hits beyond the limit, because hits with the same sentence become one passage. */
const SPARE_HITS = 5

/** How many articles are unpacked before others have their turn. */
const AT_ONCE = 500

/** Opens what was packed and indexed before, for asking; nobody else waits for long, however much it is. */
export async function openAnswerer(packed: PackedArticles, arrays: IndexArrays): Promise<Answerer> {
  const index = await openSearchIndex(packed, arrays)
  const articles: Article[] = []
  for (let place = 0; place < countArticles(packed); place++) {
    articles.push(openArticle(packed, place))
    if (articles.length % AT_ONCE === 0) await setImmediate()
  }
  return {
    articles,
    sentences: countSentences(packed),
    ask(question, { limit = 5, article } = {}) {
      const asked = performance.now()
      const { hits, confidence, unknown } = index.search(question, limit + SPARE_HITS, article)
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
              )
            : []
        })
      const scope = article === undefined ? {} : { article }
      const verdict = decideVerdict(hits[0], confidence)
      return { question, ...scope, verdict, passages, confidence, unknown, ms: performance.now() - asked }
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
