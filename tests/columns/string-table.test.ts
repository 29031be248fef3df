// Looking up strings in a packed table.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginningWith, findString, packStrings } from '../../src/columns/string-table.ts'

const words = fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 6 }), { minLength: 1, maxLength: 50 })

test('every string is found at its place, whatever its letters, and no other is', () => {
  fc.assert(
    fc.property(words, fc.string({ unit: 'grapheme', maxLength: 6 }), (strings, other) => {
      const sorted = [...strings].sort()
      const table = packStrings(sorted)
      expect(sorted.map((each) => findString(table, each))).toEqual([...sorted.keys()])
      const place = sorted.indexOf(other)
      expect(findString(table, other)).toBe(place < 0 ? undefined : place)
    }),
  )
})

test('letters of the planes beyond the first stand where UTF-16 has them', () => {
  const sorted = ['a', 'é', '漢', '😀', '\ue000', '\uffee'].sort()
  const table = packStrings(sorted)
  expect(sorted.map((each) => findString(table, each))).toEqual([0, 1, 2, 3, 4, 5])
})

test('the strings that begin with some letters are found in order', () => {
  const table = packStrings(['korea', 'korean', 'koreans', 'kore', 'lorry'].sort())
  expect([...beginningWith(table, 'korea')].map(({ text }) => text)).toEqual(['korea', 'korean', 'koreans'])
})
