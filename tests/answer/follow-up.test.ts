/** Short questions that are read together with the question before. */
import { expect, test } from 'vitest'
import { openCorpus } from '../open-corpus.ts'

const files = {
  'harbour.txt': `The harbour

The ferry to the island leaves at nine. The ferry costs four crowns.

The lighthouse was built in 1859. Painting the lighthouse costs ninety crowns.`,
  'kiln.txt': `The kiln

A kiln is an oven for clay. The kiln stands in the yard behind the school.`,
}

test('a short question takes its subject from the question before, and the answer says so', async () => {
  const answerer = await openCorpus(files)
  const answer = answerer.ask('and how much does it cost?', { previous: ['When does the ferry leave?'] })
  expect(answer.passages[0]?.sentence.plain).toBe('The ferry costs four crowns.')
  expect(answer.readWith).toEqual(['ferry', 'leave'])
  expect(answer.unknown).toEqual([])
})

test('a question without any word of its own is asked with those of the question before', async () => {
  const answerer = await openCorpus(files)
  const answer = answerer.ask('And where?', { previous: ['What is the kiln?'] })
  expect(answer.verdict).not.toBe('silent')
  expect(answer.passages[0]?.sentence.article).toBe('kiln')
  expect(answerer.ask('And where?').verdict).toBe('silent')
})

test('a question that names what it asks for is read by itself', async () => {
  const answerer = await openCorpus(files)
  const answer = answerer.ask('How much does painting the old white lighthouse cost in crowns?', {
    previous: ['When does the ferry leave?'],
  })
  expect(answer.readWith).toBeUndefined()
})

test('a follow-up that its article does not cover is asked of all articles, and says so', async () => {
  const answerer = await openCorpus(files)
  const answer = answerer.ask('What is a kiln?', { article: 'harbour', previous: ['When does the ferry leave?'] })
  expect(answer.isElsewhere).toBe(true)
  expect(answer.article).toBeUndefined()
  expect(answer.passages[0]?.sentence.plain).toBe('A kiln is an oven for clay.')
  expect(answerer.ask('What is a kiln?', { article: 'harbour' }).verdict).toBe('silent')
})
