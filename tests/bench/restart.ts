// `npm run bench:restart -- SENTENCES`: measures how long a bot takes to start, and how long it blocks the event loop.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { buildProcesses } from './build.ts'
import { writeArticleFiles } from './generated/article-files.ts'
import { writeArticles } from './generated/text.ts'
import { median, printFigure } from './print.ts'
import { outputOfNode } from './run-node.ts'

const sentences = Number(process.argv[2] ?? 100_000)
const STALL = 'at most 50 ms'

const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
const corpus = join(folder, 'corpus')
try {
  await mkdir(corpus)
  await writeArticleFiles(corpus, writeArticles((await readCorpus('corpus')).articles), { sentences })
  const built = await buildProcesses('keep-snapshot', 'open-live')
  const run = async (name: string, cache: string, ...more: string[]) =>
    (await outputOfNode([join(built, `${name}.js`), corpus, join(folder, cache), ...more])).split(' ').map(Number)

  const [fromFiles = 0, whileRead = 0] = await run('open-live', 'cache of its own')
  printFigure(
    `${sentences.toLocaleString('en')} sentences, process start to ready, from files`,
    `${seconds(fromFiles)} s`,
  )
  printFigure('  longest stall', `${whileRead.toFixed(0)} ms`, STALL)
  await run('keep-snapshot', 'cache')
  const again: (readonly number[])[] = []
  for (let i = 0; i < 5; i++) again.push(await run('open-live', 'cache'))
  const [ready = 0, whileOpened = 0, whileWarming = 0] = [0, 1, 2].map((i) =>
    median(again.map((times) => times[i] ?? 0)),
  )
  printFigure('  from the snapshot, median of 5', `${ready.toFixed(0)} ms`, 'at 100,000: at most 400 ms')
  printFigure('  longest stall', `${whileOpened.toFixed(0)} ms`, STALL)
  printFigure('  longest stall in the first questions', `${whileWarming.toFixed(0)} ms`)
  const [, , , whileSwapped = 0] = await run('open-live', 'cache', 'The new ferry leaves at nine.\n')
  printFigure('  longest stall while another file is added', `${whileSwapped.toFixed(0)} ms`, STALL)
} finally {
  await rm(folder, { recursive: true })
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}
