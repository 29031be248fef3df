/** The gateway, used by discord.js. */
import { type Client, GatewayIntentBits, GatewayOpcodes, PermissionFlagsBits, Routes } from 'discord.js'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { connect } from '../client.ts'
import { type StandIn, type StandInOptions, startStandIn } from '../stand-in.ts'

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits

let discord: StandIn
let client: Client | undefined

beforeEach(async () => {
  discord = await startStandIn({ allowedIntents: 0 })
})

afterEach(async () => {
  await client?.destroy()
  await discord.stop()
  expect(discord.violations).toEqual([])
})

interface Ears {
  client: Client<true>
  /** The messages received so far, once there are that many. */
  heard(count: number): Promise<string[]>
}

const listen = async (intents?: GatewayIntentBits[]): Promise<Ears> => {
  const connected = await connect(discord, intents)
  client = connected
  const texts: string[] = []
  connected.on('messageCreate', ({ content }) => void texts.push(content))
  const heard = (count: number): Promise<string[]> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (texts.length >= count) resolve([...texts])
        else connected.once('messageCreate', look)
      }
      look()
    })
  return { client: connected, heard }
}

test('content is hidden without the intent, except in mentions and direct messages', async () => {
  const { heard } = await listen()
  discord.say(discord.alice, discord.general, 'between us')
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> look`)
  discord.say(discord.alice, discord.dm(discord.alice), 'alone')
  expect(await heard(3)).toEqual(['', `<@${discord.bot.id}> look`, 'alone'])
})

test('a reply that pings the bot is shown, but not the message it replies to', async () => {
  const connected = await connect(discord)
  client = connected
  const asked = discord.say(discord.alice, discord.general, 'unseen')
  const reply = new Promise<unknown>((resolve) => {
    connected.on('messageCreate', (message) => message.content === 'pinged' && resolve(message.reference?.messageId))
  })
  const own = await connected.rest.post(Routes.channelMessages(discord.general.id), { body: { content: 'mine' } })
  expect(own).toMatchObject({ content: 'mine' })
  const mine = await discord.nextMessage(discord.general)
  discord.say(discord.bob, discord.general, 'not pinged', { replyTo: mine, pingReply: false })
  discord.say(discord.bob, discord.general, 'pinged', { replyTo: mine })
  expect(await reply).toBe(mine.id)
  const fetched = await connected.rest.get(Routes.channelMessage(discord.general.id, asked.id))
  expect(fetched).toMatchObject({ id: asked.id, content: '' })
})

test('with the intent every message is shown', async () => {
  await discord.stop()
  discord = await startStandIn({ allowedIntents: MessageContent })
  const { heard } = await listen([Guilds, GuildMessages, MessageContent])
  discord.say(discord.alice, discord.general, 'open')
  expect(await heard(1)).toEqual(['open'])
})

test('after a dropped connection the client resumes and receives missed events', async () => {
  const { heard } = await listen()
  discord.gateway.drop()
  await discord.waitFor(() => discord.gateway.sessions.every(({ connected }) => !connected))
  discord.say(discord.alice, discord.dm(discord.alice), 'missed')
  await discord.waitFor(() => discord.gateway.resumes.length === 1)
  expect(discord.gateway.resumes).toMatchObject([{ replayed: 1 }])
  expect(discord.gateway.identifies).toHaveLength(1)
  discord.say(discord.alice, discord.dm(discord.alice), 'after')
  expect(await heard(2)).toEqual(['missed', 'after'])
})

test('a reconnect request makes the client resume', async () => {
  await listen()
  discord.gateway.reconnect()
  await discord.waitFor(() => discord.gateway.resumes.length === 1)
  expect(discord.gateway.identifies).toHaveLength(1)
})

test('an invalidated session makes the client identify again', async () => {
  const { client: connected } = await listen()
  // discord.js waits five seconds between two identifies: move the clock past that.
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() + 6_000)
  onTestFinished(() => void vi.restoreAllMocks())
  const ready = new Promise((resolve) => connected.once('shardReady', resolve))
  discord.gateway.invalidate(false)
  await ready
  expect(discord.gateway.identifies).toHaveLength(2)
  expect(discord.gateway.resumes).toEqual([])
}, 20_000)

test('a disallowed privileged intent closes with 4014 and fails the login', async () => {
  await expect(connect(discord, [Guilds, MessageContent])).rejects.toThrow('Used disallowed intents')
  expect(discord.gateway.identifies).toEqual([])
})

test.each([
  [4004, 'a wrong token', { token: 'other', intents: 1 }],
  [4013, 'intents that do not exist', { intents: 1 << 30 }],
  [4014, 'a privileged intent that is not allowed', { intents: GatewayIntentBits.GuildMembers }],
  [4010, 'a shard that there is not', { intents: 1, shard: [2, 2] }],
  [4011, 'fewer shards than it wants', { intents: 1, shard: [0, 1] }, { leastShards: 2 }],
  [4004, 'more sessions than may begin', { intents: 1 }, { sessionStarts: 0 }],
])('the gateway closes with %i at %s', async (code, _what, changes, options: StandInOptions = {}) => {
  await discord.stop()
  discord = await startStandIn({ allowedIntents: 0, ...options })
  const socket = new WebSocket(discord.url.replace('http', 'ws'))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  const d = { token: discord.token, properties: {}, ...changes }
  socket.once('open', () => socket.send(JSON.stringify({ op: GatewayOpcodes.Identify, d })))
  expect(await closed).toBe(code)
  expect(discord.gateway.identifies).toEqual([])
})

test('a client closed with 4004 does not reconnect', async () => {
  const connected = await connect(discord)
  client = connected
  const closed = new Promise<number>((resolve) => connected.once('shardDisconnect', ({ code }) => resolve(code)))
  discord.gateway.close(4004)
  expect(await closed).toBe(4004)
  expect(discord.gateway.resumes).toEqual([])
})

test('events go to the shard of their server, direct messages to the first shard', async () => {
  await discord.stop()
  discord = await startStandIn({ allowedIntents: 0 })
  const channels = [0, 1].map((id) => discord.addGuild(`Server ${id}`, [id, 2]))
  const clients = await Promise.all([0, 1].map((id) => connect(discord, undefined, { shards: [id], shardCount: 2 })))
  const heard = clients.map((each) => {
    const texts: string[] = []
    each.on('messageCreate', ({ content }) => void texts.push(content))
    return texts
  })
  const lastOfEach = clients.map((each) => new Promise((resolve) => each.once('channelUpdate', resolve)))
  for (const [id, channel] of channels.entries()) {
    discord.say(discord.alice, channel, `<@${discord.bot.id}> of ${id}`)
  }
  discord.say(discord.alice, discord.dm(discord.alice), 'alone')
  for (const channel of channels) discord.setPermissions(channel, PermissionFlagsBits.ViewChannel)
  await Promise.all(lastOfEach)
  expect(heard).toEqual([[`<@${discord.bot.id}> of 0`, 'alone'], [`<@${discord.bot.id}> of 1`]])
  expect(clients.map(({ guilds }) => guilds.cache.has(channels[1]?.guild_id ?? ''))).toEqual([false, true])
  await Promise.all(clients.map((each) => each.destroy()))
})

test('events outside the intents are not sent', async () => {
  const { heard } = await listen([Guilds, DirectMessages])
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> in the channel`)
  discord.say(discord.alice, discord.dm(discord.alice), 'directly')
  expect(await heard(1)).toEqual(['directly'])
})
