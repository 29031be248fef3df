import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnswerer } from '../../src/answer/answer.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { writeArticleFiles } from './article-files.ts'
import { benchReplies, benchStart } from './discord.ts'
import { median, print } from './print.ts'
import { peakMemory, timeNode } from './run-node.ts'
import { writeArticles } from './text.ts'

const ask = ['dist/main.js', 'ask', 'When did Kim last meet Putin?']
const asked: number[] = []
const bare: number[] = []
for (let i = 0; i < 11; i++) {
  asked.push(await timeNode(ask))
  bare.push(await timeNode(['--eval', '0']))
}
print('verbatim ask, shipped article, whole process, median', `${median(asked).toFixed(0)} ms`, 'at most 250 ms')
print('  of which Node itself, doing nothing', `${median(bare).toFixed(0)} ms`)
print('  its peak memory', `${(await peakMemory(ask)).toFixed(0)} MB`, 'at most 90 MB')

const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
try {
  await writeArticleFiles(folder, writeArticles((await readCorpus('corpus')).articles), { characters: 5_000_000 })
  const started = performance.now()
  const { articles } = await readCorpus(folder)
  const read = performance.now()
  await createAnswerer(articles)
  const indexed = performance.now()
  const sentences = articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences)).length
  const what = `5 MB of text, ${articles.length} articles, ${sentences} sentences: read and split`
  print(what, `${((read - started) / 1000).toFixed(2)} s`)
  print('  indexed', `${((indexed - read) / 1000).toFixed(2)} s`)
  print('  altogether', `${((indexed - started) / 1000).toFixed(2)} s`, 'at most 3 s')
} finally {
  await rm(folder, { recursive: true })
}

await benchReplies()
await benchStart()
