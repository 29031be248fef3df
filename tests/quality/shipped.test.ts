// How well the shipped article is answered.
import { describe, expect, test } from 'vitest'
import { openShipped, scoreShipped } from './shipped.ts'

const answerer = await openShipped()

test('of questions that only look answerable, at most one in three is called answered', () => {
  const { unanswerable, wronglyAnswered } = scoreShipped(answerer, 'near-misses')
  expect(unanswerable).toBeGreaterThanOrEqual(40)
  expect(wronglyAnswered.length / unanswerable, wronglyAnswered.join('\n')).toBeLessThanOrEqual(1 / 3)
})

describe.each(['shipped', 'held-out'] as const)('over the %s questions on the shipped article', (set) => {
  const { answerable, unanswerable, wronglyAnswered } = scoreShipped(answerer, set)

  test('the right sentence is first for nine in ten, and among the first three for 97 in a hundred', () => {
    expect(answerable.questions).toBeGreaterThanOrEqual(set === 'shipped' ? 40 : 30)
    expect(answerable.first, JSON.stringify(answerable.wrong, null, 1)).toBeGreaterThanOrEqual(0.9)
    expect(answerable.firstThree).toBeGreaterThanOrEqual(0.97)
  })

  test('what the article does not speak of is not answered, nine times in ten', () => {
    expect(unanswerable).toBeGreaterThanOrEqual(20)
    expect(1 - wronglyAnswered.length / unanswerable, wronglyAnswered.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  test('an answer that is called one is right, nine times in ten', () => {
    expect(answerable.answeredRight).toBeGreaterThanOrEqual(0.9)
  })
})
