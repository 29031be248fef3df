/** What the bot does while Discord fails. */
import { Writable } from 'node:stream'
import { PermissionFlagsBits } from 'discord.js'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Answerer, createAnswerer } from '../../../src/answer/answer.ts'
import { noObserver } from '../../../src/observer.ts'
import type { Channel, Failure } from '../../stand-in/stand-in.ts'
import { library, train } from '../articles.ts'
import { withBot } from '../with-bot.ts'

/** How often the bot has lost, or failed to make, a connection. */
let losses = 0
const onConnection = (_: number, isReady: boolean): void => {
  if (!isReady) losses += 1
}
const room = withBot({ observer: { ...noObserver, onConnection } })
beforeEach(() => {
  losses = 0
})

const OWLS = 'Who feeds the owls?'

const mention = (channel: Channel = room.discord.general, user = room.discord.alice) =>
  room.discord.say(user, channel, `${room.mention} ${OWLS}`)
const ask = () => room.discord.slash(room.discord.alice, room.discord.general, 'ask', { question: OWLS })
const replies = () => room.discord.messages(room.discord.general).filter(({ author }) => author.bot)

/** An answerer that calls `onAsk` before it answers. */
async function observed(onAsk: (question: string) => void): Promise<Answerer> {
  const answerer = await createAnswerer([train, library])
  return {
    ...answerer,
    ask: (question, options) => {
      onAsk(question)
      return answerer.ask(question, options)
    },
  }
}

/** discord.js waits five seconds between two identifies of a shard; moves the clock past that. */
function skipIdentifyPause(): void {
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 6_000)
  onTestFinished(() => void vi.restoreAllMocks())
}

const failures: [string, Omit<Failure, 'path'>][] = [
  ['applies a rate limit', { how: 429, retryAfter: 0.01 }],
  ['applies a global rate limit', { how: 429, retryAfter: 0.01, global: true }],
  ['answers 500', { how: 500, times: 3 }],
  ['answers 502', { how: 502, times: 3 }],
  ['answers 503', { how: 503, times: 3 }],
  ['breaks the connection before it posts', { how: 'drop', times: 3 }],
  ['breaks the connection after it has posted', { how: 'drop', carriedOut: true }],
  ['breaks the connection during its response', { how: 'cut' }],
]

describe.each(failures)('when Discord %s', (_, failure) => {
  test('answers a mention exactly once', async () => {
    room.discord.fail({ method: 'POST', path: '/channels/*/messages', ...failure })
    mention()
    expect((await room.discord.nextMessage(room.discord.general)).content).toContain('Karen Holm')
    await room.bot.stop()
    expect(replies()).toHaveLength(1)
  })

  test('answers a command exactly once', async () => {
    room.discord.fail({ method: 'POST', path: '/interactions/*/*/callback', ...failure })
    const use = ask()
    expect((await use.answer()).content).toContain('Karen Holm')
    await room.bot.stop()
    expect(use.messages()).toHaveLength(1)
  })
})

test('answers a command within three seconds though Discord fails for half of them', async () => {
  room.discord.fail({ method: 'POST', path: '/interactions/*/*/callback', how: 503, times: 8 })
  expect((await ask().answer()).content).toContain('Karen Holm')
})

test('answers a mention though Discord answers 401 once', async () => {
  const { discord } = room
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 401 })
  mention()
  expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
  expect(room.bot.log()).not.toContain('"level":50')
})

test('keeps working after an endpoint that answers 401 though the token is right', async () => {
  const { discord } = room
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 401, times: 2 })
  mention()
  await discord.waitFor(() => discord.requests.filter(({ status }) => status === 401).length === 2)
  mention(discord.general, discord.bob)
  await discord.waitFor(() => replies().some(({ content }) => content.includes('Karen Holm')))
})

test('ends with a reason when Discord no longer accepts the token', async () => {
  const { discord } = room
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 401 })
  discord.fail({ method: 'GET', path: '/users/@me', how: 401 })
  mention()
  await expect(room.bot.ended).rejects.toThrow(/^Discord refuses the token: /u)
})

test.each(['refuses', 'closes'] as const)(
  'resumes at the main gateway when the address of the session %s',
  async (how) => {
    const { discord } = room
    discord.gateway.setResumeAddress(how)
    discord.gateway.drop()
    mention()
    expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
    expect(discord.gateway.failedResumes.length).toBeLessThanOrEqual(3)
    expect(discord.gateway.resumes).toHaveLength(1)
    expect(discord.gateway.identifies).toHaveLength(1)
  },
)

describe('when Discord is unreachable for a while', () => {
  test('resumes the session and answers missed questions once', async () => {
    const { discord } = room
    const comeBack = await discord.vanish()
    mention()
    // The lost connection, and two failed attempts.
    await vi.waitUntil(() => losses >= 3, { timeout: 10_000 })
    await comeBack()
    expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
    expect(discord.gateway.identifies).toHaveLength(1)
    await room.bot.stop()
    expect(replies()).toHaveLength(1)
    // One line when it begins and one when it ends.
    const lines = room.bot
      .log()
      .split('\n')
      .filter((line) => line.includes('connect'))
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/"shard":0,"cause":"the connection broke","msg":"connection lost"/u)
    expect(lines[1]).toMatch(/"seconds":[\d.]+,"replayed":\d+,"msg":"connected again"/u)
  })

  test('finishes an answer in progress exactly once', async () => {
    const { discord } = room
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 'drop', carriedOut: true })
    mention()
    await discord.waitFor(() => replies().length === 1)
    const comeBack = await discord.vanish()
    await vi.waitUntil(() => losses >= 2, { timeout: 10_000 })
    await comeBack()
    await discord.waitFor(() => discord.gateway.resumes.length === 1)
    await room.bot.stop()
    expect(replies()).toHaveLength(1)
    expect(room.bot.log()).not.toContain('"level":50')
  })
})

test('answers a command before the backlog of missed mentions', async () => {
  const { discord } = room
  const asked: string[] = []
  await room.restart({ answerer: await observed((question) => asked.push(question)) })
  const channels = Array.from({ length: 80 }, (_, i) => discord.addChannel(`corridor-${i}`))
  const comeBack = await discord.vanish()
  for (const [i, channel] of channels.entries()) mention(channel, discord.addUser(`passer-by-${i}`))
  await comeBack()
  await discord.waitFor(() => discord.gateway.resumes.length === 1)
  const question = 'Who met Putin in Vladivostok?'
  await discord.slash(discord.alice, discord.general, 'ask', { question }).answer()
  expect(asked.indexOf(question)).toBeLessThan(channels.length / 5)
})

test('identifies again when Discord no longer knows the session', async () => {
  const { discord } = room
  skipIdentifyPause()
  discord.gateway.forgetSessions()
  discord.gateway.drop()
  await discord.waitFor(() => discord.gateway.identifies.length === 2, { timeout: 15_000 })
  mention()
  expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
})

test('tells the asker in a direct message when a channel becomes unreadable before the answer', async () => {
  const { discord } = room
  mention()
  discord.setPermissions(discord.general, PermissionFlagsBits.SendMessages)
  const notice = await discord.nextMessage(discord.dm(discord.alice))
  expect(notice.content).toContain(`<#${discord.general.id}>`)
})

test('does not wait out a rate limit for an hour when the clock is set back by an hour', async () => {
  const { discord } = room
  const { now } = Date
  let count = 0
  const answerer = await observed(() => {
    if (++count === 20) vi.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  await room.restart({ answerer })
  // More than discord.js sends in one second.
  const channels = Array.from({ length: 60 }, (_, i) => discord.addChannel(`hall-${i}`))
  for (const [i, channel] of channels.entries()) mention(channel, discord.addUser(`guest-${i}`))
  for (const channel of channels) expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
})

test('answers questions even if the log cannot be written', async () => {
  const log = new Writable({
    autoDestroy: false,
    write: (_line, _encoding, done) => done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
  })
  await room.restart({ log })
  expect((await ask().answer()).content).toContain('Karen Holm')
  mention()
  expect((await room.discord.nextMessage(room.discord.general)).content).toContain('Karen Holm')
})

test('tells the asker about an unhandled rejection during an answer', async () => {
  const answerer = await createAnswerer([train])
  const stuck = {
    ...answerer,
    ask: (): never => {
      room.bot.onUnhandledRejection(new Error('rejected'))
      throw new Error('out of order')
    },
  }
  await room.restart({ answerer: stuck })
  mention()
  expect((await room.discord.nextMessage(room.discord.general)).content).toMatch(/^Sorry/u)
  await room.bot.stop()
  expect(replies()).toHaveLength(1)
})
