// What Fuse.js contributes: a score for ranking, and near matches that are shown.
import Fuse from 'fuse.js'
import { describe, expect, test } from 'vitest'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { openSimilarWords } from '../../src/search/index/similar-words.ts'
import { openStatistics } from '../../src/search/index/term-statistics.ts'
import { parseQuery } from '../../src/search/query/query.ts'
import { openFuseIndex } from '../../src/search/ranking/fuse-index.ts'
import { openSearchIndex } from '../../src/search/search-index.ts'
import { folderOf } from '../run-verbatim.ts'

const text = `---
language: en
title: Ropes
---
The hawser is coiled. The anchor chain is rusty.

# Knots

A bowline holds the dinghy.
`

async function open() {
  const { version } = await buildIndex([folderOf({ 'ropes.md': text })])
  const statistics = await openStatistics(version.packed, version.index)
  const scope = { ranges: [{ from: 0, to: version.packed.starts.length }], languages: statistics.languages }
  const query = (question: string) => parseQuery(question, statistics, openSimilarWords(statistics), scope)
  const { search } = await openSearchIndex(version.packed, version.index)
  return { statistics, query, search }
}

describe('the Fuse.js index', () => {
  test('matches a word in the text, misspelt too, and the headings', async () => {
    const { statistics, query } = await open()
    const matches = openFuseIndex(statistics)(query('anchr knots'), [0, 1, 2, 3])
    // `anchr` in the second sentence; `Knots` above the last, the heading itself aside
    expect([...matches.keys()].sort()).toEqual([1, 2, 3])
    // `anch` and `r`
    expect(matches.get(1)?.ranges.get('anchr')).toEqual([
      [4, 8],
      [9, 10],
    ])
    expect(matches.get(3)?.ranges.size).toBe(0)
    expect(matches.get(3)?.score).toBeGreaterThan(0.3)
  })

  test('searches only the sentences that it is given', async () => {
    const { statistics, query } = await open()
    expect([...openFuseIndex(statistics)(query('anchor'), [0]).keys()]).toEqual([])
  })

  test('misses nothing that Fuse.js finds in all sentences, with accents and mistakes', async () => {
    const sentences = [
      'Der Fährmann grüßt.',
      'La forêt dort.',
      'Øyvind rows.',
      'Ferries leave at dawn.',
      'A łan is a field.',
    ]
    const { version } = await buildIndex([folderOf({ 'a.txt': `---\ntitle: Boats\n---\n${sentences.join('\n\n')}` })])
    const statistics = await openStatistics(version.packed, version.index)
    const scope = { ranges: [{ from: 0, to: sentences.length }], languages: statistics.languages }
    const match = openFuseIndex(statistics)
    const options = { includeScore: true, threshold: 0.25, ignoreLocation: true, ignoreFieldNorm: true }
    const fields = sentences.map((text) => ({ text, title: 'Boats' }))
    const keys = ['text', 'title', 'trail']
    const fuse = new Fuse(fields, { ...options, keys, ignoreDiacritics: true })
    for (const word of [
      'FÄHRMANN',
      'Fahrman',
      'ährmannn',
      'Foret',
      'forte',
      'oyvind',
      'Øyvnd',
      'feries',
      'ave',
      'Lan',
    ]) {
      const query = parseQuery(word, statistics, () => [], scope)
      const found = [...match(query, [0, 1, 2, 3, 4])].map(([ordinal, { score }]) => [ordinal, score.toFixed(4)])
      const all = fuse.search(word).map(({ refIndex, score = 1 }) => [refIndex, (1 - score).toFixed(4)])
      expect(found.sort(), word).toEqual(all.sort())
    }
  })

  test('shows a near match where the word as typed is known from elsewhere', async () => {
    const { version } = await buildIndex([
      folderOf({ 'a.txt': 'The Winchmaster sleeps. The Winchmester pulls the rope.' }),
    ])
    const { search } = await openSearchIndex(version.packed, version.index)
    const hit = search('Winchmaster rope', 5).hits.find(({ sentence }) => sentence.number === 2)
    expect(hit?.words[0]).toMatchObject({ word: 'Winchmaster', matchType: 'near', found: 'Winchmester' })
    expect(hit?.highlights[0]).toEqual([4, 15])
  })

  test('adds to the score of a sentence', async () => {
    const { search } = await open()
    expect(search('rusty anchor chain', 1).hits[0]?.features.fuse).toBeGreaterThan(0.8)
  })
})
