// Questions that ask the same are merged, and others are not.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contentWords } from '../../src/gaps/content-words.ts'
import { mergeQuestions } from '../../src/gaps/merge-questions.ts'
import { isNoise } from '../../src/gaps/noise.ts'
import { loadLanguage } from '../../src/language/language.ts'
import { cpuOf } from '../hostile/cpu.ts'

const languages = await Promise.all(['en', 'de', 'fr', 'es', 'tr'].map(loadLanguage))
const compared = (question: string, unknown: readonly string[] = []) => ({
  question,
  content: contentWords(question, languages),
  unknown,
})
const merged = async (...questions: string[]) => {
  const groups = await mergeQuestions(questions.map((question) => compared(question)))
  return groups.map((group) => group.map(({ question }) => question))
}

/** Pairs among some things. */
const pairs = (count: number) => (count * (count - 1)) / 2

test('500 questions in 120 hand-labelled groups are merged with a pairwise F1 of at least .85', async () => {
  const text = readFileSync('tests/fixtures/gaps/questions.txt', 'utf8').trim()
  const groups = text.split('\n\n').map((group) => group.split('\n'))
  // The questions of a group do not follow each other: every group has one at each place in turn.
  const longest = Math.max(...groups.map(({ length }) => length))
  const labelled = Array.from({ length: longest }, (_, place) =>
    groups.flatMap((group, label) => {
      const question = group[place]
      return question === undefined ? [] : [{ ...compared(question), label }]
    }),
  ).flat()
  expect([groups.length, labelled.length]).toEqual([120, 521])
  let [together, correct] = [0, 0]
  for (const group of await mergeQuestions(labelled)) {
    together += pairs(group.length)
    for (const label of new Set(group.map((each) => each.label)))
      correct += pairs(group.filter((each) => each.label === label).length)
  }
  const wanted = groups.reduce((sum, { length }) => sum + pairs(length), 0)
  expect((2 * correct) / (together + wanted)).toBeGreaterThanOrEqual(0.85)
})

test('synonyms, inflections and words that begin alike count as the same, with less weight', async () => {
  expect(
    await merged('How do I repair the pump?', 'who fixes pumps', 'encryption of calls', 'Are calls encrypted?'),
  ).toEqual([
    ['How do I repair the pump?', 'who fixes pumps'],
    ['encryption of calls', 'Are calls encrypted?'],
  ])
})

test('questions with a word in common are not the same', async () => {
  expect(await merged('How deep is the lake?', 'Are there fish in the lake?')).toHaveLength(2)
})

test('questions with the same unknown words are the same', async () => {
  const questions = [
    compared('Does it run on Solaris?', ['Solaris']),
    compared('a solaris version, please', ['solaris']),
  ]
  expect(await mergeQuestions(questions)).toHaveLength(1)
})

test('many long questions that share a word are merged without holding the event loop', async () => {
  const hostile = Array.from({ length: 200 }, (_, i) => ({
    content: new Map(
      Array.from({ length: 40 }, (_, place) => [place === 0 ? 'ferry' : `${i * 40 + place}-word`, new Set<string>()]),
    ),
    unknown: [],
  }))
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const used = await cpuOf(() => mergeQuestions(hostile), 600)
  clearInterval(timer)
  expect(used).toBeLessThan(600)
  expect(turns).toBeGreaterThan(3)
})

test.each(['???', 'the', 'aaaaaaaa', 'sdfghjkl', '😀 😀'])('%j is noise', (text) => {
  expect(isNoise(text, contentWords(text, languages))).toBe(true)
})

test.each(['Refund?', 'Wo ist das WLAN?', 'C++', 'rhythm', '退款'])('%j is no noise', (text) => {
  expect(isNoise(text, contentWords(text, languages))).toBe(false)
})
