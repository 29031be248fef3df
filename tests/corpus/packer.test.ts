// Packing articles and reading them back.
import { expect, test } from 'vitest'
import type { ParsedArticle } from '../../src/corpus/article.ts'
import { openArticle, type PackedArticles, sentenceAt, speakerAt, trailAt } from '../../src/corpus/packed.ts'
import { createPacker } from '../../src/corpus/packer.ts'

const text =
  '# Kettles\n\n## Copper\n\nAda: They shine.\n\n| Item | Price |\n|--|--|\n| Pot | 3 |\n\n```sh\nboil\n```\n'

const at = (own: string) => ({ start: text.indexOf(own), end: text.indexOf(own) + own.length })

const kettles: ParsedArticle = {
  id: 'kettles',
  file: 'kettles.md',
  title: 'Kettles',
  language: 'en',
  format: 'markdown',
  text,
  sentenceCount: 4,
  paragraphCount: 4,
  paragraphs: [
    { number: 1, kind: 'heading', trail: [], sentences: [sentence(1, 'Copper')] },
    { number: 2, kind: 'prose', trail: ['Copper'], speaker: 'Ada', sentences: [sentence(2, 'They shine.')] },
    {
      number: 3,
      kind: 'row',
      trail: ['Copper', 'Prices'],
      sentences: [
        {
          ...sentence(3, 'Pot | 3'),
          kind: 'row',
          plain: 'Item Pot · Price 3',
          pieces: [
            { ...at('Item'), plain: 'Item', at: 0, isContext: true },
            { ...at('Pot'), plain: 'Pot', at: 5 },
            { ...at('Price'), plain: 'Price', at: 11, isContext: true },
            { ...at('3'), plain: '3', at: 17 },
          ],
        },
      ],
    },
    { number: 4, kind: 'code', trail: [], sentences: [{ ...sentence(4, 'boil'), kind: 'code', codeLanguage: 'sh' }] },
  ],
}

function sentence(paragraph: number, own: string) {
  return { article: 'kettles', paragraph, number: 1, kind: 'prose' as const, ...at(own), text: own, plain: own }
}

function unpack(packed: PackedArticles, article: number): ParsedArticle {
  const { text: packedText, paragraphs, openSentences: _open, ...rest } = openArticle(packed, article)
  return { ...rest, text: packedText.slice(0, text.length), paragraphs: [...paragraphs] }
}

test('an article is read back as it was packed, pieces, trail, speaker and code language included', () => {
  const packer = createPacker()
  packer.add({
    ...kettles,
    id: 'other',
    paragraphs: kettles.paragraphs.slice(0, 2),
    paragraphCount: 2,
    sentenceCount: 2,
  })
  packer.add(kettles)
  const packed = packer.finish()
  expect(unpack(packed, 1)).toEqual(kettles)
  expect(trailAt(packed, 4)).toEqual(['Copper', 'Prices'])
  expect([2, 3].map((ordinal) => speakerAt(packed, ordinal))).toEqual([undefined, 'Ada'])
})

test('an article copied from one packing to another stays the same', () => {
  const [first, second] = [createPacker(), createPacker()]
  const own = { ...kettles, server: '123456789012345678' }
  first.add(own)
  second.add({ ...kettles, id: 'before' })
  second.copy(first.finish(), 0)
  const packed = second.finish()
  expect(unpack(packed, 1)).toEqual(own)
  expect([...packed.serverOf]).toEqual([0, 1])
})

test('a heading is packed once for all paragraphs below it', () => {
  const packer = createPacker()
  packer.add(kettles)
  expect(packer.finish().headingLabels).toHaveLength(2)
})

test('an ordinal beyond the last sentence is an error', () => {
  const packer = createPacker()
  packer.add(kettles)
  expect(() => sentenceAt(packer.finish(), 4)).toThrow(RangeError)
})

test('a stored record that is no article is refused', () => {
  const packer = createPacker()
  packer.add(kettles)
  const packed = packer.finish()
  const records = new TextEncoder().encode('{"id":"kettles"}')
  expect(() => openArticle({ ...packed, records, recordStarts: Uint32Array.of(0, records.length) }, 0)).toThrow('file')
})
