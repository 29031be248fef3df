/** Health and metrics of a bot on Discord. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Monitoring, openMonitoring } from '../../../src/http/monitoring.ts'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { run, type TestBot } from '../running.ts'

const OWLS = 'Who feeds the owls?'

let discord: StandIn
let monitoring: Monitoring
let bot: TestBot
/** Resolves at the next event that a shard has connected or lost its connection. */
let connectionChange: (isReady: boolean) => Promise<void>

beforeEach(async () => {
  discord = await startStandIn()
  const opened = await openMonitoring({ host: '127.0.0.1', port: 0 }, [])
  monitoring = opened
  const waiting = new Map<boolean, () => void>()
  connectionChange = (isReady) => new Promise((resolve) => waiting.set(isReady, resolve))
  const onConnection = (shard: number, isReady: boolean): void => {
    // Not `monitoring`: the bot of the test before may still lose its connection.
    opened.onConnection(shard, isReady)
    waiting.get(isReady)?.()
  }
  bot = await run(discord, { observer: { ...monitoring, onConnection } })
})

afterEach(async () => {
  await bot.stop()
  await discord.stop()
  monitoring.close()
  expect(discord.violations).toEqual([])
})

const get = async (path: string): Promise<string> => (await fetch(`http://127.0.0.1:${monitoring.port}${path}`)).text()
const questions = async (): Promise<string[]> =>
  [...(await get('/metrics')).matchAll(/^verbatim_questions_total\{trigger="(.*)",verdict="(.*)"\} (\d+)$/gmu)].map(
    ([, ...parts]) => parts.join(' '),
  )

test('is alive but not ready while the gateway is down', async () => {
  expect(await get('/readyz')).toBe('ready\n')
  const [lost, back] = [connectionChange(false), connectionChange(true)]
  discord.gateway.drop()
  await lost
  await back
  expect(await get('/readyz')).toBe('ready\n')

  const gone = connectionChange(false)
  await discord.stop()
  await gone
  expect(await get('/readyz')).toBe('not ready: shard 0\n')
  expect(await get('/healthz')).toBe('alive\n')
  expect(await get('/metrics')).toContain('verbatim_gateway_ready{shard="0"} 0\n')
})

test('is not ready while Discord has not accepted the token after a 401', async () => {
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 401, times: 4 })
  discord.fail({ method: 'GET', path: '/users/@me', how: 503, times: 3 })
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${OWLS}`)
  await discord.waitFor(() => discord.requests.some(({ path, status }) => path === '/users/@me' && status === 503))
  expect(await get('/readyz')).toBe('not ready: token\n')
  expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
  expect(await get('/readyz')).toBe('ready\n')
})

test('counts questions by trigger and verdict, with latencies', async () => {
  const { alice, general } = discord
  const use = discord.slash(alice, general, 'ask', { question: OWLS })
  await discord.press(alice, await use.answer(), 'Why this?').response
  discord.say(alice, general, `<@${discord.bot.id}> ${OWLS}`)
  await discord.nextMessage(general)
  await discord.messageCommand(alice, 'Ask the articles', discord.say(discord.bob, general, OWLS)).answer()
  const direct = discord.dm(discord.bob)
  const asked = discord.say(discord.bob, direct, OWLS)
  const reply = await discord.nextMessage(direct)
  discord.edit(asked, 'Who painted Guernica?')
  await discord.waitFor(() => discord.current(reply)?.content !== reply.content)
  await bot.stop()
  expect((await questions()).sort()).toEqual([
    'apps answered 1',
    'button answered 1',
    'command answered 1',
    'direct answered 1',
    'edit silent 1',
    'mention answered 1',
  ])
  const metrics = await get('/metrics')
  for (const trigger of ['apps', 'button', 'command', 'direct', 'edit', 'mention'])
    expect(metrics).toContain(`verbatim_reply_seconds_count{trigger="${trigger}"} 1\n`)
})

test('counts refusals of Discord and failures', async () => {
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 500, times: 4 })
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${OWLS}`)
  await discord.nextMessage(discord.general)
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 400 })
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> ${OWLS}`)
  expect((await discord.nextMessage(discord.general)).content).toMatch(/^Sorry/u)
  const metrics = await get('/metrics')
  expect(metrics).toContain('verbatim_rest_errors_total{status="500"} 4\n')
  expect(metrics).toContain('verbatim_rest_errors_total{status="400"} 1\n')
  expect(metrics).toContain('verbatim_failures_total 1\n')
})
