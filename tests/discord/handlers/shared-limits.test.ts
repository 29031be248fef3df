/** Rate limits shared through Redis. */
import { Writable } from 'node:stream'
import type { APIUser } from 'discord.js'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../free-port.ts'
import { hasRedis, startRedis } from '../../redis-server.ts'
import { type Channel, type StandIn, startStandIn } from '../../stand-in/stand-in.ts'
import { run, type TestBot } from '../running.ts'

const OWLS = 'Who feeds the owls?'
/** The notice to a user who asks too fast. */
const WAIT = /Please try again <t:\d+:R>\.$/u

let discord: StandIn

beforeEach(async () => {
  discord = await startStandIn()
})

afterEach(async () => {
  await discord.stop()
  expect(discord.violations).toEqual([])
})

const here = async (redisUrl: string): Promise<TestBot> => {
  const bot = await run(discord, { redisUrl })
  onTestFinished(() => bot.stop())
  return bot
}

/** The replies to so many commands of Alice, one after the other. */
async function ask(times: number): Promise<string[]> {
  const answers: string[] = []
  for (let i = 0; i < times; i++) {
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: OWLS })
    answers.push((await use.response).message?.content ?? '')
  }
  return answers
}
/** A log, and a way to wait for a line of it. */
function openLog() {
  let text = ''
  let look = (): void => undefined
  const log = new Writable({
    write: (line, _encoding, done) => {
      text += String(line)
      look()
      done()
    },
  })
  const logged = (wanted: RegExp): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (wanted.test(text)) resolve()
      }
      look()
    })
  return { log, logged }
}

const refused = (answers: readonly string[]): number => answers.filter((each) => WAIT.test(each)).length

describe.skipIf(!hasRedis)(`limits in Redis${hasRedis ? '' : ' (skipped: no redis-server)'}`, () => {
  test('apply to all shards together, and only one of them sends the notice', async () => {
    const { url: redisUrl } = await startRedis(await freePort())
    const channels = [0, 1].map((id) => discord.addGuild(`Server of shard ${id}`, [id, 2]))
    for (const id of [0, 1]) {
      const bot = await run(discord, { redisUrl, shards: { ids: [id], count: 2 } })
      onTestFinished(() => bot.stop())
    }
    const [first, second] = channels
    if (!first || !second) throw new Error('no channels')
    const mention = (user: APIUser, channel: Channel): void =>
      void discord.say(user, channel, `<@${discord.bot.id}> ${OWLS}`)
    for (const channel of [first, second, first, second, first]) {
      mention(discord.alice, channel)
      expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
    }
    const direct = discord.dm(discord.alice)
    mention(discord.alice, second)
    expect((await discord.nextMessage(direct)).content).toMatch(WAIT)
    for (const channel of channels) {
      mention(discord.alice, channel)
      mention(discord.bob, channel)
      expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
    }
    expect(discord.messages(direct)).toHaveLength(1)
    expect(channels.map((channel) => discord.messages(channel).filter(({ author }) => author.bot).length)).toEqual([
      4, 3,
    ])
  })

  test('survive a restart of the process', async () => {
    const { url } = await startRedis(await freePort())
    const bot = await run(discord, { redisUrl: url })
    expect(refused(await ask(5))).toBe(0)
    await bot.stop()
    await here(url)
    expect(refused(await ask(1))).toBe(1)
  })

  test('apply per process while Redis is down, and to all again once it is back', async () => {
    const port = await freePort()
    const redis = await startRedis(port)
    const { log, logged } = openLog()
    const bot = await run(discord, { redisUrl: redis.url, log })
    expect(refused(await ask(1))).toBe(0)
    await redis.kill()
    await logged(/"level":40.*Redis is unreachable: counting rate limits in this process/u)
    expect(refused(await ask(6))).toBe(1)
    await startRedis(port)
    await logged(/Redis is reachable again/u)
    expect(refused(await ask(5))).toBe(0)
    await bot.stop()
    await here(redis.url)
    expect(refused(await ask(1))).toBe(1)
  })

  test('apply per process while Redis hangs', async () => {
    const redis = await startRedis(await freePort())
    await here(redis.url)
    redis.freeze()
    const [first] = await ask(1)
    expect(first).toContain('Karen Holm')
  })
})

test('starts without a reachable Redis, counts by itself and logs a warning', async () => {
  const bot = await here(`redis://127.0.0.1:${await freePort()}`)
  expect(refused(await ask(6))).toBe(1)
  expect(bot.log().match(/"level":40.*Redis is unreachable/gu)).toHaveLength(1)
})
