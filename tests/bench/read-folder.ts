import { createAnswerer } from '../../src/answer/answer.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { print } from './print.ts'

// A process that reads and indexes a folder of articles, and prints how long that took: `node read-folder.js CORPUS`.
const started = performance.now()
const { articles } = await readCorpus(process.argv[2] ?? '')
const read = performance.now()
const { sentences } = await createAnswerer(articles)
const indexed = performance.now()
print(`${articles.length} articles, ${sentences} sentences: read and split`, seconds(read - started))
print('  indexed', seconds(indexed - read))
print('  altogether', seconds(indexed - started), '5 MB: at most 3 s')

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
