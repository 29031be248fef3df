// Answers: citation, verdict, score, unknown words.
import { describe, expect, test } from 'vitest'
import { openCorpus } from '../open-corpus.ts'

const article = `---
title: Ferries, fares & times
date: 2024-05-01
section: Travel
url: https://example.org/ferries?id=1
---
The blue ferry to Marmara island leaves at nine on Sundays. A ticket costs 40 lira. Dogs travel free.

The harbour café is open.`

describe('an answer', () => {
  test('cites the article, the day, the paragraph, and links to the very sentence', async () => {
    const answerer = await openCorpus({ 'ferries.md': article })
    const [passage] = answerer.ask('What does a ticket cost?').passages
    expect(passage?.citation).toEqual({
      article: 'ferries',
      title: 'Ferries, fares & times',
      date: '2024-05-01',
      trail: [],
      paragraph: 1,
      url: 'https://example.org/ferries?id=1#:~:text=A%20ticket%20costs%2040%20lira.',
    })
    expect(passage?.before.map(({ plain }) => plain)).toEqual([
      'The blue ferry to Marmara island leaves at nine on Sundays.',
    ])
    expect(passage?.after.map(({ plain }) => plain)).toEqual(['Dogs travel free.'])
  })

  test('encodes what a text fragment gives a meaning to, and names a long sentence by its ends', async () => {
    const long = `Well-known, “big” & (old) ferries ${'carry passengers '.repeat(10)}to the island, sometimes.`
    const answerer = await openCorpus({ 'a.txt': `---\nurl: https://example.org/a#top\n---\n${long}\n\nA-b, c & d!` })
    const link = (question: string) => answerer.ask(question).passages[0]?.citation.url
    expect(link('well-known passengers')).toBe(
      'https://example.org/a#top:~:text=Well%2Dknown%2C%20%E2%80%9Cbig%E2%80%9D%20%26%20%28old%29%20ferries,passengers%20to%20the%20island%2C%20sometimes.',
    )
    expect(link('A-b, c & d')).toBe('https://example.org/a#top:~:text=A%2Db%2C%20c%20%26%20d%21')
  })

  test('is answered, related or silent by what the best sentence holds of the question', async () => {
    const answerer = await openCorpus({ 'ferries.md': article })
    const verdict = (question: string) => answerer.ask(question).verdict
    expect(verdict('When does the ferry to Marmara leave?')).toBe('answered')
    expect(verdict('How long is the ferry to Marmara?')).toBe('related')
    expect(verdict('Who painted Guernica?')).toBe('silent')
  })

  test.each(['the and of', 'is it?', 'asdf qwerty zxcv', '1234567890', '?!', '', 'a b c', 'How are you today?'])(
    'is silent to what asks nothing: %j',
    async (question) => {
      const answerer = await openCorpus({ 'ferries.md': article })
      expect(answerer.ask(question).verdict).toBe('silent')
    },
  )

  test('says how probable it is that a passage is right, and that the corpus speaks of it', async () => {
    const answerer = await openCorpus({ 'ferries.md': article })
    const sure = answerer.ask('What does a ticket cost?')
    const unsure = answerer.ask('What does a ticket to Ankara cost a dog?')
    const foreign = answerer.ask('Who travels to the moon?')
    expect(sure.passages[0]?.score).toBeGreaterThan(0.6)
    expect(sure.passages[0]?.score).toBeGreaterThan(unsure.passages[0]?.score ?? 1)
    expect(sure.confidence).toBeGreaterThan(foreign.confidence)
    const scores = sure.passages.map(({ score }) => score)
    expect(Math.max(...scores)).toBe(scores[0])
  })

  test('is not called one when the kind of thing asked for is missing', async () => {
    const answerer = await openCorpus({ 'ferries.md': article })
    expect(answerer.ask('When do dogs travel free?').verdict).toBe('related')
  })

  test('names the words of the question that the corpus never mentions, as typed', async () => {
    const answerer = await openCorpus({ 'ferries.md': article })
    expect(answerer.ask('Do Parrots travel on the Ferry?').unknown).toEqual(['Parrots'])
  })

  test('says which words matched, as they stand in the sentence', async () => {
    const answerer = await openCorpus({ 'ferries.md': article })
    expect(answerer.ask('tickets cost how many yen').passages[0]?.matches).toEqual([
      { word: 'tickets', matchType: 'same', found: 'ticket', share: expect.any(Number) },
      { word: 'cost', matchType: 'same', found: 'costs', share: expect.any(Number) },
      { word: 'yen', matchType: 'missing', share: expect.any(Number) },
    ])
  })

  test('shows a sentence that several articles share once, and names them all', async () => {
    const shared = 'The lighthouse was painted red in 1911.'
    const answerer = await openCorpus({
      'a.txt': `North\n\n${shared} It is tall.`,
      'b.txt': `South\n\n${shared}`,
      'c.txt': 'East\n\nThe lighthouse keeper sleeps.',
    })
    const { passages } = answerer.ask('When was the lighthouse painted?')
    const [first] = passages
    expect(passages.filter(({ sentence }) => sentence.plain === shared)).toHaveLength(1)
    expect([first?.article.id, ...(first?.alsoIn ?? []).map(({ id }) => id)].sort()).toEqual(['a', 'b'])
  })

  test.each(['', '   ', '?!', '🎉', 'what who when', '\u0000\u0007', '\ud800'])('is silent on %j', async (question) => {
    const answerer = await openCorpus({ 'ferries.md': article })
    expect(answerer.ask(question).verdict).toBe('silent')
  })
})
