// How a sentence stands among the others for the probability of an answer.
import { expect, test } from 'vitest'
import type { Query, QueryWord } from '../../src/search/query/query.ts'
import { standingsOf } from '../../src/search/ranking/standing.ts'

const word = (text: string, content = true): QueryWord => ({
  text,
  content,
  isName: false,
  weight: 1,
  terms: new Map(),
})
const asking = (...words: QueryWord[]): Query => ({
  words,
  contextWords: [],
  weight: words.length,
  answerType: 'other',
  manner: undefined,
  questionWords: new Set(),
  countedWords: [],
  unknown: [],
})

test('a sentence leads over the best of another paragraph, and has rivals in its own', () => {
  const contenders = [
    { sum: 9, own: [1], paragraph: 1 },
    { sum: 8.5, own: [1], paragraph: 1 },
    { sum: 6, own: [1], paragraph: 2 },
  ]
  const [best, second, third] = standingsOf(asking(word('kiln')), contenders, 3)
  expect(best?.lead).toBe(3)
  expect(best?.rivals).toBeCloseTo(Math.log(2))
  expect(second?.lead).toBe(2.5)
  expect(third?.lead).toBe(-3)
  expect(Math.exp(best?.share ?? 0) + Math.exp(second?.share ?? 0) + Math.exp(third?.share ?? 0)).toBeCloseTo(1)
})

test('a sentence without another paragraph leads by the limit', () => {
  const [only] = standingsOf(asking(word('kiln')), [{ sum: 1, own: [1], paragraph: 1 }], 5)
  expect(only).toMatchObject({ lead: 5, rivals: 0, share: 0 })
})

test('only content words are covered or missing', () => {
  const query = asking(word('is', false), word('kiln'), word('hot'))
  const [half] = standingsOf(query, [{ sum: 1, own: [0, 1, 0.3], paragraph: 1 }], 1)
  expect(half?.missingWords).toBe(0.5)
  expect(half?.coveredWords).toBeCloseTo(0.65 * Math.log(3))
})
