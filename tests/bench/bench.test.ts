// Checks the benchmark itself: its text, its contestants, its tables and its plot.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { splitWords } from '../../src/language/words.ts'
import { folderOf } from '../run-verbatim.ts'
import { contestants } from './contestants.ts'
import { readCorpusFile, writeCorpusFile } from './generated/corpus-file.ts'
import { questionsOf } from './generated/questions.ts'
import { writeArticles } from './generated/text.ts'
import { drawPlot } from './report/plot.ts'
import { report } from './report/report.ts'

const { articles } = await readCorpus('corpus')

async function write(size: number): Promise<string> {
  const file = join(folderOf({}), 'corpus.jsonl')
  await writeCorpusFile(file, writeArticles(articles), size, () => {})
  return file
}

async function read(file: string, size: number): Promise<string[]> {
  return (await readCorpusFile(file, size)).flatMap(({ paragraphs }) => paragraphs.flat())
}

test('the text begins with the real articles and is reproducible', async () => {
  const sentences = await read(await write(200), 123)
  expect(sentences).toHaveLength(123)
  expect(sentences).toContain('Kim last met with Putin in Vladivostok in 2019.')
  expect(await read(await write(300), 123)).toEqual(sentences)
})

test('the vocabulary grows as in English: ten times the text, about five times the forms', async () => {
  const file = await write(10_000)
  const formsIn = async (size: number) => {
    const words = splitWords((await read(file, size)).join(' ').toLowerCase())
    return new Set(words.map(({ text }) => text)).size
  }
  const growth = (await formsIn(10_000)) / (await formsIn(1_000))
  expect(growth).toBeGreaterThan(4)
  expect(growth).toBeLessThan(6)
})

test('every contestant finds the sentence that a question was made from', async () => {
  const article = writeArticles(articles).next().value
  const sentences = article.paragraphs.flat()
  const place = sentences.indexOf('Kim last met with Putin in Vladivostok in 2019.')
  const question = questionsOf(sentences, sentences.length)[place] ?? ''
  expect(question).toContain('with Putin in Vladivostok in 2019')
  for (const { key, prepare } of contestants) {
    const ask = await (await prepare([article]))()
    // By default, Fuse.js looks for the whole question as one string.
    if (key !== 'fuse') expect(ask(question), key).toContain(sentences[place])
  }
})

test('reports why a contestant did not finish, or after how many questions it was stopped', () => {
  const times = { first: [3_000, 5_000], again: [], mistyped: [] }
  const none = { first: [], again: [], mistyped: [] }
  const indexed = { seconds: 1, had: 1, held: 50e6, resident: 80e6, peak: 90e6 }
  const text = report(
    [
      { key: 'fuse', size: 1_000, times, indexed },
      { key: 'fuse', size: 10_000, times: none, failure: 'not tried', expected: 35 },
      { key: 'lunr', size: 1_000, times: none, failure: 'out of memory' },
    ],
    contestants.filter(({ key }) => key === 'fuse' || key === 'lunr'),
    200,
  )
  expect(text).toMatch(/\| Fuse\.js, as it comes +\| 5,000 \/ 5,000 \(of 2\) \| 35 s each: not tried \|/u)
  expect(text).toMatch(/\| lunr +\| out of memory +\|/u)
})

test('the plot labels each line and supports light and dark themes', () => {
  const points = [
    [1_000, 0.5],
    [10_000, 20],
  ] as const
  const svg = drawPlot('A question', [{ name: 'lunr', colour: 'red', points }], { name: 'Discord waits', at: 3_000 })
  expect(svg).toContain('>lunr, 20 ms</text>')
  expect(svg).toContain('prefers-color-scheme: dark')
})
