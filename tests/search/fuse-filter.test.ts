// Fuse.js finds in the stretches that it is given what it finds in whole texts.
import fc from 'fast-check'
import Fuse, { type FuseIndex } from 'fuse.js'
import { expect, test } from 'vitest'
import { cutToMatches } from '../../src/search/ranking/fuse-filter.ts'
import { MATCHING } from '../../src/search/ranking/fuse-index.ts'

const fuse = new Fuse<{ text: string }>([], { keys: ['text'], ...MATCHING })

/** The score and the ranges of a word in each record, `starts` added to the offsets. */
function find(word: string, records: FuseIndex<unknown>['records'], starts: ReadonlyMap<number, number>) {
  const { keys } = Fuse.createIndex<{ text: string }>(['text'], []).toJSON()
  fuse.setCollection([], Fuse.parseIndex<{ text: string }>({ keys: [...keys], records }))
  return fuse.search(word).map(({ refIndex, score, matches = [] }) => {
    const from = starts.get(refIndex) ?? 0
    return {
      refIndex,
      score,
      ranges: matches.flatMap(({ indices }) => indices.map((range) => range.map((at) => at + from))),
    }
  })
}

test('a stretch of a text gives the score and the ranges of the whole text', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 1, maxLength: 12 })
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(word, fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat(60), (sought, texts, place) => {
      // One text holds the word itself, with a letter too many.
      const mistyped = `${sought.slice(0, 2)}x${sought.slice(2)}`
      const all = [...texts, `${texts.join(' ').slice(0, place)} ${mistyped} ${texts[0]}`].map((each) => ({
        text: each,
      }))
      const { records } = Fuse.createIndex(['text'], all).toJSON()
      const cut = cutToMatches([...records], sought)
      expect(find(sought, cut.records.slice(), cut.starts)).toEqual(find(sought, [...records], new Map()))
    }),
  )
})
