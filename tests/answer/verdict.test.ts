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
