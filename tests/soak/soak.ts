// `npm run soak`: the built bot under load; exits with 1 if a question was lost, late or misquoted, or memory or the
// store grew.
import { readdirSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { percentile, printFigure } from '../bench/print.ts'
import { randomNumbers } from '../quality/random.ts'
import { startStandIn } from '../stand-in/stand-in.ts'
import { Articles } from './articles.ts'
import { BotProcess } from './bot-process.ts'
import { EventLog } from './event-log.ts'
import { injectFaults, outage } from './faults.ts'
import { Ledger, type Timing } from './ledger.ts'
import { Crowd } from './load.ts'
import { slope } from './slope.ts'

const { values: option } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    /** Questions a second. */
    rate: { type: 'string', default: '50' },
    /** Injects every fault, in random order. */
    chaos: { type: 'boolean', default: false },
    /** How often each fault is injected. */
    times: { type: 'string', default: '100' },
    /** Replaces a thousand files of the corpus. */
    changes: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
  },
})
const minutes = Math.min(Number(option.minutes), 24 * 60)
const rate = Math.min(Number(option.rate), 500)
const times = Math.min(Number(option.times), 1_000)
const CHANGES = 1_000

const MINUTE = 60_000
const length = minutes * MINUTE
/** Caches fill and code is compiled in the first fifth. */
const warmUp = length / 5
/** One user floods the bot in the last tenth. */
const floodAt = length * 0.9
const FLOOD = 30
/** Milliseconds between two samples, and for which the stand-in keeps its records. */
const LOOK_EVERY = 2_000
const REMEMBERED = 4 * 60_000
/** Limits of growth: megabytes a minute, and files and sockets a minute. */
const MOST_GROWTH = 1
/** Megabytes of the store, and a minute in the second half of a run: by then it is full, and its journal as well. */
const MOST_STORED = 10
const MOST_STORED_GROWTH = 0.1
const P99 = 50
/** Minutes from which a slope is meaningful. */
const LONG = 5

const random = randomNumbers(Number(option.seed))
const folder = await mkdtemp(join(tmpdir(), 'verbatim-soak-'))
const [corpus, cache, aside] = [join(folder, 'corpus'), join(folder, 'cache'), join(folder, 'aside')]
const data = join(folder, 'data')
const log = `${folder}.log`
for (const each of [corpus, cache, aside]) await mkdir(each)
const discord = await startStandIn({ token: 'the.local.token' })
const articles = new Articles(corpus, aside, random)
await articles.write(150)
// Large enough for a snapshot, so that writing it can fail.
if (option.chaos) await articles.writeAlmanac(6_000)
const events = new EventLog(discord)
const ledger = new Ledger(discord, articles.all, events)
const crowd = new Crowd(discord, articles, ledger, random, rate)
const flooder = { person: discord.addUser('flooder'), channel: discord.addChannel('flooded') }
const bot = await BotProcess.start(discord, { corpus, log, cache, data, injectsFaults: option.chaos })
process.once('exit', () => bot.kill())
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
await discord.waitFor(() => discord.commands.length > 0)

const started = performance.now()
const elapsed = (): number => performance.now() - started
const scene = { crowd, bot, articles, events, random }
const injected = new Map<string, number>()
let isOver = false
let changed = 0
const samples: { at: number; memory: number; handles: number; store: number }[] = []

const look = async (): Promise<void> => {
  while (!isOver && bot.ended === undefined) {
    samples.push({ at: elapsed() / MINUTE, ...bot.measure(), store: storeSize() })
    discord.forget(REMEMBERED)
    ledger.close(performance.now() - REMEMBERED / 2)
    await setTimeout(LOOK_EVERY)
  }
}
const timing = (): Timing =>
  option.chaos || elapsed() < warmUp ? 'not timed' : elapsed() < floodAt ? 'plain' : 'in a flood'
const flood = async (): Promise<void> => {
  await setTimeout(floodAt)
  while (elapsed() < length && bot.ended === undefined) {
    crowd.command(flooder, { expected: 'answer or refusal' })
    await setTimeout(1_000 / FLOOD)
  }
}
const change = async (): Promise<void> => {
  for (; changed < CHANGES && bot.ended === undefined; changed++) {
    await articles.change()
    await setTimeout((length * 0.9) / CHANGES)
  }
}
const chaos = async (): Promise<void> => {
  await injectFaults(scene, times, (name) => injected.set(name, (injected.get(name) ?? 0) + 1))
  await outage(scene, MINUTE)
  injected.set('unreachable for a minute', 1)
}

try {
  const looking = look()
  const disturbed = Promise.all([
    setTimeout(length),
    option.chaos ? chaos() : flood(),
    ...(option.changes ? [change()] : []),
  ])
  const ending = disturbed.finally(() => {
    isOver = true
  })
  await Promise.all([ending, crowd.askAtRate(rate, () => isOver || bot.ended !== undefined, timing)])
  const drained = performance.now() + 2 * MINUTE
  while (ledger.unfinished > 0 && performance.now() < drained) await setTimeout(100)
  await looking
  ledger.close(Number.POSITIVE_INFINITY)
  report(bot.ended === undefined ? await bot.stop() : { status: bot.ended, took: Number.NaN })
} finally {
  bot.kill()
  await discord.stop()
  await rm(folder, { recursive: true })
}

/** Megabytes of the store with its journal. */
function storeSize(): number {
  return readdirSync(data).reduce((sum, name) => sum + statSync(join(data, name)).size, 0) / 1e6
}

function report({ status, took }: { status: unknown; took: number }): void {
  const refused = discord.violations.map(({ reasons }) => `Discord refuses: ${reasons.join('; ')}`)
  // If a handler fails while its answer is being sent, Discord accepts either the answer or the apology.
  const faults = [...ledger.faults, ...refused.filter((reason) => !option.chaos || !reason.includes('40060'))]
  printFigure(`questions in ${(elapsed() / MINUTE).toFixed(1)} minutes, ${rate} a second`, String(ledger.asked))
  for (const [name, count] of injected) printFigure(`  ${name}`, `${count} ×`)
  if (option.changes) printFigure('  articles changed', String(changed))
  printFigure('lost, answered twice, or with a wrong quote', String(faults.length), 'none')
  for (const fault of faults.slice(0, 20)) console.log(`  ${fault}`)
  printFigure('quotes looked up in the files', String(ledger.quotes))
  printFigure('later than 3 s', String(ledger.late), 'none')
  let passed = faults.length === 0 && ledger.late === 0 && status === 0
  for (const kind of ['plain', 'in a flood'] as const) {
    const taken = ledger.times[kind]
    if (taken.length === 0) continue
    const [p50, p99, most] = [percentile(taken, 0.5), percentile(taken, 0.99), percentile(taken, 1)]
    const who = kind === 'plain' ? 'event to reply' : `event to reply while one user asks ${FLOOD} a second`
    printFigure(`${who}: median`, `${p50.toFixed(1)} ms`)
    printFigure('  slowest 1 %', `${p99.toFixed(1)} ms`, `at most ${P99} ms`)
    printFigure('  slowest', `${most.toFixed(1)} ms`)
    passed &&= p99 <= P99
  }
  const settled = samples.filter(({ at }) => at * MINUTE >= warmUp)
  const growth = slope(settled.map(({ at, memory }) => [at, memory]))
  const opened = slope(settled.map(({ at, handles }) => [at, handles]))
  const [first, last] = [settled.at(0), settled.at(-1)]
  printFigure('memory after warm-up', `${first?.memory.toFixed(0)} MB`)
  printFigure('  at the end', `${last?.memory.toFixed(0)} MB`)
  printFigure('  its slope', `${growth.toFixed(2)} MB/min`, `less than ${MOST_GROWTH}`)
  printFigure('open files and sockets after warm-up', `${first?.handles}`)
  printFigure('  at the end', `${last?.handles}`)
  printFigure('  their slope', `${opened.toFixed(2)}/min`, `less than ${MOST_GROWTH}`)
  const [stored = 0, storing] = [
    last?.store,
    slope(samples.slice(samples.length / 2).map(({ at, store }) => [at, store])),
  ]
  printFigure('size of the store', `${stored.toFixed(1)} MB`, `at most ${MOST_STORED} MB`)
  printFigure('  its slope in the second half', `${storing.toFixed(3)} MB/min`, `less than ${MOST_STORED_GROWTH}`)
  printFigure('SIGTERM to the end, exit status', `${took.toFixed(0)} ms, ${status}`, 'within 6 s, 0')
  printFigure('load of the machine', loadavg()[1]?.toFixed(1) ?? '')
  passed &&= stored <= MOST_STORED
  const isSteady = growth < MOST_GROWTH && opened < MOST_GROWTH && storing < MOST_STORED_GROWTH
  process.exitCode = passed && (minutes < LONG || isSteady) ? 0 : 1
}
