/** Texts are shortened to fit. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkdown } from '../../../src/discord/replies/markdown/escape.ts'
import { lengthOf, splitIntoPieces, truncate } from '../../../src/discord/replies/markdown/truncate.ts'

test('leaves a text that fits unchanged', () => {
  expect(truncate('x'.repeat(20), 20)).toBe('x'.repeat(20))
  expect(truncate('🙂'.repeat(20), 20)).toBe('🙂'.repeat(20))
})

test('cuts a longer text between words and marks the cut', () => {
  expect(truncate('South Korea’s Chosun Ilbo newspaper wrote', 20)).toBe('South Korea’s […]')
})

test('never cuts inside a grapheme', () => {
  expect(truncate('👨‍👩‍👧‍👦'.repeat(10), 21)).toBe('👨‍👩‍👧‍👦👨‍👩‍👧‍👦 […]')
  expect(truncate(`e\u0301`.repeat(20), 9)).toBe(`e\u0301e\u0301 […]`)
})

test('never exceeds the room or cuts inside a surrogate pair or an escape', () => {
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

test('shortens a grapheme with thousands of combining marks', () => {
  expect(lengthOf(truncate(`a${'\u0301'.repeat(5_000)}`, 100))).toBe(100)
})

test('splits a text into pieces without losing a word', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 80, mode: 'words' }), fc.integer({ min: 20, max: 60 }), (text, room) => {
      const parts = splitIntoPieces(text, room)
      expect(parts.every((part) => lengthOf(part) <= room)).toBe(true)
      expect(parts.join(' ').split(/\s+/u)).toEqual(text.trim().split(/\s+/u))
    }),
  )
})
