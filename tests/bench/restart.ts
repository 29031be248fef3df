import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { writeArticleFiles } from './article-files.ts'
import { buildProcesses } from './build.ts'
import { median, print } from './print.ts'
import { outputOfNode } from './run-node.ts'
import { writeArticles } from './text.ts'

const SENTENCES = 100_000

/** From a process's start to its being ready to answer over 100,000 sentences: from their files, and from the snapshot of them. */
export async function benchRestart(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
  const [corpus, cache] = [join(folder, 'corpus'), join(folder, 'cache')]
  try {
    await mkdir(corpus)
    await writeArticleFiles(corpus, writeArticles((await readCorpus('corpus')).articles), { sentences: SENTENCES })
    const built = await buildProcesses('keep-snapshot', 'open-live')
    const start = async (name: string) => Number(await outputOfNode([join(built, `${name}.js`), corpus, cache]))
    const first = await start('keep-snapshot')
    print('100,000 sentences, process start to ready, from files', `${(first / 1000).toFixed(1)} s`)
    const again: number[] = []
    for (let i = 0; i < 5; i++) again.push(await start('open-live'))
    print('  from the snapshot, median of 5', `${median(again).toFixed(0)} ms`, 'at most 400 ms')
  } finally {
    await rm(folder, { recursive: true })
  }
}
