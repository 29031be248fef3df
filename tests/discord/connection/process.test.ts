import type { APIMessage } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { StandIn } from '../../stand-in/stand-in.ts'
import { openDiscord, spawnBot, startedBot } from './spawned.ts'

const PUTIN = 'When did Kim last meet Putin?'
const PATIENT = { timeout: 30_000 }

const ask = (discord: StandIn): APIMessage =>
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${PUTIN}`)
const answer = (discord: StandIn): Promise<APIMessage> => discord.nextMessage(discord.general, { timeout: 15_000 })

/** Does something in the bot's process at this signal. */
const at = (signal: NodeJS.Signals, what: string): string => `process.on('${signal}', () => { ${what} })`

describe.each(['SIGTERM', 'SIGINT'] as const)('asked to end by %s', (signal) => {
  test('the bot answers what it is answering, leaves Discord and ends well', PATIENT, async () => {
    const discord = await openDiscord()
    const bot = await startedBot(discord)
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 429, retryAfter: 0.2 })
    ask(discord)
    await discord.waitFor(() => discord.requests.some(({ status }) => status === 429), { timeout: 15_000 })
    bot.process.kill(signal)
    expect((await answer(discord)).content).toContain('Vladivostok')
    expect(await bot.ended).toBe(0)
    expect(discord.gateway.closedWith).toEqual([1000])
    expect(await bot.complaints).not.toContain('the.local.token')
  })

  test('while it starts, the bot ends well at once', PATIENT, async () => {
    const discord = await openDiscord()
    discord.fail({ path: '/gateway/bot', how: 'hang' })
    const bot = spawnBot(discord)
    await discord.waitFor(() => discord.requests.length > 0, { timeout: 20_000 })
    bot.process.kill(signal)
    expect(await bot.ended).toBe(0)
  })
})

test('asked to end, the bot takes no more questions, and does not wait for what never comes', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord, at('SIGTERM', "process.stdout.write('asked to end')"))
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 'hang' })
  ask(discord)
  await discord.waitFor(() => discord.requests.some(({ path }) => path.endsWith('/messages')), { timeout: 15_000 })
  bot.process.kill('SIGTERM')
  for await (const printed of bot.process.stdout) if (String(printed).includes('asked to end')) break
  const use = discord.slash(discord.bob, discord.general, 'ask', { question: PUTIN })
  expect(await bot.ended).toBe(0)
  expect(discord.gateway.closedWith).toEqual([1000])
  expect(use.messages()).toEqual([])
})

test('killed while it answers, the bot starts whole again', PATIENT, async () => {
  const discord = await openDiscord()
  const killed = await startedBot(discord)
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 'hang' })
  ask(discord)
  await discord.waitFor(() => discord.requests.some(({ path }) => path.endsWith('/messages')), { timeout: 15_000 })
  killed.process.kill('SIGKILL')
  expect(await killed.ended).toBe('SIGKILL')
  await startedBot(discord)
  await discord.waitFor(() => discord.gateway.identifies.length === 2, { timeout: 20_000 })
  ask(discord)
  expect((await answer(discord)).content).toContain('Vladivostok')
})

test('a fault that cannot be survived ends the bot with one line', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord, at('SIGUSR2', "throw new Error('out of\\norder')"))
  bot.process.kill('SIGUSR2')
  expect(await bot.ended).toBe(1)
  expect(await bot.complaints).toMatch(/^verbatim: stopped by an internal error \(out of order, at [^\n]+\n$/u)
})

test('shut out by Discord, the bot ends with one line', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord)
  discord.gateway.close(4004)
  // A mistake of the owner's, that no other start mends.
  expect(await bot.ended).toBe(78)
  const lines = (await bot.complaints).trimEnd().split('\n')
  expect(lines.at(-1)).toMatch(/^verbatim: Discord refuses the token: /u)
})

test('a rejection that nobody awaits is logged, and survived', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord, at('SIGUSR2', "Promise.reject(new Error('nobody waits'))"))
  bot.process.kill('SIGUSR2')
  ask(discord)
  expect((await answer(discord)).content).toContain('Vladivostok')
  bot.process.kill('SIGTERM')
  expect(await bot.ended).toBe(0)
  expect(await bot.complaints).toContain('nobody waits')
})

test('one that came of answering a question is told to its asker', PATIENT, async () => {
  const discord = await openDiscord()
  const breaks = `const { toLowerCase } = String.prototype
    String.prototype.toLowerCase = function () {
      if (this.includes('xyzzy')) Promise.reject(new Error('nobody waits'))
      return toLowerCase.call(this)
    }`
  await startedBot(discord, breaks)
  // The answer itself never arrives.
  discord.fail({ method: 'POST', path: '/interactions/*/*/callback', how: 'hang' })
  const use = discord.slash(discord.alice, discord.general, 'ask', { question: 'xyzzy' })
  expect((await use.answer()).content).toMatch(/^Sorry/u)
})

test('without anybody who reads its output, the bot answers on', PATIENT, async () => {
  const discord = await openDiscord()
  const bot = await startedBot(discord)
  bot.process.stdout.destroy()
  bot.process.stderr.destroy()
  for (const _ of ['written to a pipe that broke', 'and after it']) {
    ask(discord)
    expect((await answer(discord)).content).toContain('Vladivostok')
  }
})
