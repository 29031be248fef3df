/** Questions about the articles themselves, greetings and thanks. */
import { describe, expect, test } from 'vitest'
import { topicOf } from '../../src/answer/about-phrases.ts'
import { openCorpus } from '../open-corpus.ts'

test.each([
  ['What is this article about?', 'summary'],
  ['summarise', 'summary'],
  ['Can you summarize this for me please?', 'summary'],
  ['tl;dr', 'summary'],
  ['Who wrote it?', 'author'],
  ['Who is the author of this article?', 'author'],
  ['When was this published?', 'date'],
  ['What is the source of this article?', 'source'],
  ['What can I ask you?', 'contents'],
  ['Which articles do you have?', 'contents'],
  ['How many articles are there?', 'count'],
  ["What's new?", 'newest'],
  ['Hello there!', 'greeting'],
  ['Thank you so much', 'thanks'],
  ['What can you do?', 'help'],
  ['Bu haber ne hakkında?', 'summary'],
  ['Özetler misin lütfen', 'summary'],
  ['Bunu kim yazdı?', 'author'],
  ['Ne zaman yayınlandı?', 'date'],
  ['Kaynağı nedir?', 'source'],
  ['Neler sorabilirim?', 'contents'],
  ['Kaç makale var?', 'count'],
  ['İyi akşamlar', 'greeting'],
  ['Worum geht es in diesem Artikel?', 'summary'],
  ['Wer hat diesen Artikel geschrieben?', 'author'],
  ['Wie viele Artikel gibt es?', 'count'],
  ['Vielen Dank!', 'thanks'],
  ['¿De qué trata este artículo?', 'summary'],
  ['¿Quién escribió este artículo?', 'author'],
  ['¿Cuántos artículos hay?', 'count'],
  ['De quoi parle cet article ?', 'summary'],
  ['Qui a écrit cet article ?', 'author'],
  ['Quand cet article a-t-il été publié ?', 'date'],
  ['Combien d’articles y a-t-il ?', 'count'],
])('%s asks for the %s', (question, topic) => {
  expect(topicOf(question)).toBe(topic)
})

test.each([
  'Who wrote Hamlet?',
  'What is the source of the river?',
  'What is the bridge about?',
  'When was the bridge built?',
  'How many articles does the treaty have?',
  'What is new in version 2?',
  'Thanks to whom did the crane arrive?',
  'How do I use the kiln?',
  'Who published the map?',
  'Köprüyü kim yazdı?',
  'Wer hat die Brücke gebaut?',
  'Qui',
  'link',
  '',
])('%j is an ordinary question', (question) => {
  expect(topicOf(question)).toBeUndefined()
})

const bridge = `---
title: The bridge of Sile
author: Mara Lind
date: 2024-03-05
url: https://example.org/bridge
---
The old bridge was closed on Monday. A new one will open in June.

Fishermen are glad.`

describe('asked of one article', () => {
  test('a summary is the opening of the article, verbatim', async () => {
    const answerer = await openCorpus({ 'bridge.md': bridge, 'kiln.md': '# Kilns\n\nA kiln is an oven.' })
    const answer = answerer.ask('What is this about?', { article: 'bridge' })
    expect(answer.verdict).toBe('answered')
    expect(answer.about?.topic).toBe('summary')
    expect(answer.passages.map(({ sentence }) => sentence.plain)).toEqual([
      'The old bridge was closed on Monday.',
      'A new one will open in June.',
      'Fishermen are glad.',
    ])
  })

  test('its author, date and source are those of the article', async () => {
    const answerer = await openCorpus({ 'bridge.md': bridge, 'kiln.md': '# Kilns\n\nA kiln is an oven.' })
    for (const question of ['who wrote it?', 'when was it published?', 'what is the source?']) {
      const { about, unknown } = answerer.ask(question, { article: 'bridge' })
      expect(about?.articles).toMatchObject([
        { author: 'Mara Lind', date: '2024-03-05', url: 'https://example.org/bridge' },
      ])
      expect(unknown).toEqual([])
    }
  })
})

test('asked of all articles, it names them, the newest first where that is asked', async () => {
  const answerer = await openCorpus({
    'a.md': '---\ntitle: Old\ndate: 2020-01-01\n---\nDogs sleep.',
    'b.md': '---\ntitle: New\ndate: 2024-01-01\n---\nCats sleep.',
  })
  expect(answerer.ask('what can I ask?').about).toMatchObject({
    total: 2,
    articles: [{ title: 'Old' }, { title: 'New' }],
  })
  expect(answerer.ask('what is new?').about).toMatchObject({ articles: [{ title: 'New' }, { title: 'Old' }] })
})
