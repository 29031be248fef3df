/** The age of a source. */
import { expect, test } from 'vitest'
import { ageOf } from '../../src/text/age.ts'
import { messagesFor } from '../../src/text/messages.ts'

const NOW = Date.parse('2026-11-28T12:00:00Z')

test.each([
  ['2023-09-27', 365, '3 years ago'],
  ['2025-11-27', 365, '1 year ago'],
  ['2025-11-29', 365, ''],
  ['2023', 365, '2 years ago'],
  ['2025', 365, ''],
  ['2026-08', 30, '2 months ago'],
  ['2026-11-01', 20, '27 days ago'],
  ['2027-01-01', 1, ''],
])('of %s, told after %i days, is “%s”', (date, staleAfter, age) => {
  expect(ageOf(date, staleAfter, NOW, messagesFor('en'))).toBe(age)
})

test.each([
  ['de', 'vor 3 Jahren'],
  ['es-ES', 'hace 3 años'],
  ['fr', 'il y a 3 ans'],
  ['tr', '3 yıl önce'],
])('is told in %s', (locale, age) => {
  expect(ageOf('2023-09-27', 365, NOW, messagesFor(locale))).toBe(age)
})
