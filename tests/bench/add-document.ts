// `npm run bench:add -- FILE`: the processor time that `/add` of a document takes until its first answer.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProcesses } from './build.ts'
import { median, printFigure } from './print.ts'
import { outputOfNode } from './run-node.ts'

const RUNS = 3

const [file = 'tests/fixtures/import/pdf/latex-two-columns.pdf'] = process.argv.slice(2)
const built = await buildProcesses('add-and-ask')
const runs: (readonly number[])[] = []
for (let i = 0; i < RUNS; i++) {
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
  try {
    runs.push((await outputOfNode([join(built, 'add-and-ask.js'), folder, file])).split(' ').map(Number))
  } finally {
    await rm(folder, { recursive: true })
  }
}
const steps = ['the bot, until it is added', 'until it is in the index', 'until the first answer', 'the conversion']
for (const [i, step] of steps.entries())
  printFigure(`processor time of ${step}`, `${median(runs.map((times) => times[i] ?? Number.NaN)).toFixed(1)} s`)
