// The order of passages: text that a reader has seen beside an earlier passage comes last.
import { expect, test } from 'vitest'
import type { Passage } from '../../src/answer/answer.ts'
import { differentTextFirst } from '../../src/answer/different-text.ts'
import { openCorpus } from '../open-corpus.ts'

const mill = `The mill was built in 1820. The mill grinds rye. It closed in June.

The mill pond freezes in January.

Nobody lives at the mill now.`

const sentencesOf = (passages: readonly Passage[]) => passages.map(({ sentence }) => sentence.plain)

test('a sentence that was shown beside an earlier one moves behind the others, and the first stays', async () => {
  const answer = (await openCorpus({ 'mill.txt': mill })).ask('When was the mill built?')
  const [first, ...rest] = sentencesOf(answer.passages)
  expect(first).toBe('The mill was built in 1820.')
  expect(rest[0]).toBe('The mill grinds rye.')

  const { passages } = differentTextFirst(answer, ({ before, after }) => [...before, ...after])
  const shown = sentencesOf(passages)
  expect(shown[0]).toBe(first)
  expect(shown.slice(1, 3).toSorted()).toEqual(['Nobody lives at the mill now.', 'The mill pond freezes in January.'])
  expect(shown.toSorted()).toEqual(sentencesOf(answer.passages).toSorted())
})

test('a display without neighbours keeps the order of the ranking', async () => {
  const answer = (await openCorpus({ 'mill.txt': mill })).ask('When was the mill built?')
  expect(differentTextFirst(answer, () => [])).toBe(answer)
})

test('sentences with the same number in other paragraphs and articles stay', async () => {
  const answer = (
    await openCorpus({ 'a.txt': mill, 'b.txt': 'The mill was painted. The mill was built again in 1901.' })
  ).ask('When was the mill built?')
  const again = 'The mill was built again in 1901.'
  const { passages } = differentTextFirst(answer, ({ before, after }) => [...before, ...after])
  expect(sentencesOf(passages).slice(0, 2)).toContain(again)
})
