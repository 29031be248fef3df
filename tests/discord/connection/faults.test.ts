import { Writable } from 'node:stream'
import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Answerer, createAnswerer } from '../../../src/answer/answer.ts'
import type { Channel, Failure } from '../../stand-in/stand-in.ts'
import { library, train } from '../articles.ts'
import { withBot } from '../with-bot.ts'

const room = withBot()

const OWLS = 'Who feeds the owls?'

const mention = (channel: Channel = room.discord.general, user = room.discord.alice) =>
  room.discord.say(user, channel, `${room.mention} ${OWLS}`)
const ask = () => room.discord.slash(room.discord.alice, room.discord.general, 'ask', { question: OWLS })
const replies = () => room.discord.messages(room.discord.general).filter(({ author }) => author.bot)

/** Answers from the articles of the room; `hear` is told of every question before. */
async function overheard(hear: (question: string) => void): Promise<Answerer> {
  const answerer = await createAnswerer([train, library])
  return {
    ...answerer,
    ask: (question, options) => {
      hear(question)
      return answerer.ask(question, options)
    },
  }
}

const failures: [string, Omit<Failure, 'path'>][] = [
  ['limits the rate', { how: 429, retryAfter: 0.01 }],
  ['limits the rate of everything', { how: 429, retryAfter: 0.01, global: true }],
  ['answers 500', { how: 500, times: 3 }],
  ['answers 502', { how: 502, times: 3 }],
  ['answers 503', { how: 503, times: 3 }],
  ['breaks the connection before it posts', { how: 'drop', times: 3 }],
  ['breaks the connection after it has posted', { how: 'drop', carriedOut: true }],
  ['breaks the connection amid its answer', { how: 'cut' }],
]

describe.each(failures)('where Discord %s', (_, failure) => {
  test('a mention is answered exactly once', async () => {
    room.discord.fail({ method: 'POST', path: '/channels/*/messages', ...failure })
    mention()
    expect((await room.discord.nextMessage(room.discord.general)).content).toContain('Karen Holm')
    await room.bot.stop()
    expect(replies()).toHaveLength(1)
  })

  test('a command is answered exactly once', async () => {
    room.discord.fail({ method: 'POST', path: '/interactions/*/*/callback', ...failure })
    const use = ask()
    expect((await use.answer()).content).toContain('Karen Holm')
    await room.bot.stop()
    expect(use.messages()).toHaveLength(1)
  })
})

test('a command is answered within its three seconds, though Discord fails for half of them', async () => {
  room.discord.fail({ method: 'POST', path: '/interactions/*/*/callback', how: 503, times: 8 })
  expect((await ask().answer()).content).toContain('Karen Holm')
})

describe('where Discord is out of reach for a while', () => {
  const reconnections = () => room.bot.log().match(/"reconnecting"/gu)?.length ?? 0

  test('the session is taken up again, and what was asked meanwhile is answered once', async () => {
    const { discord } = room
    const comeBack = await discord.vanish()
    mention()
    // The connection, and two vain attempts.
    await vi.waitUntil(() => reconnections() >= 3, { timeout: 10_000 })
    await comeBack()
    expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
    expect(discord.gateway.identifies).toHaveLength(1)
    await room.bot.stop()
    expect(replies()).toHaveLength(1)
  })

  test('what was in hand is answered once it is back', async () => {
    const { discord } = room
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 'drop', carriedOut: true })
    mention()
    await discord.waitFor(() => replies().length === 1)
    const comeBack = await discord.vanish()
    await vi.waitUntil(() => reconnections() >= 2, { timeout: 10_000 })
    await comeBack()
    await discord.waitFor(() => discord.gateway.resumes.length === 1)
    await room.bot.stop()
    expect(replies()).toHaveLength(1)
    expect(room.bot.log()).not.toContain('"level":50')
  })
})

test('a command that comes behind all the mentions of an outage does not wait for them', async () => {
  const { discord } = room
  const asked: string[] = []
  await room.restart({ answerer: await overheard((question) => asked.push(question)) })
  const channels = Array.from({ length: 150 }, (_, i) => discord.addChannel(`corridor-${i}`))
  const comeBack = await discord.vanish()
  for (const [i, channel] of channels.entries()) mention(channel, discord.addUser(`passer-by-${i}`))
  await comeBack()
  await discord.waitFor(() => discord.gateway.resumes.length === 1)
  const question = 'Who met Putin in Vladivostok?'
  await discord.slash(discord.alice, discord.general, 'ask', { question }).answer()
  expect(asked.indexOf(question)).toBeLessThan(channels.length / 5)
})

test('where Discord no longer knows the session, the bot comes as a new one', { timeout: 20_000 }, async () => {
  const { discord } = room
  discord.gateway.forgetSessions()
  discord.gateway.drop()
  await discord.waitFor(() => discord.gateway.identifies.length === 2, { timeout: 15_000 })
  mention()
  expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
})

test('where a channel becomes unreadable before the answer, the asker is told in a direct message', async () => {
  const { discord } = room
  mention()
  discord.setPermissions(discord.general, PermissionFlagsBits.SendMessages)
  const told = await discord.nextMessage(discord.dm(discord.alice))
  expect(told.content).toContain(`<#${discord.general.id}>`)
})

test('where the clock is set back by an hour, answers do not wait for an hour', async () => {
  const { discord } = room
  mention()
  await discord.nextMessage(discord.general)
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000)
  onTestFinished(() => void vi.restoreAllMocks())
  // More than discord.js sends in a second.
  const channels = Array.from({ length: 60 }, (_, i) => discord.addChannel(`room-${i}`))
  for (const [i, channel] of channels.entries()) mention(channel, discord.addUser(`reader-${i}`))
  for (const channel of channels) expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
})

test('where that happens while questions are answered, they do not wait either', async () => {
  const { discord } = room
  const { now } = Date
  let asked = 0
  const answerer = await overheard(() => {
    if (++asked === 20) vi.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000)
  })
  onTestFinished(() => void vi.restoreAllMocks())
  await room.restart({ answerer })
  // More than discord.js sends in a second.
  const channels = Array.from({ length: 60 }, (_, i) => discord.addChannel(`hall-${i}`))
  for (const [i, channel] of channels.entries()) mention(channel, discord.addUser(`guest-${i}`))
  for (const channel of channels) expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
})

test('where the log cannot be written, questions are answered all the same', async () => {
  const log = new Writable({
    autoDestroy: false,
    write: (_line, _encoding, done) => done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
  })
  await room.restart({ log })
  expect((await ask().answer()).content).toContain('Karen Holm')
  mention()
  expect((await room.discord.nextMessage(room.discord.general)).content).toContain('Karen Holm')
})

test('where something that nobody awaits fails while a question is answered, its asker is told', async () => {
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
