// Ranking few candidates shows the same passages as ranking every sentence.
import { expect, test } from 'vitest'
import type { ParsedArticle } from '../../../src/corpus/article.ts'
import { countSentences, sentenceAt } from '../../../src/corpus/packed.ts'
import { loadLanguage } from '../../../src/language/language.ts'
import { createCandidateFinder } from '../../../src/search/candidates/candidates.ts'
import { openSimilarWords } from '../../../src/search/index/similar-words.ts'
import { openStatistics } from '../../../src/search/index/term-statistics.ts'
import { parseQuery, type Query } from '../../../src/search/query/query.ts'
import { openFuseIndex } from '../../../src/search/ranking/fuse-index.ts'
import { rank } from '../../../src/search/ranking/rank.ts'
import { indexArticles, openSearchIndex } from '../../../src/search/search-index.ts'
import { articleOf } from '../../corpus/reading.ts'
import { randomNumbers } from '../../quality/random.ts'

const SUBJECTS = 'captain farmer queen baker judge painter sailor teacher miller doctor'.split(' ')
const DEEDS = 'built sold painted burned repaired inherited visited measured'.split(' ')
const THINGS = 'bridge mill harbour castle library tower garden ship road church'.split(' ')
const PLACES = 'Odense Ghent Porto Bergen Split Riga Bari Turku'.split(' ')
const random = randomNumbers(7)
const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
const sentence = () =>
  `The ${pick(SUBJECTS)} ${pick(DEEDS)} the ${pick(THINGS)} of ${pick(PLACES)} in ${1500 + Math.floor(random() * 400)}.`

async function town(n: number): Promise<ParsedArticle> {
  const paragraphs = Array.from({ length: 12 }, () => Array.from({ length: 4 }, sentence).join(' '))
  return articleOf(
    `---\ntitle: The ${pick(THINGS)} of ${pick(PLACES)}\nlanguage: en\n---\n${paragraphs.join('\n\n')}\n`,
    `town-${n}.txt`,
  )
}

const articles = await Promise.all(Array.from({ length: 60 }, (_, n) => town(n)))
const [packed, index] = await indexArticles(articles)
const statistics = await openStatistics(packed, index)
const similarWords = openSimilarWords(statistics)
const matchFuzzily = openFuseIndex(statistics)
const everywhere = { ranges: [{ from: 0, to: countSentences(packed) }], languages: [await loadLanguage('en')] }
const questions = Array.from({ length: 60 }, () => `Who ${pick(DEEDS)} the ${pick(THINGS)} of ${pick(PLACES)}?`)

/** The first five, by the ranking of some sentences. */
function firstFive(question: string, query: Query, ordinals: readonly number[]): string[] {
  const ranked = rank(question, query, ordinals, statistics, matchFuzzily)
  return ranked.slice(0, 5).map(({ ordinal }) => sentenceAt(packed, ordinal).plain)
}

test.each(questions)('the first five are the same as when every sentence is scored: %s', (question) => {
  const query = parseQuery(question, statistics, similarWords, everywhere)
  const chosen = createCandidateFinder(statistics)(query, everywhere)
  const all = Array.from({ length: countSentences(packed) }, (_, ordinal) => ordinal)
  expect(chosen.length).toBeLessThan(all.length / 10)
  expect(firstFive(question, query, chosen)).toEqual(firstFive(question, query, all))
})

test('an article that is asked alone gives no sentence of another', async () => {
  const { search } = await openSearchIndex(packed, index)
  const { hits } = search('Who built the bridge of Odense?', 100, { article: 'town-7' })
  expect(new Set(hits.map(({ sentence: { article } }) => article))).toEqual(new Set(['town-7']))
})

test('the same question twice finds the same, whatever was asked between', async () => {
  const { search } = await openSearchIndex(packed, index)
  const first = questions.map((question) => search(question, 5))
  expect(questions.toReversed().map((question) => search(question, 5))).toEqual(first.toReversed())
})
