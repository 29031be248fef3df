// Signs that a sentence has the form of an answer, in several languages.
import { expect, test } from 'vitest'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { type Hit, openSearchIndex } from '../../src/search/search-index.ts'
import { folderOf } from '../run-verbatim.ts'

type Sign = 'defines' | 'namesHeading' | 'forbids' | 'instructs' | 'leadsIn'

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
  ['en', 'What is a HQM?', 'A hand quern mill (HQM) is a small tool.', 'The barn holds a HQM.'],
  ['tr', 'Havan nedir?', 'Havan ağır bir kaptır (kap).', 'Havan için bir kutu açalım.'],
])('%s: %s is answered by a sentence that says what it is', async (language, question, right, other) => {
  expect(await showing('defines', language, question, `# Tools\n\n${other}\n\n${right}`)).toEqual([right])
})

test('sentences are marked by how much of the heading above them the question names', async () => {
  const text =
    '# Tools\n\n## Quern\n\nIt grinds corn.\n\n## Sharpening a quern\n\nUse a pick.\n\n## Sieves\n\nNo quern needs one.'
  const { version } = await buildIndex([folderOf({ 'a.md': text })])
  const { search } = await openSearchIndex(version.packed, version.index)
  const named = new Map(
    search('quern', 20).hits.map(({ sentence, features }) => [sentence.plain, features.namesHeading]),
  )
  const [whole = 0, part = 0, none = 1] = ['It grinds corn.', 'Use a pick.', 'No quern needs one.'].map((each) =>
    named.get(each),
  )
  expect(whole).toBe(1)
  expect(part).toBeLessThan(whole)
  expect(part).toBeGreaterThan(0)
  expect(none).toBe(0)
})

test('articles are marked by how much of their title the question names', async () => {
  const files = {
    'rye.md': '# Rye bread\n\nIt keeps for a week.',
    'caraway.md': '# Rye bread with caraway and honey\n\nIt keeps for a month.',
  }
  const { version } = await buildIndex([folderOf(files)])
  const { search } = await openSearchIndex(version.packed, version.index)
  const [best, other] = search('How long does rye bread keep?', 5).hits
  expect(best?.sentence.plain).toBe('It keeps for a week.')
  expect(best?.features.namesTitle).toBeGreaterThan(other?.features.namesTitle ?? 1)
})

test('an ordinal finds the numeral of a heading with the same noun, and its ending is no word', async () => {
  const text =
    '# Charter\n\n## Clause I.\n\nBread is free.\n\n## Clause II.\n\nThe mill is shared.\n\n## Votes\n\nSection 2. A clause needs 2 votes.'
  const { version } = await buildIndex([folderOf({ 'a.md': text })])
  const { search } = await openSearchIndex(version.packed, version.index)
  const first = (question: string) => search(question, 5).hits[0]?.sentence.plain
  expect(first('2nd clause')).toBe('The mill is shared.')
  expect(first('What does the first clause say?')).toBe('Bread is free.')
})

test.each([
  ['en', 'May I bring dogs into the mill?', 'Guests bring dogs on market days.', 'Dogs must not enter the mill.'],
  ['de', 'Darf ich Hunde in die Mühle mitbringen?', 'Gäste bringen Hunde mit.', 'Hunde in der Mühle sind verboten.'],
])(
  '%s: a sentence that forbids is marked for a question about what is allowed',
  async (language, question, other, right) => {
    expect(await showing('forbids', language, question, `${other} ${right}`)).toEqual([right])
    expect(await showing('forbids', language, 'Mill?', `${other} ${right}`)).toEqual([])
  },
)

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
