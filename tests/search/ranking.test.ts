// Whole rankings through the production path; each place with its reason.
import { expect, test } from 'vitest'
import { decideVerdict } from '../../src/answer/verdict.ts'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { openSearchIndex } from '../../src/search/search-index.ts'
import { openCorpus, plains } from '../open-corpus.ts'
import { folderOf } from '../run-verbatim.ts'

const english = (text: string) => `---\nlanguage: en\n---\n${text}\n`

async function openHits(files: Readonly<Record<string, string>>) {
  const { version } = await buildIndex([folderOf(files)])
  const { search } = await openSearchIndex(version.packed, version.index)
  return (question: string) => search(question, 300).hits
}

test('BM25 prefers the shorter of two sentences that hold the same words', async () => {
  const long =
    'The kiln is hot, says the potter who has come from the far end of the valley with three carts of red clay.'
  const hits = await openHits({ 'a.txt': english(`${long}\n\nThe kiln is hot.`) })
  const found = hits('hot kiln')
  expect(found.map(({ sentence }) => sentence.plain)).toEqual(['The kiln is hot.', long])
  expect(found[0]?.features.bm25).toBeGreaterThan(found[1]?.features.bm25 ?? 0)
})

test('a sentence that points back answers with what the one before it names', async () => {
  const hits = await openHits({
    'a.txt': english('The Marigold is a barge. It sank in 1911.\n\nThe quay is long. Ropes sank in 1907.'),
  })
  const found = hits('When did the Marigold sink?')
  expect(found.map(({ sentence }) => sentence.plain)).toEqual([
    // holds the verb and a year, and its `It` is the Marigold
    'It sank in 1911.',
    // holds the name, but no year
    'The Marigold is a barge.',
    // holds the verb and a year, of something else
    'Ropes sank in 1907.',
    // only stands beside the one above
    'The quay is long.',
  ])
  expect(found.map(({ features }) => features.pointsBack > 0)).toEqual([true, false, false, false])
})

test('the postings of common words are not read once rare words find enough', async () => {
  const common = 'alder birch cedar dogwood elm fir gorse hazel'
  const rare = Array.from({ length: 300 }, (_, i) => `Yew number ${i}.`)
  const others = Array.from({ length: 3_000 }, (_, i) => `The ${common} ${i}.`)
  const hits = await openHits({ 'a.txt': english(rare.join('\n\n')), 'b.txt': english(others.join('\n\n')) })
  // Eight common words weigh more than a rare one, but their 24,000 postings are beyond the budget.
  const found = hits(`yew ${common}`)
  expect(found.length).toBeGreaterThan(0)
  expect(new Set(found.map(({ sentence }) => sentence.article))).toEqual(new Set(['a']))
})

test('a definition is found behind many sentences that repeat the word', async () => {
  const definition =
    'A quern is a heavy round mill that people of this valley turned by hand for their bread before the river mills came.'
  const querns = Array.from({ length: 20 }, (_, i) => `A quern, quern ${i}.`)
  const ropes = Array.from({ length: 60 }, (_, i) => `Rope ${i} is wet.`)
  const hits = await openHits({ 'a.txt': english([...querns, definition, ...ropes].join('\n\n')) })
  expect(hits('What is a quern?')[0]?.sentence.plain).toBe(definition)
})

test('the words of headings count for everything below them', async () => {
  const answerer = await openCorpus({
    'a.md': english('# Handbook\n\n## Lending a canoe\n\nAsk at the desk.\n\n## Lending a tent\n\nBring your card.'),
  })
  expect(plains(answerer, 'How does lending a tent work?')).toEqual([
    // its heading holds every content word
    'Bring your card.',
    // its heading holds one of two
    'Ask at the desk.',
  ])
})

test('a heading or a question of an FAQ is never the answer', async () => {
  const answerer = await openCorpus({
    'faq.md': english('# Questions\n\n## May I bring a dog?\n\nPets are welcome on a lead.'),
  })
  expect(plains(answerer, 'May I bring a dog?')).toEqual(['Pets are welcome on a lead.'])
})

test('reads forty different words of a question and no more', async () => {
  const answerer = await openCorpus({ 'a.txt': english('Juniper grows here.') })
  const filler = Array.from({ length: 40 }, (_, i) => `zq${i}zq`)
  expect(answerer.ask([...filler.slice(0, 39), 'juniper'].join(' ')).passages).toHaveLength(1)
  expect(answerer.ask([...filler, 'juniper'].join(' ')).passages).toHaveLength(0)
})

test('a likely sentence is not called answered where the corpus hardly covers the question', async () => {
  const hits = await openHits({ 'a.txt': english('The potter fires the kiln. The kiln cools at night.') })
  const [best] = hits('When does the kiln cool?')
  const likely = best && { ...best, score: 0.95, features: { ...best.features, lacksFigure: 0 } }
  expect([0.9, 0.4, 0.1].map((onTopic) => decideVerdict(likely, onTopic))).toEqual(['answered', 'related', 'related'])
  expect(decideVerdict(best && { ...best, score: 0.1 }, 0.1)).toBe('silent')
})

test.each([
  ['negates', 'Which mushrooms are not edible?', 'Chanterelles are edible mushrooms.'],
  ['has another number', 'What happened in room 14?', 'The meeting happened in room 12.'],
])('a near miss is scored lower than an answer: the question %s', async (_, question, sentence) => {
  const answerer = await openCorpus({ 'a.txt': english(sentence) })
  const plain = question.replace('not ', '').replace('14', '12')
  const [missed, right] = [question, plain].map((each) => answerer.ask(each).passages[0]?.score ?? 0)
  expect(missed).toBeLessThan(right ?? 0)
})
