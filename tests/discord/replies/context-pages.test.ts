/** The pages of an article, which are found without decoding its sentences. */
import { expect, test } from 'vitest'
import { openArticle } from '../../../src/corpus/packed.ts'
import { createPacker } from '../../../src/corpus/packer.ts'
import { contextReply } from '../../../src/discord/replies/context-pages.ts'
import { en } from '../../../src/text/en.ts'
import { articleOf } from '../../corpus/reading.ts'

const sentence = (n: number) =>
  `The keeper **of** lamp ${n} trims its wick, and writes the hour into the book of the tower.`
const paragraph = (n: number) => Array.from({ length: 4 }, (_, i) => sentence(4 * n + i)).join(' ')
const long = `It all began ${'with wind and rain and fog and '.repeat(80)}ended.`
const list = Array.from({ length: 60 }, (_, n) => `- lamp ${n} has a wick`).join('\n')
const text = ['# Lamps', ...Array.from({ length: 12 }, (_, n) => paragraph(n)), long, list, paragraph(12)].join('\n\n')

const parsed = await articleOf(text, 'lamps.md')
const packer = createPacker()
packer.add(parsed)
const packed = openArticle(packer.finish(), 0)
const pageOf = (start: number, page?: number) =>
  contextReply(packed, en, { start, ...(page !== undefined && { page }) })
const count = Number(/page 1 of (\d+)/u.exec(pageOf(0, 0).content)?.[1])

test('are the same for a packed article, and show each sentence once, in order', () => {
  const pages = Array.from({ length: count }, (_, page) => pageOf(0, page).content)
  expect(pages).toEqual(
    Array.from({ length: count }, (_, page) => contextReply(parsed, en, { start: 0, page }).content),
  )
  const lamps = [...pages.join('\n').matchAll(/lamp (\d+) trims/gu)].map(([, number]) => Number(number))
  expect(lamps).toEqual(Array.from({ length: 52 }, (_, n) => n))
  expect(pages.join(' ').match(/wind and rain/gu)).toHaveLength(80)
})

test('open at the passage, also where it is longer than a page', () => {
  for (const { start, plain } of parsed.paragraphs.flatMap(({ sentences }) => sentences)) {
    const { content } = pageOf(start)
    expect(content).toContain(plain.slice(0, 20).split('\n')[0])
    if (plain.startsWith('The keeper')) expect(content).toContain('**')
  }
})
