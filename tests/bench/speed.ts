// `npm run bench`: time and memory by the size of the corpus, beside other libraries.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { Command, InvalidArgumentError, Option } from 'commander'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { UserError } from '../../src/errors.ts'
import { buildProcesses } from './build.ts'
import { contestants } from './contestants.ts'
import { writeCorpusFile } from './generated/corpus-file.ts'
import { writeArticles } from './generated/text.ts'
import { median } from './print.ts'
import { publish } from './report/publish.ts'
import { report } from './report/report.ts'
import { type Outcome, runContestant } from './run-contestant.ts'

interface Options {
  readonly corpus: string
  readonly sizes: readonly number[]
  readonly only: readonly string[]
  readonly limit: number
}

/** A size is skipped if, going by the previous size, one question would take longer than this part of the limit. */
const PATIENCE = 1 / 4

/** Part of the limit for each pass of questions. */
const ASKING = 1 / 12

const QUESTIONS = 200

const keys = contestants.map(({ key }) => key)
const command = new Command('npm run bench --')
  .description(
    'Measures speed and memory by the size of the corpus, beside other libraries. A run of all of them at the usual sizes writes the tables in tests/bench/README.md and tests/bench/speed.svg.',
  )
  .option('--corpus <folder>', 'articles that come first, and provide words for the generated ones', 'corpus')
  .addOption(
    new Option('--sizes <sizes>', 'so many sentences')
      .argParser(readSizes)
      .default([1_000, 10_000, 100_000, 1_000_000], '1000,10000,100000,1000000'),
  )
  .addOption(
    new Option('--only <names>', `some of ${keys.join(', ')}`).argParser(readKeys).default(keys, 'all of them'),
  )
  .option('--limit <seconds>', 'time for one library at one size', readSeconds, 120)
  .parse()
const { corpus, sizes, only, limit } = command.opts<Options>()
const isWhole = ['sizes', 'only'].every((option) => command.getOptionValueSource(option) === 'default')

const chosen = contestants.filter(({ key }) => only.includes(key))
const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'))
const bar = new SingleBar({ format: '{bar} {percentage} % {what}', clearOnComplete: true, stopOnComplete: true })
try {
  const file = join(folder, 'corpus.jsonl')
  await writeText(file)
  const outcomes = await measureAll(file)
  const tables = report(outcomes, chosen, QUESTIONS)
  console.log(tables)
  if (isWhole) publish(tables, outcomes, chosen)
} catch (error) {
  if (!(error instanceof UserError)) throw error
  console.error(`bench: ${error.message}`)
  process.exitCode = 1
} finally {
  bar.stop()
  await rm(folder, { recursive: true })
}

async function writeText(file: string): Promise<void> {
  const { articles } = await readCorpus(corpus)
  const largest = Math.max(...sizes)
  bar.start(largest, 0, { what: 'writing text' })
  await writeCorpusFile(file, writeArticles(articles), largest, (written) => bar.update(Math.min(written, largest - 1)))
}

async function measureAll(file: string): Promise<Outcome[]> {
  const script = join(await buildProcesses('measure'), 'measure.js')
  const outcomes: Outcome[] = []
  bar.start(chosen.length * sizes.length, 0, { what: '' })
  for (const { key, name } of chosen) {
    let previous: Outcome | undefined
    for (const size of sizes) {
      bar.update({ what: `${name}, ${size.toLocaleString('en')} sentences` })
      const task = { key, size, corpus: file, questions: QUESTIONS, asking: limit * ASKING }
      previous = tooSlow(previous, size) ?? (await runContestant(script, task, limit))
      outcomes.push(previous)
      bar.increment()
    }
  }
  return outcomes
}

/** Result for a size that is skipped because of the previous one. */
function tooSlow(previous: Outcome | undefined, size: number): Outcome | undefined {
  if (!previous) return undefined
  const { key, times, indexed, failure } = previous
  const skipped = { key, size, failure: 'not tried', times: { first: [], again: [], mistyped: [] } }
  if (failure !== undefined && !indexed && previous.expected === undefined) return skipped
  const expected = ((previous.expected ?? median(times.first) / 1000) * size) / previous.size
  return expected > limit * PATIENCE ? { ...skipped, expected } : undefined
}

function readSizes(text: string): number[] {
  return text
    .split(',')
    .map(readSeconds)
    .sort((a, b) => a - b)
}

function readSeconds(text: string): number {
  if (!/^[1-9]\d{0,7}$/u.test(text)) throw new InvalidArgumentError('Expected a whole number above 0.')
  return Number(text)
}

function readKeys(text: string): string[] {
  const chosen = text.split(',')
  const unknown = chosen.find((key) => !keys.includes(key))
  if (unknown !== undefined) throw new InvalidArgumentError(`There is no ${unknown}; there are ${keys.join(', ')}.`)
  return chosen
}
