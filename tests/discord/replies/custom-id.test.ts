/** Custom ids are written and read without loss. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readId,
  readListFields,
  readPageFields,
  readReplyFields,
  writeId,
  writeReplyId,
} from '../../../src/discord/replies/custom-id.ts'
import { anyCharacter } from '../../any-character.ts'

const key = fc.stringMatching(/^[\w-]{8}$/u)

test('reads back what was written, within 100 characters', () => {
  const state = fc.record({
    asker: fc.stringMatching(/^\d{17,20}$/u),
    match: fc.integer({ min: -1, max: 100 }),
    fingerprint: key,
    scope: fc.oneof(fc.constant(''), key),
    article: fc.oneof(fc.constant(''), key),
    isPrivate: fc.boolean(),
    sentence: fc.oneof(fc.constant(''), key),
  })
  fc.assert(
    fc.property(state, (written) => {
      const id = writeReplyId('turn', written)
      expect(id.length).toBeLessThanOrEqual(100)
      expect(readReplyFields(readId(id).fields)).toEqual(written)
    }),
  )
})

test('reads an id of the version before, which had no sentence', () =>
  expect(readReplyFields(readId('turn:123456789012345678:0:abcdefgh:::p').fields)).toMatchObject({ sentence: '' }))

test.each(['', 'turn', 'turn:1:2', 'https://a.example'])('rejects %j', (id) =>
  expect(readReplyFields(readId(id).fields)).toBeUndefined(),
)

test('refuses to write an id that is too long', () =>
  expect(() => writeId('list', 'x'.repeat(100))).toThrow('at most 100'))

test.each([
  ['a malformed user id', 'turn:alice:0:abcdefgh:::'],
  ['a malformed index', 'turn:123456789012345678:1e3:abcdefgh:::'],
  ['an index out of range', 'turn:123456789012345678:999999999:abcdefgh:::'],
  ['a malformed key', 'turn:123456789012345678:0:../../etc:::'],
  ['one field too many', 'turn:123456789012345678:0:abcdefgh:::::'],
  ['one field too few', 'turn:123456789012345678:0:abcdefgh::'],
  ['an unknown flag', 'turn:123456789012345678:0:abcdefgh:::x'],
  ['names of object properties', 'turn:__proto__:0:constructor:::'],
])('rejects an id with %s', (_, id) => expect(readReplyFields(readId(id).fields)).toBeUndefined())

test('reads any input as valid state or as nothing', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ':',
      '::',
      '-1',
      '0',
      '7',
      'p',
      'abcdefgh',
      '123456789012345678',
      'turn',
      'page',
      '__proto__',
      '\n',
    ),
    fc.string({ unit: anyCharacter, maxLength: 10 }),
  )
  const ids = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(':'))
  fc.assert(
    fc.property(ids, (id) => {
      const { action, fields } = readId(id)
      expect([action, ...fields].join(':')).toBe(id)
      const reply = readReplyFields(fields)
      if (reply) {
        expect(reply.asker).toMatch(/^\d{17,20}$/u)
        expect(reply.match).toSatisfy(Number.isSafeInteger)
        for (const key of [reply.fingerprint, reply.scope, reply.article]) expect(key).toMatch(/^(?:[\w-]{8})?$/u)
      }
      const page = readPageFields(fields)
      if (page) for (const index of [page.start, page.page]) expect(index).toSatisfy(Number.isSafeInteger)
      expect(readListFields(fields) ?? 0).toSatisfy(Number.isSafeInteger)
    }),
    { numRuns: 500 },
  )
})
