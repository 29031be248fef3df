// The gates of the verdict, one at a time.
import { expect, test } from 'vitest'
import { decideVerdict } from '../../src/answer/verdict.ts'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { openSearchIndex } from '../../src/search/search-index.ts'
import { folderOf } from '../run-verbatim.ts'

test('a sentence is called answered only if it is likely, on topic, and holds the figure asked for', async () => {
  const { version } = await buildIndex([folderOf({ 'a.txt': 'The potter fires the kiln. The kiln cools at night.' })])
  const { search } = await openSearchIndex(version.packed, version.index)
  const [hit] = search('When does the kiln cool?', 5).hits
  if (!hit) throw new Error('nothing was found')
  const verdictOf = (score: number, onTopic: number, lacksFigure: number) =>
    decideVerdict({ ...hit, score, features: { ...hit.features, lacksFigure } }, onTopic)
  expect(verdictOf(0.95, 0.95, 0)).toBe('answered')
  expect(verdictOf(0.2, 0.95, 0)).toBe('related')
  expect(verdictOf(0.95, 0.2, 0)).toBe('related')
  expect(verdictOf(0.95, 0.95, 1)).toBe('related')
})

test('a question that asks why is answered by a sentence with a reason, or below a heading that asks it', async () => {
  const { version } = await buildIndex([folderOf({ 'a.txt': 'The kiln cools at night. The potter sleeps.' })])
  const { search } = await openSearchIndex(version.packed, version.index)
  const [hit] = search('Why does the kiln cool?', 5).hits
  if (!hit) throw new Error('nothing was found')
  const verdictOf = (lacksReason: number, trail: number) =>
    decideVerdict({ ...hit, score: 0.95, features: { ...hit.features, lacksReason, trail } }, 0.95)
  expect(hit.features.lacksReason).toBe(1)
  expect(verdictOf(1, 0)).toBe('related')
  expect(verdictOf(1, 0.5)).toBe('answered')
  expect(verdictOf(0, 0)).toBe('answered')
})

test.each([
  ['Who fires the kiln?', 'Transfer the kiln to Ada Berg.', 'answered'],
  ['Who fires the kiln?', 'Transfer the kiln to a cold room.', 'related'],
  ['Who fires the kiln?', 'Keep KILN_HEAT or [A-Z] with --Force for the kiln.', 'related'],
  ['How old is the kiln?', 'The kiln is cold.', 'related'],
  ['Is the kiln open?', 'The kiln is closed.', 'related'],
])(
  'a sentence without the person or the age asked for, or with the opposite, is not called answered: %s %s',
  async (question, text, verdict) => {
    const { version } = await buildIndex([folderOf({ 'a.txt': text })])
    const { search } = await openSearchIndex(version.packed, version.index)
    const [hit] = search(question, 5).hits
    expect(hit && decideVerdict({ ...hit, score: 0.95 }, 0.95)).toBe(verdict)
  },
)

test('a section whose heading names the subject is enough for a question not to be silent', async () => {
  const { version } = await buildIndex([folderOf({ 'a.md': '# Mill\n\n## The quern\n\nIt grinds corn by hand.' })])
  const { search } = await openSearchIndex(version.packed, version.index)
  const [hit] = search('quern', 5).hits
  expect(hit?.words.map(({ matchType }) => matchType)).toEqual(['missing'])
  expect(hit && decideVerdict({ ...hit, score: 0.4 }, 0.9)).toBe('related')
  expect(hit && decideVerdict({ ...hit, score: 0.4, features: { ...hit.features, trail: 0, title: 0 } }, 0.9)).toBe(
    'silent',
  )
})
