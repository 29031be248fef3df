// Kinds of paragraphs, heading trails, lists, questions and speakers.
import { expect, test } from 'vitest'
import { verifyQuote } from '../../../src/answer/verify-quote.ts'
import { articleOf, sentencesOf } from '../reading.ts'

async function read(text: string, file = 'a.md') {
  const article = await articleOf(text, file)
  expect(sentencesOf(article).filter((sentence) => !verifyQuote(article, sentence))).toEqual([])
  return article.paragraphs
}

async function kinds(text: string, file?: string): Promise<[kind: string, ...plain: string[]][]> {
  return (await read(text, file)).map(({ kind, sentences }) => [kind, ...sentences.map(({ plain }) => plain)])
}

test('a paragraph knows the headings above it, without the title of its article', async () => {
  const paragraphs = await read('# Boats\n\n## Sails\n\n### Care\n\nDry them.\n\n## Oars\n\nOil them.')
  expect(paragraphs.filter(({ kind }) => kind === 'prose').map(({ trail }) => trail)).toEqual([
    ['Sails', 'Care'],
    ['Oars'],
  ])
})

test('where several headings are of level 1, each is in the trail and the file gives the title', async () => {
  const article = await articleOf('# Weaver\n\nShe weaves.\n\n# Smith\n\nHe mends.', 'old-trades.md')
  expect(article.title).toBe('Old trades')
  expect(article.paragraphs.map(({ trail }) => trail)).toEqual([[], ['Weaver'], [], ['Smith']])
})

test('a short list of steps is one passage with its lead-in, one item a line', async () => {
  const [list] = await read('To set sail:\n\n1. Cast **off**\n2. Hoist the sail\n')
  expect(list).toMatchObject({ kind: 'list', sentences: [{ plain: 'To set sail:\n1. Cast off\n2. Hoist the sail' }] })
  expect(list?.sentences[0]?.pieces?.map(({ plain }) => plain)).toEqual([
    'To set sail:',
    '1. Cast off',
    '2. Hoist the sail',
  ])
})

test('items of a longer list are passages of their own, shown below the lead-in', async () => {
  const items = Array.from({ length: 13 }, (_, i) => `- item number ${i}`).join('\n')
  const paragraphs = await read(`We sell these. Some of it:\n\n${items}`)
  expect(paragraphs.slice(0, 3).map(({ kind, sentences }) => [kind, sentences[0]?.plain])).toEqual([
    ['prose', 'We sell these.'],
    ['lead-in', 'Some of it:'],
    ['list', 'Some of it:\nitem number 0'],
  ])
  expect(paragraphs[2]?.sentences[0]?.pieces?.[0]).toMatchObject({ plain: 'Some of it:', isContext: true })
  expect(paragraphs).toHaveLength(15)
})

test.each([
  ['a list of links', '- [Sails](#sails)\n- [Oars](#oars)\n  - [Care](#care)'],
  ['links in a row', '[Sails](a) | [Oars](b)'],
  ['an image', '![A boat at sea](boat.png)'],
  ['badges', '[![build](b.svg)](x) [![version](v.svg)](y)'],
])('%s is navigation', async (_, text) => {
  expect((await kinds(text)).map(([kind]) => kind)).not.toContain('prose')
  expect(new Set((await kinds(text)).map(([kind]) => kind))).toEqual(new Set(['navigation']))
})

test('an image in a sentence is seen only where a word or two describe it', async () => {
  expect(await kinds('Press ![the gear](g.png) twice. ![A harbour full of old boats](h.png)')).toEqual([
    ['prose', 'Press the gear twice.'],
  ])
})

test.each([
  ['a heading', '## Who sails?\n\nAda sails.', 'heading'],
  ['a bold line', '**Who sails?**\n\nAda sails.', 'question'],
  ['a bold line right above', '**Who sails?**\nAda sails.', 'question'],
  ['labelled lines', 'Q: Who sails?\nA: Ada sails.', 'question'],
  ['a line of its own', 'Who sails?\n\nAda sails.', 'question'],
  ['an HTML heading', '<h3 name="crew">\nWho sails?\n</h3>\n\nAda sails.', 'heading'],
  ['an HTML heading in a line', '<div><h2>Who sails?</h2></div>\n\nAda sails.', 'heading'],
])('a question as %s is above its answer', async (_, text, kind) => {
  const [question, answer] = await read(text)
  expect(question?.kind).toBe(kind)
  expect(answer).toMatchObject({ kind: 'prose', sentences: [{ plain: 'Ada sails.' }] })
  expect(answer?.trail[0]).toContain('Who sails?')
})

test('labelled questions are found in plain text too', async () => {
  expect(await kinds('Q: Who sails?\nA: Ada sails.\n\nQ: Who rows?\nA: Ben rows.', 'a.txt')).toEqual([
    ['question', 'Q: Who sails?'],
    ['prose', 'Ada sails.'],
    ['question', 'Q: Who rows?'],
    ['prose', 'Ben rows.'],
  ])
})

test.each([
  ['bold names', '**Ada:** We sail. At nine.\n\n**Ben Holm:** I row.\n\n**Ada:** No.\n\n**Ben Holm:** Yes.', 'a.md'],
  ['names in capitals', 'ADA: We sail. At nine.\nBEN HOLM: I row.\nADA: No.\nBEN HOLM: Yes.', 'a.txt'],
])('who speaks is attached to what is said: %s', async (_, text, file) => {
  const [first, second] = await read(text, file)
  expect(first?.speaker?.toLowerCase()).toBe('ada')
  expect(first?.sentences.map(({ plain }) => plain)).toEqual(['We sail.', 'At nine.'])
  expect(second?.speaker?.toLowerCase()).toBe('ben holm')
})

test('a label that comes once is no speaker', async () => {
  expect(await kinds('**Crew:** Ada and Ben.\n\n**Boat:** The gull.')).toEqual([
    ['prose', 'Crew: Ada and Ben.'],
    ['prose', 'Boat: The gull.'],
  ])
})

test('a question in plain type stands above the next block only', async () => {
  const paragraphs = await read('Who sails?\n\nAda sails.\n\nThe harbour is closed.')
  expect(paragraphs.map(({ kind, trail }) => [kind, ...trail])).toEqual([
    ['question'],
    ['prose', 'Who sails?'],
    ['prose'],
  ])
})

test('what introduces code is no passage, nor is the caption between them', async () => {
  expect(await kinds('It is easy. To start, type this:\n\nconsole\n\n```\nsail start\n```')).toEqual([
    ['prose', 'It is easy.'],
    ['lead-in', 'To start, type this:'],
    ['lead-in', 'console'],
    ['code', 'To start, type this:\nsail start'],
  ])
})

test('an item that asks or introduces is shown with the items below it', async () => {
  const items = Array.from({ length: 13 }, (_, i) => `  - answer number ${i}`).join('\n')
  const paragraphs = await kinds(`- Who may sail?\n${items}`)
  expect(paragraphs.slice(0, 2)).toEqual([
    ['lead-in', 'Who may sail?'],
    ['list', 'Who may sail?\nanswer number 0'],
  ])
})

test('a last line of tags is not part of the text', async () => {
  expect(await kinds('Bake it for an hour.\n#bread #quick')).toEqual([
    ['prose', 'Bake it for an hour.'],
    ['navigation', '#bread #quick'],
  ])
})

test('a wrapped line may go on with emphasis or a quote', async () => {
  expect(await kinds('So it\n*was* a long and stormy night.')).toEqual([
    ['prose', 'So it was a long and stormy night.'],
  ])
})
