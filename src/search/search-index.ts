import type { Article, Sentence } from '../corpus/article.ts'
import { findAnswer } from './answer-phrase.ts'
import { chooseCandidates } from './candidates.ts'
import { confidenceIn } from './confidence.ts'
import type { Features } from './feature.ts'
import { holdSentences } from './fuse.ts'
import { type Language, loadLanguage } from './language.ts'
import { type Matches, matchWords } from './matches.ts'
import { readQuestion, type Scope } from './query.ts'
import { rank } from './rank.ts'
import { countTerms, termsOf } from './term-statistics.ts'

/** A candidate with its score and the parts of it that matched. */
export interface Hit extends Matches {
  readonly sentence: Sentence
  /** How probable it is that the sentence answers the question, 0 to 1. */
  readonly score: number
  /** What it was ranked by. */
  readonly features: Features
  /** The phrase that answers, where it can be told: UTF-16 offsets `[start, end)` of `sentence.plain`. */
  readonly answer?: readonly [number, number]
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[]
  /** How probable it is that the sentences searched speak of the question at all, 0 to 1. */
  readonly confidence: number
  /** The question's words with meaning that no sentence searched holds, nor anything spelt nearly so, as typed. */
  readonly unknown: readonly string[]
}

/** The sentences of a corpus, ready to be searched. */
export interface SearchIndex {
  /** At most `limit` hits, in all articles or in one. Milliseconds, whatever the corpus's size. */
  search(question: string, limit: number, article?: string): SearchResult
}

/** Indexes the sentences of articles, whose ids differ. */
export async function createSearchIndex(articles: readonly Article[]): Promise<SearchIndex> {
  const readable = await Promise.all(
    articles.map(async (article) => ({ article, language: await loadLanguage(article.language) })),
  )
  const byId = new Map(readable.map((each) => [each.article.id, each]))
  const statistics = countTerms(readable)
  const fuse = holdSentences(statistics.sentences, (id) => byId.get(id)?.article, [
    ...statistics.forms.keys(),
    ...statistics.sortedTerms,
  ])
  const everywhere: Scope = {
    from: 0,
    to: statistics.sentences.length,
    languages: byFrequency(readable.map(({ language }) => language)),
  }
  const scopeOf = (id: string): Scope => {
    const [from, to] = statistics.ranges.get(id) ?? [0, 0]
    const language = byId.get(id)?.language
    return { from, to, languages: language ? [language] : [] }
  }

  return {
    search(question, limit, article) {
      const scope = article === undefined ? everywhere : scopeOf(article)
      const query = readQuestion(question, statistics, fuse, scope)
      const candidates = chooseCandidates(query, statistics, scope)
      const pattern = query.words
        .filter((word) => word.content)
        .map((word) => word.text)
        .join(' ')
      const languageOf = (sentence: Sentence) => byId.get(sentence.article)?.article.language ?? 'en'
      const ranked = rank(question, query, candidates, statistics, {
        languageOf,
        fuse: (ordinals) => fuse.judge(pattern, ordinals),
      })
      const { spoken, right } = confidenceIn(ranked, limit)
      return {
        hits: ranked.slice(0, limit).flatMap(({ ordinal, features }, i): Hit | [] => {
          const sentence = statistics.sentences[ordinal]
          if (!sentence) return []
          const matches = matchWords(query, sentence.plain, termsOf(statistics, ordinal))
          const answer = findAnswer(query, sentence.plain, languageOf(sentence), matches.highlights)
          return { sentence, score: right[i] ?? 0, features, ...matches, ...(answer && { answer }) }
        }),
        confidence: spoken,
        unknown: query.words.filter((word) => word.content && word.terms.size === 0).map((word) => word.text),
      }
    },
  }
}

/** Distinct languages, the most common first. */
function byFrequency(languages: readonly Language[]): Language[] {
  const counts = new Map<Language, number>()
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language)
}
