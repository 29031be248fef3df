// Reading plain text.
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

test('a short list is one passage with the line that introduces it', async () => {
  expect(await plain('We bought:\n- milk\n  and bread\n* eggs\n• tea\n1. salt\n12) rice')).toEqual([
    ['We bought:\n- milk and bread\n* eggs\n• tea\n1. salt\n12) rice'],
  ])
})

test('rules whose items hold several sentences are read by the sentence', async () => {
  expect(await plain('- Prams stand in the hall. Bicycles stand outside.\n- Music ends at ten.')).toEqual([
    ['- Prams stand in the hall.', 'Bicycles stand outside.'],
    ['- Music ends at ten.'],
  ])
})

test('lines of a poem, of opening hours or of an address are sentences of their own', async () => {
  for (const lines of [
    ['The bell rang over the water', 'The gulls were gone', 'Nobody came to the pier'],
    ['Monday 9–17', 'Saturday 10–14', 'Sunday closed all day long'],
    ['Town Hall', '12 Long Street', 'Marrow'],
  ])
    expect(await plain(lines.join('\n'))).toEqual([lines])
})

test('a wrapped paragraph stays one when a long address breaks its width', async () => {
  const url = `https://example.org/${'long/'.repeat(30)}`
  const text = `The boxes are moved in June, and the labels that they need can be\nprinted at ${url}\nuntil the snow falls. Boxes without a label are left behind and\nburnt.`
  expect(await plain(text)).toEqual([
    [
      `The boxes are moved in June, and the labels that they need can be printed at ${url} until the snow falls.`,
      'Boxes without a label are left behind and burnt.',
    ],
  ])
})

test.each([
  ['in capitals', 'OPENING HOURS'],
  ['numbered', '2. Opening hours'],
  ['underlined', 'Opening hours\n============='],
])('a heading %s is above what follows it', async (_, heading) => {
  const { paragraphs } = await articleOf(`The pool.\n\n${heading}\n\nIt opens at nine.`)
  expect(paragraphs.map(({ kind, trail }) => [kind, trail])).toEqual([
    ['prose', []],
    ['heading', []],
    ['prose', [heading.split('\n')[0]]],
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
