// Process that reads and indexes a folder and prints the times: `node read-folder.js CORPUS`.
import { createAnswerer } from '../../../src/answer/answer.ts'
import { readCorpus } from '../../../src/corpus/read-corpus.ts'
import { printFigure } from '../print.ts'

const started = performance.now()
const { articles } = await readCorpus(process.argv[2] ?? '')
const read = performance.now()
const { sentences } = await createAnswerer(articles)
const indexed = performance.now()
printFigure(`${articles.length} articles, ${sentences} sentences: read and split`, seconds(read - started))
printFigure('  indexed', seconds(indexed - read))
printFigure('  altogether', seconds(indexed - started), '5 MB: at most 3 s')

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`
}
