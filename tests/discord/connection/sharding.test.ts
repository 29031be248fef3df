/** A process per shard: start, restart, metrics, stop. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { APITextChannel } from 'discord.js'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { restartDelay } from '../../../src/discord/connection/sharding.ts'
import { freePort } from '../../free-port.ts'
import { command, dataDir, elsewhere } from '../../run-verbatim.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../../stand-in/stand-in.ts'
import { run } from '../running.ts'

const TOKEN = 'the.local.token'
const QUESTION = 'When did Kim last meet Putin?'
const ANSWER = 'Kim last met with Putin in Vladivostok in **2019**.'
const patience = { timeout: 60_000 }

interface Sharded {
  readonly process: ChildProcess
  readonly ended: Promise<unknown>
  /** Standard error so far: the log, and lines for the owner. */
  log(): string
}

/** Runs `verbatim sharded`. */
function startSharded(discord: StandIn, env: Readonly<Record<string, string>> = {}): Sharded {
  const process_ = spawn(process.execPath, [...command, 'sharded'], {
    cwd: elsewhere,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.url,
      DATA_DIR: dataDir,
      ...env,
    },
  })
  process_.stdout.resume()
  const chunks: string[] = []
  process_.stderr.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk))
  return { process: process_, ended: once(process_, 'close'), log: () => chunks.join('') }
}

/** A stand-in with one server on each of two shards. */
async function openDiscord(options: StandInOptions = {}): Promise<{ discord: StandIn; channels: APITextChannel[] }> {
  const discord = await startStandIn({ token: TOKEN, leastShards: 2, shards: 2, maxConcurrency: 2, ...options })
  return { discord, channels: [0, 1].map((id) => discord.addGuild(`Server of shard ${id}`, [id, 2])) }
}

const shardsOf = (discord: StandIn): number[] =>
  discord.gateway.sessions
    .filter(({ connected }) => connected)
    .map(({ shard: [id] }) => id)
    .sort()
const bothConnected = (discord: StandIn) =>
  discord.waitFor(() => discord.commands.length > 0 && shardsOf(discord).join() === '0,1', {
    ...patience,
    what: 'both shards',
  })
/** The requests that read or register commands. */
const registrations = (discord: StandIn) =>
  discord.requests.filter(({ path }) => path === `/applications/${discord.bot.id}/commands`).map(({ method }) => method)

describe('a process per shard', { timeout: 120_000 }, () => {
  let discord: StandIn
  let channels: APITextChannel[]
  let bot: Sharded
  let url: string
  /** The metrics once they contain a line: a busy shard may miss a single request. */
  const metricsWith = (line: string): Promise<string> =>
    vi.waitFor(
      async () => {
        const text = await (await fetch(`${url}/metrics`)).text()
        expect(text).toContain(line)
        return text
      },
      { timeout: 30_000, interval: 100 },
    )

  beforeAll(async () => {
    ;({ discord, channels } = await openDiscord())
    const port = await freePort()
    url = `http://127.0.0.1:${port}`
    bot = startSharded(discord, { HTTP_PORT: String(port) })
    await bothConnected(discord)
  }, 120_000)

  afterAll(async () => {
    bot.process.kill('SIGKILL')
    await discord.stop()
    expect(discord.violations).toEqual([])
  })

  test('answers in every server and in direct messages, and registers commands once', async () => {
    for (const channel of channels) {
      discord.say(discord.alice, channel, `<@${discord.bot.id}> ${QUESTION}`)
      expect((await discord.nextMessage(channel, patience)).content).toContain(ANSWER)
    }
    const direct = discord.dm(discord.alice)
    discord.say(discord.alice, direct, QUESTION)
    expect((await discord.nextMessage(direct, patience)).content).toContain(ANSWER)
    expect(
      (await discord.slash(discord.bob, channels[1] ?? direct, 'ask', { question: QUESTION }).answer()).content,
    ).toContain(ANSWER)
    expect(registrations(discord)).toEqual(['GET', 'PUT'])
    expect(discord.gateway.identifies.map(({ shard }) => shard).sort()).toEqual([
      [0, 2],
      [1, 2],
    ])
  })

  test('reports the health of all shards and the sum of their metrics', async () => {
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('ready\n')
    const metrics = await metricsWith('verbatim_gateway_ready{shard="1"} 1\n')
    expect(metrics).toContain('verbatim_questions_total{trigger="mention",verdict="answered"} 2\n')
    expect(metrics).toContain('verbatim_questions_total{trigger="direct",verdict="answered"} 1\n')
    expect(metrics).toMatch(/^verbatim_articles 1$/mu)
  })

  test('restarts a shard that died', async () => {
    const before = discord.gateway.identifies.length
    await metricsWith('verbatim_shard_restarts_total 0\n')
    const [, pid] = /"shard":1,"pid":(\d+)/u.exec(bot.log()) ?? []
    process.kill(Number(pid), 'SIGKILL')
    await discord.waitFor(() => discord.gateway.identifies.length === before + 1, {
      ...patience,
      what: 'a new session',
    })
    for (const channel of channels) {
      discord.say(discord.bob, channel, `<@${discord.bot.id}> ${QUESTION}`)
      expect((await discord.nextMessage(channel, patience)).content).toContain(ANSWER)
    }
    await metricsWith('verbatim_shard_restarts_total 1\n')
    expect(registrations(discord)).toEqual(['GET', 'PUT'])
  })

  test('disconnects all shards on SIGTERM and exits with status 0', async () => {
    bot.process.kill('SIGTERM')
    expect(await bot.ended).toEqual([0, null])
    expect(shardsOf(discord)).toEqual([])
    expect(bot.log()).not.toContain(TOKEN)
  })
})

describe('a process per shard', { timeout: 120_000 }, () => {
  test('stops all shards, without a restart, when Discord starts to refuse the token', async () => {
    const { discord } = await openDiscord()
    const bot = startSharded(discord)
    await bothConnected(discord)
    discord.gateway.close(4004)
    expect(await bot.ended).toEqual([78, null])
    expect(bot.log()).toMatch(/^verbatim: Discord refuses the token: .*DISCORD_TOKEN$/mu)
    expect(bot.log()).toMatch(/^verbatim: shard \d stopped for good: /mu)
    expect(bot.log()).not.toContain(TOKEN)
    expect(discord.gateway.identifies).toHaveLength(2)
    await discord.stop()
  })

  test('starts no shard with a wrong token', async () => {
    const { discord } = await openDiscord()
    const bot = startSharded(discord, { DISCORD_TOKEN: 'another.secret.token' })
    expect(await bot.ended).toEqual([78, null])
    expect(bot.log()).toMatch(/^verbatim: Discord refuses the token: .*\n$/u)
    expect(discord.gateway.identifies).toEqual([])
    await discord.stop()
  })

  test('starts only the shards of this machine, which exit with their parent process', async () => {
    const { discord, channels } = await openDiscord({ shards: 1 })
    const bot = startSharded(discord, { SHARD_COUNT: '2', SHARDS: '1' })
    const [other, own] = channels
    if (!own || !other) throw new Error('no channels')
    await discord.waitFor(() => shardsOf(discord).join() === '1', patience)
    for (const channel of [other, own]) discord.say(discord.alice, channel, `<@${discord.bot.id}> ${QUESTION}`)
    expect((await discord.nextMessage(own, patience)).content).toContain(ANSWER)
    bot.process.kill('SIGKILL')
    await discord.waitFor(() => discord.gateway.sessions.length === 0, { ...patience, what: 'the end of the session' })
    expect(discord.messages(other)).toHaveLength(1)
    expect(registrations(discord)).toEqual([])
    await discord.stop()
  })
})

test('runs all recommended shards in one process by default', async () => {
  const { discord, channels } = await openDiscord({ leastShards: 2, maxConcurrency: 2 })
  const bot = await run(discord)
  expect(bot.printed[0]).toContain(' is on Discord with 2 of 2 shards and knows ')
  for (const channel of [...channels, discord.dm(discord.alice)]) {
    discord.say(discord.alice, channel, `<@${discord.bot.id}> Who feeds the owls?`)
    expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
  }
  expect(shardsOf(discord)).toEqual([0, 1])
  await bot.stop()
  await discord.stop()
})

test('waits longer before each restart of a failing shard, up to five minutes', () => {
  expect([1, 2, 3, 4, 20].map((ends) => restartDelay(ends) / 1_000)).toEqual([0, 5, 10, 20, 300])
})

test('refuses to start with too few shards', async () => {
  const { discord } = await openDiscord()
  await expect(run(discord, { shards: { ids: [0], count: 1 } })).rejects.toThrow(
    /^the bot needs more shards .*SHARD_COUNT/u,
  )
  await discord.stop()
})
