/** The list of unanswered questions fits into a message. */
import { expect, test } from 'vitest'
import { gapListReply, gapSummary } from '../../../src/discord/replies/learning/gap-list.ts'
import { lengthOf } from '../../../src/discord/replies/markdown/truncate.ts'
import { messagesFor } from '../../../src/text/messages.ts'

const longest = Array.from({ length: 50 }, (_, i) => ({
  key: `key${i}`,
  question: '*'.repeat(300),
  verdict: 'answered' as const,
  unknown: Array<string>(20).fill('_'.repeat(80)),
  count: 1_234_567,
  lastAsked: Date.now(),
  keys: [],
}))

test.each(['en', 'de', 'es-ES', 'fr', 'tr'])('with the longest questions and words, in %s', (locale) => {
  const text = messagesFor(locale)
  // A note above it says what was done.
  const room = 2_000 - text.gaps.dismissed.length - 2
  expect(lengthOf(gapListReply(longest, text, 12).content)).toBeLessThanOrEqual(room)
  expect(lengthOf(gapSummary(longest, text))).toBeLessThanOrEqual(2_000)
})
