// The measures of answer quality, on known outcomes.
import { describe, expect, test } from 'vitest'
import { bootstrap } from './bootstrap.ts'
import { fitProbability, fitRanking } from './fit.ts'
import { mistype } from './mistype.ts'
import { reliability } from './reliability.ts'
import { areaUnderCurve, triggerScore } from './silence.ts'

test('a mistyped question is the same every time, its words in place, about a third of the long ones changed', () => {
  const question = 'Which painter finally finished the famous painting within twenty years of arriving there?'
  const mistyped = mistype(question)
  expect(mistype(question)).toBe(mistyped)
  const pairs = question.split(' ').map((word, i) => [word, mistyped.split(' ')[i] ?? ''] as const)
  const changed = pairs.filter(([word, typed]) => word !== typed)
  expect(changed.length).toBeGreaterThanOrEqual(2)
  expect(changed.length).toBeLessThanOrEqual(8)
  for (const [word, typed] of changed) {
    expect(word.length).toBeGreaterThanOrEqual(5)
    expect(Math.abs(word.length - typed.length)).toBeLessThanOrEqual(1)
  }
})

test('an interval grows smaller with more questions', () => {
  const few = bootstrap([0, 1, 0, 1])
  const many = bootstrap(Array.from({ length: 400 }, (_, i) => i % 2))
  expect(few.mean).toBe(0.5)
  expect(many.within).toBeLessThan(few.within / 5)
})

describe('silence', () => {
  const outcome = (isHome: boolean, answered: boolean, right: boolean, confidence: number) => ({
    isHome,
    answered,
    right,
    confidence,
  })
  test('is scored by what was answered rightly, of what was answered and of what has an answer', () => {
    const outcomes = [
      outcome(true, true, true, 0.9),
      outcome(true, true, false, 0.8),
      outcome(true, false, true, 0.4),
      outcome(false, true, false, 0.7),
      outcome(false, false, false, 0.1),
    ]
    const { precision, recall } = triggerScore(outcomes)
    expect(precision).toBeCloseTo(1 / 3)
    expect(recall).toBeCloseTo(1 / 3)
    expect(areaUnderCurve(outcomes)).toBeCloseTo(5 / 6)
  })
})

test('scores that mean what they say have no error', () => {
  const judged = Array.from({ length: 10 }, (_, i) => ({ score: 0.7, right: i < 7 }))
  expect(reliability(judged).error).toBeCloseTo(0)
  expect(reliability(judged.map((each) => ({ ...each, score: 0.9 }))).error).toBeCloseTo(0.2)
})

test('fitting finds what tells right from wrong', () => {
  const examples = [
    { inputs: [1, 0.5], right: true, weight: 1 },
    { inputs: [0, 0.6], right: false, weight: 1 },
    { inputs: [0, 0.4], right: false, weight: 1 },
  ]
  const [telling = 0, noise = 0] = fitRanking([
    { examples, weight: 1 },
    { examples, weight: 1 },
  ])
  expect(telling).toBeGreaterThan(Math.abs(noise))
  const [slope = 0, , constant = 0] = fitProbability([...examples, { inputs: [1, 0.4], right: true, weight: 1 }])
  expect(slope).toBeGreaterThan(0)
  expect(constant).toBeLessThan(0)
})
