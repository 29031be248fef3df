// `npm run bench:program`: measures the built program.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { buildProcesses } from './build.ts'
import { writeArticleFiles } from './generated/article-files.ts'
import { writeArticles } from './generated/text.ts'
import { median, printFigure } from './print.ts'
import { outputOfNode, peakMemory, timeNode } from './run-node.ts'
import { benchStart } from './start.ts'

const ask = ['dist/main.js', 'ask', 'When did Kim last meet Putin?']
const asked: number[] = []
const bare: number[] = []
for (let i = 0; i < 11; i++) {
  asked.push(await timeNode(ask))
  bare.push(await timeNode(['--eval', '0']))
}
printFigure('verbatim ask, shipped article, whole process, median', `${median(asked).toFixed(0)} ms`, 'at most 250 ms')
printFigure('  of which Node itself, doing nothing', `${median(bare).toFixed(0)} ms`)
printFigure('  its peak memory', `${(await peakMemory(ask)).toFixed(0)} MB`, 'at most 90 MB')

const built = await buildProcesses('read-folder', 'replies')
const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
try {
  await writeArticleFiles(folder, writeArticles((await readCorpus('corpus')).articles), { characters: 5_000_000 })
  process.stdout.write(await outputOfNode([join(built, 'read-folder.js'), folder]))
} finally {
  await rm(folder, { recursive: true })
}
process.stdout.write(await outputOfNode([join(built, 'replies.js')]))
await benchStart()
