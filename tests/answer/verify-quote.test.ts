// Quotes are the file’s own words.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verifyQuote } from '../../src/answer/verify-quote.ts'
import type { Sentence } from '../../src/corpus/article.ts'
import { articleOf, shipped } from '../discord/replies/fixtures.ts'

test('every sentence of the shipped article is true', () => {
  for (const article of shipped) {
    const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
    expect(sentences.filter((sentence) => !verifyQuote(article, sentence))).toEqual([])
  }
})

test('Markdown marks, character references and folded lines may be missing', async () => {
  const article = await articleOf(
    'a.md',
    '# Kim & Putin\n\nThe **special\ntrain** took [Kim](https://a.example/x) to `Russia` &amp; back. A \\*star\\* shone&#33;\n',
  )
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  expect(sentences.map(({ plain }) => plain)).toContain('The special train took Kim to Russia & back.')
  expect(sentences.every((sentence) => verifyQuote(article, sentence))).toBe(true)
})

describe('a sentence is false', async () => {
  const article = await articleOf('a.txt', 'Kim left Pyongyang\non Sunday. He met Putin.')
  const [sentence] = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  if (!sentence) throw new Error('no sentence')
  test.each<[string, Partial<Sentence>]>([
    ['when its words are others', { plain: 'Kim left Moscow on Sunday.' }],
    ['when a word is left out', { plain: 'Kim left on Sunday.' }],
    ['when a mark is changed', { plain: 'Kim left Pyongyang on Sunday!' }],
    ['when it stands elsewhere', { start: sentence.start + 1 }],
    ['when it ends elsewhere', { end: sentence.end + 1 }],
    ['when it is of another article', { article: 'b' }],
  ])('%s', (_, change) => {
    expect(verifyQuote(article, sentence)).toBe(true)
    expect(verifyQuote(article, { ...sentence, ...change })).toBe(false)
  })
})

describe('a sentence in pieces', async () => {
  const article = await articleOf('a.txt', 'Item, price\nKettle, 15 gp')
  const row: Sentence = {
    article: 'a',
    paragraph: 1,
    number: 1,
    kind: 'row',
    start: 12,
    end: 25,
    text: 'Kettle, 15 gp',
    plain: 'Item Kettle · price 15 gp',
    pieces: [
      { start: 0, end: 4, plain: 'Item', at: 0, isContext: true },
      { start: 12, end: 18, plain: 'Kettle', at: 5 },
      { start: 6, end: 11, plain: 'price', at: 14, isContext: true },
      { start: 20, end: 25, plain: '15 gp', at: 20 },
    ],
  }
  test('is true when each piece is what the file holds', () => {
    expect(verifyQuote(article, row)).toBe(true)
  })
  test.each<[string, Partial<Sentence>]>([
    [
      'when a piece has other words',
      { pieces: row.pieces?.map((piece) => ({ ...piece, plain: piece.plain.replace('15', '16') })) ?? [] },
    ],
    [
      'when a piece stands elsewhere',
      { pieces: row.pieces?.map((piece) => ({ ...piece, start: piece.start + 1 })) ?? [] },
    ],
    [
      'when a piece outside its offsets is not context',
      { pieces: row.pieces?.map(({ isContext: _, ...piece }) => piece) ?? [] },
    ],
    ['when it holds more than its pieces', { plain: `${row.plain} or less` }],
    ['when it holds words between its pieces', { pieces: row.pieces?.toSpliced(2, 1) ?? [] }],
  ])('is false %s', (_, change) => {
    expect(verifyQuote(article, { ...row, ...change })).toBe(false)
  })
})

test('no letter can be changed in a sentence of Markdown either', async () => {
  const article = await articleOf('a.md', 'The **train** took _Kim_ to Russia.')
  const [sentence] = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  if (!sentence) throw new Error('no sentence')
  fc.assert(
    fc.property(fc.nat(sentence.plain.length - 1), (at) => {
      const plain = `${sentence.plain.slice(0, at)}Ж${sentence.plain.slice(at + 1)}`
      expect(verifyQuote(article, { ...sentence, plain })).toBe(false)
    }),
  )
})
