// The names by which people call an article.
import { expect, test } from 'vitest'
import { findArticle } from '../../src/answer/find-article.ts'

const articles = [
  { id: 'guide/voice/README', file: 'guide/voice/README.md', title: 'Voice' },
  { id: 'guide/text/README', file: 'guide/text/README.md', title: 'Texts & letters' },
  { id: 'guide/Setup', file: 'guide/Setup.md', title: 'Getting started' },
  { id: 'faq', file: 'faq.md', title: 'Questions' },
  { id: 'faq.txt', file: 'faq.txt', title: 'Questions' },
  { id: 'deep/pier-walk', file: 'deep/pier-walk.txt', title: 'Längs der Mole' },
]

test.each([
  ['guide/voice/README', 'guide/voice/README'],
  ['guide/voice/README.md', 'guide/voice/README'],
  ['./guide/voice/readme', 'guide/voice/README'],
  ['guide\\voice\\README', 'guide/voice/README'],
  ['voice', 'guide/voice/README'],
  ['setup', 'guide/Setup'],
  ['Setup.md', 'guide/Setup'],
  ['getting Started', 'guide/Setup'],
  ['texts and letters', undefined],
  ['texts letters', 'guide/text/README'],
  ['faq', 'faq'],
  ['faq.txt', 'faq.txt'],
  ['pier walk', 'deep/pier-walk'],
  ['langs der mole', 'deep/pier-walk'],
  // Several articles, or none.
  ['README', undefined],
  ['Questions', undefined],
  ['boats', undefined],
  ['', undefined],
  ['!?', undefined],
])('%j is %s', (name, id) => {
  expect(findArticle(articles, name)?.id).toBe(id)
})
