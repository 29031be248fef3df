/** Every language has every text. */
import { describe, expect, test } from 'vitest'
import { messagesFor } from '../../src/text/messages.ts'

const tags = ['en', 'tr', 'de', 'es', 'fr']
const english = messagesFor('en')

/** Every text of a language, with its path. */
function texts(value: unknown, at = ''): [string, string][] {
  if (typeof value === 'string') return [[at, value]]
  if (typeof value === 'function') return [[at, String(value(...sample.slice(0, value.length)))]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${at}.${key}`))
}
const sample = [2, 5, 7]

/** Texts that may equal the English ones. */
const same =
  /^\.(?:tag|quoted|commands\.(?:articles|(?:ask\.(?:question|article)|remove\.article))\.name|page|help\.entry|reload\.articles|web\.(?:articles|original|pages))$/u

describe.each(tags.slice(1))('%s', (tag) => {
  const messages = messagesFor(tag)
  test('translates every English text', () => {
    expect(messages.tag).toBe(tag)
    const own = new Map(texts(messages))
    for (const [at, text] of texts(english)) {
      expect(own.get(at)?.trim(), at).toBeTruthy()
      if (!same.test(at)) expect(own.get(at), at).not.toBe(text)
    }
    expect(own.size).toBe(texts(english).length)
  })
  test('uses the same arguments as English', () => {
    for (const [at, text] of texts(english)) {
      if (!/[257]/u.test(text)) continue
      const own = new Map(texts(messages)).get(at) ?? ''
      expect(own.match(/[257]/gu)?.sort(), at).toEqual(text.match(/[257]/gu)?.sort())
    }
  })
})

test('uses plural forms', () => {
  expect([1, 2, 1_200].map((n) => english.sentences(n))).toEqual(['1 sentence', '2 sentences', '1,200 sentences'])
  expect([1, 2].map((n) => messagesFor('de').sentences(n))).toEqual(['1 Satz', '2 Sätze'])
  expect([0, 1, 2].map((n) => messagesFor('fr').sentences(n))).toEqual(['0 phrase', '1 phrase', '2 phrases'])
})

test('falls back to English', () => {
  expect(['es-419', 'en-GB', 'tr', 'ja', null].map((tag) => messagesFor(tag).tag)).toEqual([
    'es',
    'en',
    'tr',
    'en',
    'en',
  ])
})

test.each(tags)('tells that no questions are kept, in %s', (tag) => {
  expect(messagesFor(tag).learning.privacy(0)).not.toContain('0')
})
