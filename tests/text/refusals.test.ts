// The reasons why something cannot be added, in five languages.
import { expect, test } from 'vitest'
import { messagesFor, textLanguages } from '../../src/text/messages.ts'
import { refusals } from '../../src/text/refusals/en.ts'
import { refusalText } from '../../src/text/refusals/refusal.ts'

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).sort()

test('mention the same values in every language', () => {
  const mentioned = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, namesIn(text)]))
  for (const language of textLanguages)
    expect(mentioned(messagesFor(language).documents.reasons)).toEqual(mentioned(refusals))
})

test('are worded for who reads them', () => {
  const refusal = { code: 'tooLarge', values: { address: 'https://example.org/', megabytes: 10 } } as const
  expect(refusalText(refusal)).toContain('https://example.org/ is larger than 10 MB')
  expect(refusalText(refusal, messagesFor('de').documents.reasons)).toContain('ist größer als 10 MB')
})
