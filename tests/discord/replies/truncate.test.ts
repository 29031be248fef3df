import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../../src/discord/replies/escape.ts'
import { lengthOf, splitIntoPieces, truncate } from '../../../src/discord/replies/truncate.ts'

test('a text that has room is left whole', () => {
  expect(truncate('x'.repeat(20), 20)).toBe('x'.repeat(20))
  expect(truncate('🙂'.repeat(20), 20)).toBe('🙂'.repeat(20))
})

test('a longer one ends where a word ends, and says that it was cut', () => {
  expect(truncate('South Korea’s Chosun Ilbo newspaper wrote', 20)).toBe('South Korea’s […]')
})

test('what one reads as one letter is never cut', () => {
  expect(truncate('👨‍👩‍👧‍👦'.repeat(10), 21)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦 […]')
  expect(truncate(`e\u0301`.repeat(20), 9)).toBe(`e\u0301e\u0301 […]`)
})

test('no text is ever longer than its room, nor cut within a pair or a mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 10, max: 100 }), (text, room) => {
      const shown = truncate(text, room, escapeMarkdown)
      expect(lengthOf(shown)).toBeLessThanOrEqual(room)
      expect(shown).not.toMatch(/\p{Surrogate}/u)
      expect(shown).not.toMatch(/(?<!\\)(?:\\\\)*\\$/u)
      if (shown !== escapeMarkdown(text)) expect(shown.endsWith(' \\[…\\]')).toBe(true)
    }),
  )
})

test('one letter with thousands of marks on it still fits', () => {
  expect(lengthOf(truncate(`a${'\u0301'.repeat(5_000)}`, 100))).toBe(100)
})

test('pieces hold every word of a text', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 80, mode: 'words' }), fc.integer({ min: 20, max: 60 }), (text, room) => {
      const parts = splitIntoPieces(text, room)
      expect(parts.every((part) => lengthOf(part) <= room)).toBe(true)
      expect(parts.join(' ').split(/\s+/u)).toEqual(text.trim().split(/\s+/u))
    }),
  )
})
