/** How the bot’s process starts, stops and survives faults. */
import { text } from 'node:stream/consumers'
import type { APIMessage } from 'discord.js'
import { expect, onTestFinished, test } from 'vitest'
import { openChangeMessages } from '../../../src/store/change-messages.ts'
import { freePort } from '../../free-port.ts'
import { hasRedis, startRedis } from '../../redis-server.ts'
import type { StandIn } from '../../stand-in/stand-in.ts'
import { openDiscord, spawnBot, startedBot } from './spawned.ts'

const PUTIN = 'When did Kim last meet Putin?'
const PATIENT = { timeout: 30_000 }

const ask = (discord: StandIn): APIMessage =>
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${PUTIN}`)
const answer = (discord: StandIn): Promise<APIMessage> => discord.nextMessage(discord.general, { timeout: 15_000 })

/** Code that runs in the bot's process on a signal. */
const on = (signal: NodeJS.Signals, code: string): string => `process.on('${signal}', () => { ${code} })`

/** Shortens the five seconds that the bot waits for answers in progress when it stops. */
const shortenTimeout = `
  const timers = process.getBuiltinModule('node:timers/promises')
  const { setTimeout: wait } = timers
  timers.setTimeout = (ms, ...rest) => wait(ms === 5000 ? 300 : ms, ...rest)
  process.getBuiltinModule('node:module').syncBuiltinESMExports()
`

test('answers, and on SIGTERM finishes its answer, disconnects and exits with status 0', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord)
  const printed = text(bot.process.stdout)
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 429, retryAfter: 0.2 })
  ask(discord)
  await discord.waitFor(() => discord.requests.some(({ status }) => status === 429), { timeout: 15_000 })
  bot.process.kill('SIGTERM')
  expect((await answer(discord)).content).toContain('Kim last met with Putin in Vladivostok in **2019**.')
  expect(await bot.ended).toBe(0)
  expect(discord.gateway.closedWith).toEqual([1000])
  expect(discord.violations).toEqual([])
  expect(await printed).toContain(' is on Discord ')
  const log = await bot.stderr
  expect(log).toContain('stopping because of SIGTERM')
  expect(log).not.toContain('the.local.token')
})

test('exits with status 0 on a signal while it is starting', PATIENT, async () => {
  const discord = await openDiscord()
  discord.fail({ path: '/gateway/bot', how: 'hang' })
  const bot = spawnBot(discord)
  await discord.waitFor(() => discord.requests.length > 0, { timeout: 20_000 })
  bot.process.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
})

test.runIf(hasRedis)('on SIGHUP, tells the other processes that the articles may have changed', PATIENT, async () => {
  const { url } = await startRedis(await freePort())
  let told = 0
  const others = await openChangeMessages(url, () => void told++, expect.unreachable)
  onTestFinished(others.close)
  const bot = await startedBot(await openDiscord(), `process.env.REDIS_URL = '${url}'`)
  bot.process.kill('SIGHUP')
  await expect.poll(() => told).toBe(1)
})

test('takes no more questions after SIGINT, and stops waiting for an answer that hangs', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord, shortenTimeout + on('SIGINT', "process.stdout.write('stopping')"))
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 'hang' })
  ask(discord)
  await discord.waitFor(() => discord.requests.some(({ path }) => path.endsWith('/messages')), { timeout: 15_000 })
  bot.process.kill('SIGINT')
  for await (const printed of bot.process.stdout) if (String(printed).includes('stopping')) break
  const use = discord.slash(discord.bob, discord.general, 'ask', { question: PUTIN })
  expect(await bot.ended).toBe(0)
  expect(discord.gateway.closedWith).toEqual([1000])
  expect(use.messages()).toEqual([])
})

test(
  'answers when nobody reads its output, and starts again after it was killed during an answer',
  PATIENT,
  async () => {
    const discord = await openDiscord()
    const killed = await startedBot(discord)
    killed.process.stdout.destroy()
    killed.process.stderr.destroy()
    for (const _ of ['first write to a broken pipe', 'second write']) {
      ask(discord)
      expect((await answer(discord)).content).toContain('Vladivostok')
    }
    const before = discord.requests.length
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 'hang' })
    ask(discord)
    await discord.waitFor(() => discord.requests.slice(before).some(({ path }) => path.endsWith('/messages')), {
      timeout: 15_000,
    })
    killed.process.kill('SIGKILL')
    expect(await killed.ended).toBe('SIGKILL')
    // Otherwise the session of the killed process counts as the new one.
    await discord.waitFor(() => !discord.gateway.sessions.some(({ connected }) => connected), { timeout: 20_000 })
    await startedBot(discord)
    ask(discord)
    expect((await answer(discord)).content).toContain('Vladivostok')
  },
)

test('stays alive while it waits to reconnect, and exits when its token is refused', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord)
  discord.gateway.setResumeAddress('refuses')
  discord.gateway.drop()
  ask(discord)
  expect((await answer(discord)).content).toContain('Vladivostok')
  expect(discord.gateway.failedResumes.length).toBeGreaterThan(0)
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 401 })
  discord.fail({ method: 'GET', path: '/users/@me', how: 401 })
  ask(discord)
  expect(await bot.ended).toBe(78)
  expect(await bot.stderr).toMatch(/^verbatim: Discord refuses the token: /mu)
})

test('exits with one line when Discord shuts it out', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord)
  discord.gateway.close(4004)
  // EX_CONFIG: restarting will not help.
  expect(await bot.ended).toBe(78)
  const lines = (await bot.stderr).trimEnd().split('\n')
  expect(lines.at(-1)).toMatch(/^verbatim: Discord refuses the token: /u)
})

test(
  'logs unhandled rejections, tells the asker who caused one, and ends with one line on an uncaught exception',
  PATIENT,
  async () => {
    const discord = await openDiscord()
    const breaks = `const { toLowerCase } = String.prototype
    String.prototype.toLowerCase = function () {
      if (this.includes('xyzzy')) Promise.reject(new Error('rejected by an answer'))
      return toLowerCase.call(this)
    }`
    const rejects = on('SIGUSR2', "Promise.reject(new Error('rejected in vain'))")
    const throws = on('SIGWINCH', "throw new Error('out of\\norder')")
    const bot = await startedBot(discord, [breaks, rejects, throws].join('\n'))
    bot.process.kill('SIGUSR2')
    ask(discord)
    expect((await answer(discord)).content).toContain('Vladivostok')
    // The answer itself hangs.
    discord.fail({ method: 'POST', path: '/interactions/*/*/callback', how: 'hang' })
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: 'xyzzy' })
    expect((await use.answer()).content).toMatch(/^Sorry/u)
    bot.process.kill('SIGWINCH')
    expect(await bot.ended).toBe(1)
    const log = await bot.stderr
    expect(log).toContain('rejected in vain')
    expect(log).toContain('rejected by an answer')
    expect(log).toMatch(/^verbatim: stopped by an internal error \(out of order, at [^\n]+\n$/mu)
  },
)
