// Signs that a sentence has the form of an answer, in several languages.
import { expect, test } from 'vitest'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { type Hit, openSearchIndex } from '../../src/search/search-index.ts'
import { folderOf } from '../run-verbatim.ts'

type Sign = 'defines' | 'exactHeading' | 'permits' | 'instructs' | 'leadsIn'

/** The sentences of an article that show a sign for a question, in the article's order. */
async function showing(sign: Sign, language: string, question: string, text: string): Promise<string[]> {
  const { version } = await buildIndex([folderOf({ 'a.md': `---\nlanguage: ${language}\n---\n${text}\n` })])
  const { search } = await openSearchIndex(version.packed, version.index)
  return search(question, 20)
    .hits.filter(({ features }) => features[sign] > 0)
    .sort((a: Hit, b: Hit) => a.sentence.start - b.sentence.start)
    .map(({ sentence }) => sentence.plain)
}

test.each([
  ['en', 'What is a quern?', 'A quern is a mill turned by hand.', 'Nobody sells a quern here.'],
  ['en', 'What does quern mean?', 'Quern: a mill turned by hand.', 'The quern stands in the barn.'],
  ['fr', "C'est quoi le tamis ?", 'Le tamis est un outil rond.', 'Il range le tamis au grenier.'],
  ['tr', 'Havan nedir?', 'Havan ağır bir kaptır.', 'Kutuda havan bulunur.'],
])('%s: %s is answered by a sentence that says what it is', async (language, question, right, other) => {
  expect(await showing('defines', language, question, `# Tools\n\n${other}\n\n${right}`)).toEqual([right])
})

test('only the first sentence below a heading that holds the question and no more is marked', async () => {
  const text =
    '# Tools\n\n## The quern\n\nIt grinds corn. It is slow.\n\n## Sharpening a quern\n\nUse a pick.\n\n## Sieves\n\nNo quern needs one.'
  expect(await showing('exactHeading', 'en', 'quern', text)).toEqual(['It grinds corn.'])
})

test('an ordinal finds the numeral of a heading with the same noun, and its ending is no word', async () => {
  const text = '# Charter\n\n## Clause I.\n\nBread is free.\n\n## Clause II.\n\nThe mill is shared.'
  expect(await showing('exactHeading', 'en', '2nd clause', text)).toEqual(['The mill is shared.'])
  expect(await showing('exactHeading', 'en', 'What does the first clause say?', text)).toEqual(['Bread is free.'])
})

test('a sentence that forbids is marked for a question about what is allowed', async () => {
  const text = 'Guests bring dogs on market days. Dogs must not enter the mill.'
  expect(await showing('permits', 'en', 'May I bring dogs into the mill?', text)).toEqual([
    'Dogs must not enter the mill.',
  ])
  expect(await showing('permits', 'en', 'Where is the mill for dogs?', text)).toEqual([])
})

test('instructions are marked for a question that asks how', async () => {
  const text = 'The quern is old. Turn the quern with the handle.'
  expect(await showing('instructs', 'en', 'How do I use the quern?', text)).toEqual(['Turn the quern with the handle.'])
  expect(await showing('instructs', 'en', 'Who owns the quern?', text)).toEqual([])
})

test('a sentence that ends as a question or with a colon leads to the answer', async () => {
  const text = 'Who mends the quern?\n\nThe quern is mended like this:\n\nA smith mends the quern.'
  expect(await showing('leadsIn', 'en', 'mends quern', text)).not.toContain('A smith mends the quern.')
  expect(await showing('leadsIn', 'en', 'mends quern', `# T\n\nIs the quern mended? It is. ${text}`)).toContain(
    'Is the quern mended?',
  )
})
