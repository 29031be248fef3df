/** Answers questions about the articles themselves (what they are about, who wrote them), greetings and thanks. */
import type { Article } from '../corpus/article.ts'
import { type AboutTopic, topicOf } from './about-phrases.ts'
import { cite, type LinkToPage } from './citation.ts'
import type { Passage } from './passage.ts'
import type { Verdict } from './verdict.ts'

export type { AboutTopic } from './about-phrases.ts'

export interface About {
  readonly topic: AboutTopic
  /** The articles that the answer lists, at most `MAX_LISTED`; newest first for `newest`. */
  readonly articles: readonly Article[]
  /** How many articles were asked. */
  readonly total: number
}

/** Articles that an answer lists. */
const MAX_LISTED = 10
/** UTF-16 units; a longer question has a subject of its own. */
const MAX_LENGTH = 120
/** Sentences after the opening that are shown with it. */
const NEIGHBOURS = 3

/** The answer to a cleaned question about some articles as such; `undefined` for a question with a subject of its own. */
export function answerAbout(
  question: string,
  articlesNow: () => readonly Article[],
  limit: number,
  linkToPage: LinkToPage | undefined,
): { readonly about: About; readonly verdict: Verdict; readonly passages: readonly Passage[] } | undefined {
  const topic = question.length > MAX_LENGTH ? undefined : topicOf(question)
  const articles = topic === undefined ? [] : articlesNow()
  if (topic === undefined || articles.length === 0) return undefined
  const listed = topic === 'newest' ? articles.filter(({ date }) => date !== undefined).sort(newestFirst) : articles
  const about = { topic, articles: listed.slice(0, MAX_LISTED), total: articles.length }
  const [only] = articles
  const passages = topic === 'summary' && articles.length === 1 && only ? openingOf(only, limit, linkToPage) : []
  return { about, verdict: passages.length > 0 ? 'answered' : 'silent', passages }
}

function newestFirst(a: Article, b: Article): number {
  return (b.date ?? '').localeCompare(a.date ?? '')
}

/** The first sentences of an article's text, as passages. */
function openingOf(article: Article, limit: number, linkToPage: LinkToPage | undefined): Passage[] {
  const passages: Passage[] = []
  for (const { kind, sentences, trail, speaker } of article.paragraphs) {
    if (passages.length >= limit) break
    if (kind !== 'prose') continue
    for (const [i, sentence] of sentences.entries()) {
      if (passages.length >= limit || sentence.plain === article.title) continue
      passages.push({
        article,
        sentence,
        before: sentences.slice(Math.max(0, i - NEIGHBOURS), i),
        after: sentences.slice(i + 1, i + 1 + NEIGHBOURS),
        highlights: [],
        matches: [],
        score: 1,
        shares: [],
        citation: cite(article, { sentence, trail, speaker }, linkToPage),
        alsoIn: [],
      })
    }
  }
  return passages
}
