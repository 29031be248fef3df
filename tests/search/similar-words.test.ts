// Words that match although they are written differently.
import { describe, expect, test } from 'vitest'
import { openCorpus, plains } from '../open-corpus.ts'

const sentences = [
  'The colour of the theatre is organised by seven painters.',
  'Long-term leases bring 1,500 lira by e-mail.',
  'The United States sent a ship to North Korea.',
  'The European Fishing Fleet Union (EFFU) met in Izmir.',
  'Nothing else happens in the harbour.',
]

/** Whether a question finds a sentence that is written otherwise, and does not call its word unknown. */
async function finds(question: string, sentence: string | undefined): Promise<void> {
  const answerer = await openCorpus({ 'a.txt': `---\nlanguage: en\n---\n${sentences.join(' ')}\n\nThe EFFU is old.` })
  expect(plains(answerer, question)[0]).toBe(sentence)
  expect(answerer.ask(question).unknown).toEqual([])
}

describe('words that mean the same meet', () => {
  test.each([
    ['American and British spelling', 'theater color organized', sentences[0]],
    ['a figure and its word', '7 painters', sentences[0]],
    ['figures with and without separators', '1500 lira', sentences[1]],
    ['what is joined and what is hyphenated', 'longterm leases', sentences[1]],
    ['hyphenated and joined', 'email', sentences[1]],
    ['a short name and the long one', 'US ship', sentences[2]],
    ['with dots', 'U.S. ship', sentences[2]],
    ['another short name', 'DPRK', sentences[2]],
    ['another word', 'occurs', sentences[4]],
    ['a word derived from another form', 'happening', sentences[4]],
  ])('%s', async (_, question, sentence) => {
    await finds(question, sentence)
  })

  test('a long name and the short one that the article introduces', async () => {
    const answerer = await openCorpus({
      'a.txt': `---\ntitle: News\nlanguage: en\n---\n${sentences[3]} Dogs sleep.\n\nThe EFFU is old. Cats sleep.`,
    })
    const { passages } = answerer.ask('How old is the European Fishing Fleet Union?')
    const short = passages.find(({ sentence }) => sentence.plain === 'The EFFU is old.')
    expect(short?.matches.map(({ matchType }) => matchType)).not.toContain('missing')
  })

  test('but the pronoun is not the country', async () => {
    const answerer = await openCorpus({ 'a.txt': '---\nlanguage: en\n---\nThey told us a story. Dogs sleep.' })
    expect(answerer.ask('Tell of the United States').unknown).toEqual(['United', 'States'])
  })

  test('German compounds and their parts', async () => {
    const answerer = await openCorpus({
      'a.txt': '---\nlanguage: de\n---\nDer Markt für Arbeit wächst. Die Fischer schlafen.',
    })
    expect(plains(answerer, 'Wie geht es dem Arbeitsmarkt?')[0]).toBe('Der Markt für Arbeit wächst.')
  })

  test('Turkish names with and without a suffix behind an apostrophe, with either i', async () => {
    const answerer = await openCorpus({
      'a.txt': "---\nlanguage: tr\n---\nPutin'in İstanbul’a gelişi ertelendi. Balıkçılar uyur.",
    })
    expect(plains(answerer, 'PUTİN ISTANBUL gezisi')[0]).toBe("Putin'in İstanbul’a gelişi ertelendi.")
  })
})

describe('a mistyped word is found', () => {
  test.each([
    ['with a letter dropped', 'paiters'],
    ['with a letter dropped at its beginning', 'ainters'],
    ['with a letter added', 'painnters'],
    ['with another letter', 'paibters'],
    ['with another first letter', 'oainters'],
    ['with two letters swapped', 'paitners'],
  ])('%s', async (_, word) => {
    const answerer = await openCorpus({ 'a.txt': `---\nlanguage: en\n---\n${sentences.join(' ')}` })
    const [passage] = answerer.ask(`the ${word}`).passages
    expect(passage?.sentence.plain).toBe(sentences[0])
    expect(passage?.matches).toMatchObject([{ word, matchType: 'near', found: 'painters' }])
  })

  test('as a small word where it is meant for one', async () => {
    const answerer = await openCorpus({
      'a.txt': '---\nlanguage: en\n---\nThe bridge between the islands is red. A bridge is long.',
    })
    const [passage] = answerer.ask('bridge betwene islands').passages
    expect(passage?.matches.map(({ word }) => word)).toEqual(['bridge', 'islands'])
  })
})
