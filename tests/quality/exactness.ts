// Checks that looking at few candidates changes nothing that is shown.
import { at } from '../../src/columns/at.ts'
import { countSentences, findArticle, type OrdinalRange, sentencesOf } from '../../src/corpus/packed.ts'
import { loadLanguage } from '../../src/language/language.ts'
import { createCandidateFinder } from '../../src/search/candidates/candidates.ts'
import { openSimilarWords } from '../../src/search/index/similar-words.ts'
import { openStatistics, postingsOf } from '../../src/search/index/term-statistics.ts'
import { parseQuery, type Query } from '../../src/search/query/query.ts'
import { openFuseIndex } from '../../src/search/ranking/fuse-index.ts'
import { rank } from '../../src/search/ranking/rank.ts'
import type { OpenSet } from './open-set.ts'

/** Ranking every sentence is slow, so only every fourth question is asked. */
const EVERY = 4

/**
 * For how many questions the first five sentences are the same as when every sentence is ranked that shares a paragraph
 * with a word of the question. Other sentences are never shown.
 */
export async function countExact({ set, index: { packed, index } }: OpenSet): Promise<{
  readonly same: number
  readonly questions: number
}> {
  const statistics = await openStatistics(packed, index)
  const similarWords = openSimilarWords(statistics)
  const matchFuzzily = openFuseIndex(statistics)
  const choose = createCandidateFinder(statistics)
  const languages = [await loadLanguage(set.language)]
  const firstFive = (question: string, query: Query, ordinals: readonly number[]) =>
    rank(question, query, ordinals, statistics, matchFuzzily)
      .slice(0, 5)
      .map(({ ordinal }) => ordinal)
      .join()

  const allFor = ({ words }: Query, range: OrdinalRange): number[] => {
    const meaning = words.filter(({ content, terms }) => content && terms.size > 0)
    const paragraphs = new Set<number>()
    for (const { terms } of meaning.length > 0 ? meaning : words) {
      for (const term of terms.keys()) {
        const [start, end] = postingsOf(statistics, term, range)
        for (const ordinal of index.postings.subarray(start, end)) paragraphs.add(at(packed.paragraphOf, ordinal))
        for (let i = at(index.trailedStarts, term); i < at(index.trailedStarts, term + 1); i++)
          paragraphs.add(at(index.trailed, i))
      }
    }
    const all = Array.from({ length: range.to - range.from }, (_, i) => range.from + i)
    return all.filter((ordinal) => paragraphs.has(at(packed.paragraphOf, ordinal)))
  }

  const asked = set.questions.filter((_, i) => i % EVERY === 0)
  const same = asked.filter(({ question, article: id }) => {
    const article = id === undefined ? undefined : findArticle(packed, id)
    const range = article === undefined ? { from: 0, to: countSentences(packed) } : sentencesOf(packed, article)
    const scope = { ranges: [range], languages }
    const query = parseQuery(question, statistics, similarWords, scope)
    return firstFive(question, query, choose(query, scope)) === firstFive(question, query, allFor(query, range))
  })
  return { same: same.length, questions: asked.length }
}
