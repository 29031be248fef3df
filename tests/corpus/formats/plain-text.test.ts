import { expect, test } from 'vitest'
import { articleOf, faultsOf, plainOf } from '../reading.ts'

async function plain(text: string): Promise<string[][]> {
  const article = await articleOf(text)
  expect(faultsOf(article)).toEqual([])
  return plainOf(article)
}

const LONG = `The sea rose ${'and rose '.repeat(14)}all day.`

test('blank lines part paragraphs, with white space in them or not', async () => {
  expect(await plain('One.\n\nTwo.\n \t\n\n\nThree.\n')).toEqual([['One.'], ['Two.'], ['Three.']])
})

test('hard-wrapped lines are one paragraph, whose sentences read as if they were not', async () => {
  expect(await plain('  The sea\n  rose.  We\nleft. It\n  fell.')).toEqual([['The sea rose.', 'We left.', 'It fell.']])
})

test('a line too long for a hard wrap is a paragraph, and so are the lines beside it', async () => {
  expect(await plain(`${LONG}\nWe left.\n${LONG}`)).toEqual([[LONG], ['We left.'], [LONG]])
})

test('each item of a list is a paragraph', async () => {
  expect(await plain('We bought:\n- milk\n  and bread\n* eggs\n• tea\n1. salt\n12) rice')).toEqual([
    ['We bought:'],
    ['- milk and bread'],
    ['* eggs'],
    ['• tea'],
    ['1. salt'],
    ['12) rice'],
  ])
})

test('marks of Markdown are letters in a plain text', async () => {
  expect(await plain('# The *sea* rose &amp; [fell](x).')).toEqual([['# The *sea* rose &amp; [fell](x).']])
})

test('a line of marks alone is no paragraph', async () => {
  expect(await plain('One.\n\n* * *\n\n-----\n\nTwo.')).toEqual([['One.'], ['Two.']])
})

test('marks without a word join the sentence before them', async () => {
  expect(await plain('We left. !!! ??? It fell. …')).toEqual([['We left. !!! ???', 'It fell. …']])
})
