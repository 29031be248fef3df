import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readId, readReplyFields, writeId, writeReplyId } from '../../src/discord/custom-id.ts'

const key = fc.stringMatching(/^[\w-]{8}$/u)

test('what a button says is read again as it was written, and always fits', () => {
  const state = fc.record({
    asker: fc.stringMatching(/^\d{17,20}$/u),
    match: fc.integer({ min: -1, max: 100 }),
    print: key,
    scope: fc.oneof(fc.constant(''), key),
    article: fc.oneof(fc.constant(''), key),
    isPrivate: fc.boolean(),
  })
  fc.assert(
    fc.property(state, (written) => {
      const id = writeReplyId('turn', written)
      expect(id.length).toBeLessThanOrEqual(100)
      expect(readReplyFields(readId(id).fields)).toEqual(written)
    }),
  )
})

test.each(['', 'turn', 'turn:1:2', 'https://a.example'])('%j is no reply’s button', (id) =>
  expect(readReplyFields(readId(id).fields)).toBeUndefined(),
)

test('one that Discord would refuse is never written', () =>
  expect(() => writeId('list', 'x'.repeat(100))).toThrow('at most 100'))
