// Passages that people have marked as wrong.
import { expect, test } from 'vitest'
import { createAnswerer } from '../../src/answer/answer.ts'
import { demoteMarked } from '../../src/feedback/demote.ts'
import { passageKey, questionKey } from '../../src/feedback/vote-keys.ts'
import { loadLanguage } from '../../src/language/language.ts'
import { library, train } from '../discord/articles.ts'

const answerer = await createAnswerer([train, library])
const answer = answerer.ask('Who feeds the owls?')
const [first] = answer.passages
const votes = (helpful: number, wrong: number) =>
  new Map(first ? [[passageKey(first), { helpful, wrong }] as const] : [])

test('come last, and the answer is only called so if the next passage is likely to be one', () => {
  const demoted = demoteMarked(answer, votes(1, 2))
  expect(answer.verdict).toBe('answered')
  expect(demoted.passages.at(-1)).toBe(first)
  expect(demoted.passages).toHaveLength(answer.passages.length)
  expect(demoted.verdict).toBe('related')
})

test('keep their place if as many found them helpful', () => {
  expect(demoteMarked(answer, votes(2, 2))).toBe(answer)
})

test('belong to all questions with the same content words', async () => {
  const languages = [await loadLanguage('en')]
  const key = questionKey('Who feeds the owls?', languages)
  expect(questionKey('owls: who is feeding them', languages)).toBe(key)
  expect(questionKey('Who feeds the cats?', languages)).not.toBe(key)
})
