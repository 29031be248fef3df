import type { Article, Sentence } from '../corpus/article.ts'
import { chooseCandidates } from './candidates.ts'
import { holdSentences } from './fuse.ts'
import { type Language, loadLanguage } from './language.ts'
import { type Matches, matchWords } from './matches.ts'
import { readQuestion, type Scope } from './query.ts'
import { type Ranked, rank } from './rank.ts'
import { countTerms, termsOf } from './term-statistics.ts'

/** A candidate with its score and the parts of it that matched. */
export interface Hit extends Matches, Pick<Ranked, 'covered' | 'coveredAround' | 'holdsKind'> {
  readonly sentence: Sentence
  /** 0 to 1. */
  readonly score: number
}

export interface SearchResult {
  /** Best first. */
  readonly hits: readonly Hit[]
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
      const judge = (ordinals: readonly number[]) => fuse.judge(pattern, ordinals)
      const ranked = rank(query, candidates, statistics, judge, languageOf, limit)
      return {
        hits: ranked.flatMap((hit): Hit | [] => {
          const sentence = statistics.sentences[hit.ordinal]
          if (!sentence) return []
          return { ...hit, sentence, ...matchWords(query, sentence.plain, termsOf(statistics, hit.ordinal)) }
        }),
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
