// WordNet's lookups.
import { expect, test } from 'vitest'
import { openWordNet } from '../../src/language/wordnet.ts'

const wordNet = openWordNet()

test.each([
  ['painter', 'person'],
  ['painters', 'person'],
  ['team', 'group'],
  ['city', 'place'],
  ['bridge', 'thing'],
  ['swiftly', 'none'],
  ['xyzzy', 'none'],
])('WordNet says of %s: %s', (word, named) => {
  expect(wordNet.classOf(word)).toBe(named)
})

test('WordNet knows other words, and derived ones', () => {
  expect(wordNet.synonyms('reign')).toEqual(expect.arrayContaining(['rule']))
  expect(wordNet.synonyms('xyzzy')).toEqual([])
})
