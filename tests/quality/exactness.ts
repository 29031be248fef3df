import { countSentences, findArticle, sentencesOf } from '../../src/corpus/packed.ts'
import { loadLanguage } from '../../src/language/language.ts'
import { createCandidateFinder } from '../../src/search/candidates/candidates.ts'
import { openStatistics, postingsOf } from '../../src/search/index/term-statistics.ts'
import { parseQuery, type Query, type QueryScope } from '../../src/search/query/query.ts'
import { openFuse } from '../../src/search/ranking/fuse-score.ts'
import { rank } from '../../src/search/ranking/rank.ts'
import { indexArticles } from '../../src/search/search-index.ts'
import type { QuestionSet } from './public-sets.ts'

/** Ranking every sentence takes a while: every so many-th question says enough. */
const EVERY = 4

/**
 * Of how many questions the first five sentences are the same as when every sentence is scored that shares a paragraph with
 * a word of the question. Others are not shown, whatever their rank.
 */
export async function countExact(set: QuestionSet): Promise<{ readonly same: number; readonly questions: number }> {
  const [packed, index] = await indexArticles(set.articles)
  const statistics = await openStatistics(packed, index)
  const fuse = openFuse(statistics)
  const choose = createCandidateFinder(statistics)
  const languages = [await loadLanguage(set.language)]
  const firstFive = (question: string, query: Query, ordinals: readonly number[]) =>
    rank(question, query, ordinals, statistics, (some) => fuse.fuzzyScore(question, some))
      .slice(0, 5)
      .map(({ ordinal }) => ordinal)
      .join()

  const allFor = ({ words }: Query, scope: QueryScope): number[] => {
    const meaning = words.filter(({ content, terms }) => content && terms.size > 0)
    const paragraphs = new Set<number>()
    for (const { terms } of meaning.length > 0 ? meaning : words) {
      for (const term of terms.keys()) {
        const [start, end] = postingsOf(statistics, term, scope)
        for (const ordinal of index.postings.subarray(start, end)) paragraphs.add(packed.paragraphOf[ordinal] ?? 0)
      }
    }
    const all = Array.from({ length: scope.to - scope.from }, (_, i) => scope.from + i)
    return all.filter((ordinal) => paragraphs.has(packed.paragraphOf[ordinal] ?? 0))
  }

  const asked = set.questions.filter((_, i) => i % EVERY === 0)
  const same = asked.filter(({ question, home }) => {
    const article = set.ofOwnArticle ? findArticle(packed, home) : undefined
    const range = article === undefined ? { from: 0, to: countSentences(packed) } : sentencesOf(packed, article)
    const scope = { ...range, languages }
    const query = parseQuery(question, statistics, fuse.similarWords, scope)
    return firstFive(question, query, choose(query, scope)) === firstFive(question, query, allFor(query, scope))
  })
  return { same: same.length, questions: asked.length }
}
