// Compares the time of replies without a store, with one, with one that another process locks for a second at a time,
// with a full disk and with a Redis that is gone: `npx tsx tests/store/reply-time.ts`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSqlite } from '../../src/store/sqlite-module.ts'
import { percentile, printFigure } from '../bench/print.ts'
import build from '../build-program.ts'
import { run, type TestBot } from '../discord/running.ts'
import { freePort } from '../free-port.ts'
import { spawnRedis } from '../redis-server.ts'
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts'
import { importBuilt } from './import-built.ts'

/** Questions for each bot, in turn, so that the load of the machine is the same for all. */
const QUESTIONS = 300

interface Contestant {
  readonly name: string
  readonly discord: StandIn
  readonly bot: TestBot
  readonly times: number[]
}

build()
const { openStoreInBackground } = await importBuilt()
const folder = mkdtempSync(join(tmpdir(), 'verbatim-reply-time-'))
const redis = await spawnRedis(await freePort())

async function open(name: string, store: 'none' | 'SQLite' | 'locked' | 'full' | 'gone'): Promise<Contestant> {
  const discord = await startStandIn()
  const dataDir = join(folder, store)
  const options = { dataDir, ...(store === 'gone' && { redisUrl: redis.url }) }
  const learning =
    store === 'none' ? undefined : { store: await openStoreInBackground(options), keepQuestions: 30, corpus: folder }
  if (store === 'full') {
    const { DatabaseSync } = await loadSqlite()
    const database = new DatabaseSync(join(dataDir, 'verbatim.sqlite'))
    for (const table of ['questions', 'counters'])
      database.exec(
        `CREATE TRIGGER full_${table} BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
      )
    database.close()
  }
  const bot = await run(discord, { learning })
  return { name, discord, bot, times: [] }
}

const contestants = [
  await open('without a store', 'none'),
  await open('with SQLite', 'SQLite'),
  await open('with a locked SQLite', 'locked'),
  await open('with a full disk', 'full'),
  await open('with Redis gone', 'gone'),
]
await redis.kill()
const other = spawn(process.execPath, ['tests/store/hold-lock.mjs', join(folder, 'locked', 'verbatim.sqlite')])
await once(other.stdout, 'data')
for (let i = 0; i < QUESTIONS; i++)
  for (const { discord, times } of contestants) {
    const user = discord.addUser(`user${i}`)
    const question = i % 2 === 0 ? 'Who feeds the owls?' : `Where is the sauna number ${i}?`
    const began = performance.now()
    await discord.slash(user, discord.general, 'ask', { question }).response
    times.push(performance.now() - began)
  }
const [plain] = contestants
const slower = (times: readonly number[], share: number) =>
  (percentile(times, share) - percentile(plain?.times ?? [], share)).toFixed(2)
for (const { name, times, bot, discord } of contestants) {
  const median = percentile(times, 0.5).toFixed(2)
  printFigure(`reply ${name}: median`, `${median} ms (${slower(times, 0.5)} ms more)`, 'at most 1 ms more')
  printFigure('  slowest 5 %', `${slower(times, 0.95)} ms more`)
  await bot.stop()
  await discord.stop()
}
other.kill()
rmSync(folder, { recursive: true })
// A Redis client that is still connecting would keep the process alive.
process.exit()
