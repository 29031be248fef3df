// Questions and sentences made to be slow are answered in little time.
import { beforeAll, describe, expect, test } from 'vitest'
import { type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import { cleanQuestion } from '../../src/answer/clean-question.ts'
import { parseIntent } from '../../src/discord/handlers/message-intent.ts'
import { articleOf } from '../corpus/reading.ts'
import { cpuOf, growth } from './cpu.ts'

/** Milliseconds of processor time. */
const BOUND = 500
const over = (piece: string, length = 50_000) => piece.repeat(Math.ceil(length / piece.length))

const questions: Readonly<Record<string, string>> = {
  'a word': over('a'),
  words: over('where did the sea rise '),
  'words that nothing holds': Array.from({ length: 5_000 }, (_, i) => `wrd${i.toString(36)}`).join(' '),
  'misspelt words': over('hrabour lihgthouse mackreel '),
  initials: over('a.'),
  'numbers and their marks': over('1.2,3:4'),
  'what asks': over('how much does do did cost '),
  'what defines': `what is ${over('a ')}`,
  'how long': over('how long '),
  'white space': over(' \n\t'),
  backticks: over('`'),
  'backticks in growing runs': Array.from({ length: 310 }, (_, i) => `a${'`'.repeat(i)}`).join(''),
  mentions: over('<@1>'),
  'mentions that do not end': over('<@'),
  'markup that does not end': over('<a:b'),
  'links to commands that do not end': over('</a:1'),
  'marks of regular expressions': over('.*+?^()|[]{}$\\'),
  letters: over('中文'),
  accents: `a${over('\u0301')}`,
  emoji: over('👩\u200d👩\u200d👧'),
  directions: over('\u202e\u2067a'),
  capitals: over('WHO WHAT '),
  'Turkish asking': over('ne kadar sürer nerede '),
  'question marks': over('?'),
}

let answerer: Answerer

beforeAll(async () => {
  const harbour = 'The old lighthouse was built in 1859 by French engineers. Fishermen sell mackerel at the harbour.'
  const words = Array.from({ length: 2_000 }, (_, i) => `The word${i} of the sea rose to ${i} in a harbour.`)
  answerer = await createAnswerer(
    await Promise.all([
      articleOf(harbour, 'harbour.txt'),
      articleOf(words.join(' '), 'words.txt'),
      articleOf(`It says ${'word '.repeat(10_000)}here.`, 'line.txt'),
      articleOf('Deniz 1859 yılında yükseldi. Balıkçılar limanda uskumru satar.', 'deniz.txt'),
    ]),
  )
  answerer.ask('When was the lighthouse built?')
})

describe('answers a question of 50 kB in little time:', () => {
  test.each(Object.entries(questions))('%s', { retry: 2 }, async (_, question) => {
    expect(await cpuOf(() => answerer.ask(question), BOUND)).toBeLessThan(BOUND)
    const written = {
      content: '<@42>',
      text: question,
      bot: '42',
      mentionsRole: false,
      isDirect: true,
      nameOf: () => undefined,
    }
    expect(await cpuOf(() => parseIntent(written), BOUND)).toBeLessThan(BOUND)
  })
})

test.each(['**a ', '_a ', '__a '])('marks without a partner take linear time: %j', (piece) => {
  expect(growth(cleanQuestion, piece, 6_000)).toBeLessThan(8)
})

test('a question is not a pattern', () => {
  for (const question of ['.*', '(zx|qj)+', '\\w+', '[a-z]', '^The', '$&', '__proto__', 'constructor', 'toString'])
    expect(answerer.ask(question).verdict).toBe('silent')
})

test('an article’s name is not a path or a property', () => {
  for (const id of ['__proto__', 'constructor', '../harbour', 'harbour.txt', ''])
    expect(answerer.articles.some((each) => each.id === id)).toBe(false)
})

test('front matter cannot pollute prototypes', async () => {
  const text =
    '---\n__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\ntitle: The sea\n---\nIt rose.'
  const article = await articleOf(text)
  expect(article.title).toBe('The sea')
  expect('polluted' in article).toBe(false)
  expect('polluted' in {}).toBe(false)
})

describe('indexes and asks a sentence of 50 kB in little time:', () => {
  test.each([
    ['a word', over('a')],
    ['words', over('word ')],
    ['different words', Array.from({ length: 7_000 }, (_, i) => `w${i.toString(36)}`).join(' ')],
    ['Chinese', over('中文')],
    ['Thai', over('ไทย')],
    ['initials', over('a.')],
    ['numbers', over('1.2,3:4')],
    ['names in capitals', over('Ann-Lee O’Hara ')],
    ['abbreviations', over('World Health Organization (WHO) ')],
    [
      'different abbreviations',
      Array.from(
        { length: 1_500 },
        (_, i) => `World ${'ABCDEFGHIJ'[i % 10]}a${i} Union (W${'ABCDEFGHIJ'[i % 10]}U)`,
      ).join(' '),
    ],
    ['accents', `a${over('\u0301')}`],
  ])('%s', { retry: 2 }, async (_, sentence) => {
    const article = await articleOf(`${sentence} lighthouse`)
    const ms = await cpuOf(async () => {
      const answerer = await createAnswerer([article])
      answerer.ask('When was the lighthouse built?')
      answerer.ask(sentence)
    }, 3 * BOUND)
    expect(ms).toBeLessThan(3 * BOUND)
  })
})
