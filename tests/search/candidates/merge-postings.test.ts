// Merging postings, against a simple merge.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BitList, createMerger } from '../../../src/search/candidates/merge-postings.ts'

const ascending = fc.uniqueArray(fc.nat(40_000), { maxLength: 60 }).map((numbers) => numbers.sort((a, b) => a - b))

test('merged lists hold every number once, in order, with a bit for each list that it stands in', () => {
  fc.assert(
    fc.property(fc.array(ascending, { maxLength: 20 }), (lists) => {
      const all = Uint32Array.from(lists.flat())
      let start = 0
      const parts = lists.map((list, i): BitList => {
        start += list.length
        return { start: start - list.length, end: start, bits: 1 << i }
      })
      const expected = new Map<number, number>()
      for (const [i, list] of lists.entries())
        for (const number of list) expected.set(number, (expected.get(number) ?? 0) | (1 << i))

      const { numbers, bits, length } = createMerger(all)(parts)
      const merged = Array.from({ length }, (_, i) => [numbers[i], bits[i]])
      expect(merged).toEqual([...expected].sort(([a], [b]) => a - b))
    }),
  )
})
