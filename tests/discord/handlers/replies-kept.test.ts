/** Which reply belongs to which question: edits in quick succession, deleted replies, distant replies, proxies. */
import type { APIMessage, APITextChannel, APIUser } from 'discord.js'
import { expect, test } from 'vitest'
import { withSharedBot } from '../with-bot.ts'

const room = withSharedBot()

const OWLS = 'Who feeds the owls?'
const ROOF = 'When will the roof be repaired?'
const WHERE = 'Where do the owls live?'

let made = 0
/** A user and a channel of this test. */
const enter = (): { user: APIUser; channel: APITextChannel; mention: string } => {
  made += 1
  const { discord, mention } = room
  return { user: discord.addUser(`reader-${made}`), channel: discord.addChannel(`room-${made}`), mention }
}
const now = (message: APIMessage): APIMessage | undefined => room.discord.current(message)
const replies = (channel: APITextChannel): APIMessage[] =>
  room.discord.messages(channel).filter(({ author }) => author.id === room.discord.bot.id)
const requests = (method: string, channel: APITextChannel) =>
  room.discord.requests.filter((request) => request.method === method && request.path.includes(channel.id))
const gone = (messages: readonly APIMessage[]) =>
  room.discord.waitFor(() => messages.every((message) => now(message) === undefined))

test('answers the last of several quick edits', async () => {
  const { user, channel, mention } = enter()
  room.discord.fail({ method: 'POST', path: `/channels/${channel.id}/messages`, how: 429, retryAfter: 0.1 })
  const asked = room.discord.say(user, channel, `${mention} ${OWLS}`)
  room.discord.edit(asked, `${mention} ${WHERE}`)
  room.discord.edit(asked, `${mention} ${ROOF}`)
  await room.discord.waitFor(() => replies(channel)[0]?.content.includes('November'))
  expect(replies(channel)).toHaveLength(1)
})

test('answers the edit of a question that is replayed with it after a resume', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const comeBack = await discord.vanish()
  const asked = discord.say(user, channel, `${mention} ${OWLS}`)
  discord.edit(asked, `${mention} ${ROOF}`)
  await comeBack()
  await discord.waitFor(() => replies(channel)[0]?.content.includes('November'), { timeout: 10_000 })
  expect(replies(channel)).toHaveLength(1)
})

test('replies again to a question that is edited after its reply was deleted', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const asked = discord.say(user, channel, `${mention} ${OWLS}`)
  discord.remove(await discord.nextMessage(channel))
  discord.edit(asked, `${mention} ${ROOF}`)
  expect((await discord.nextMessage(channel)).content).toContain('November')
})

test('edits and deletes a reply by its id, however many messages lie in between', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const asked = discord.say(user, channel, `${mention} ${OWLS}`)
  for (let i = 0; i < 110; i++) discord.say(user, channel, 'chatter')
  const reply = await discord.nextMessage(channel)
  discord.edit(asked, `${mention} ${ROOF}`)
  await discord.waitFor(() => now(reply)?.content.includes('November'))
  discord.remove(asked)
  await gone([reply])
  expect(requests('GET', channel)).toMatchObject([{ path: `/channels/${channel.id}/messages/${asked.id}` }])
})

test('lists messages once when many questions from before the start are purged', async () => {
  const { discord, mention } = room
  const { channel } = enter()
  const asked = Array.from({ length: 20 }, (_, i) =>
    discord.say(discord.addUser(`p-${i}`), channel, `${mention} ${OWLS}`),
  )
  const answers = await discord.waitFor(() => replies(channel).length === asked.length && replies(channel))
  await room.restart()
  discord.removeAll(channel, asked)
  await gone(answers)
  expect(requests('GET', channel)).toHaveLength(1)
})

test('sends no request for a purge that takes the replies with the questions', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const asked = discord.say(user, channel, `${mention} ${OWLS}`)
  const reply = await discord.nextMessage(channel)
  const before = discord.requests.length
  discord.removeAll(channel, [asked, reply])
  discord.say(user, channel, `${mention} ${OWLS}`)
  await discord.nextMessage(channel)
  expect(discord.requests.slice(before)).toMatchObject([{ method: 'POST' }])
})

test.each([
  ['before', true],
  ['after', false],
])('keeps the answer to a question that a webhook repeats %s its deletion', async (_, isBefore) => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const asked = discord.say(user, channel, `L: ${mention} ${OWLS}`)
  const reply = await discord.nextMessage(channel)
  const repeat = (): APIMessage =>
    discord.say(discord.addUser('proxied', { bot: true }), channel, `${mention} ${OWLS}`, { webhook: true })
  const early = isBefore ? repeat() : undefined
  discord.remove(asked)
  const copy = early ?? repeat()
  // The next question in the channel is handled after the deletion.
  discord.say(user, channel, `${mention} ${ROOF}`)
  await discord.nextMessage(channel)
  expect(now(reply)).toBeDefined()
  discord.remove(copy)
  await gone([reply])
  expect(replies(channel)).toHaveLength(1)
})

test('explains what to do when its role is mentioned instead', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  discord.say(user, channel, `<@&${discord.botRole.id}> ${OWLS}`)
  expect((await discord.nextMessage(channel)).content).toContain(`Mention ${mention} instead`)
})

test('takes a reference without a type for a reply', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const above = discord.say(user, channel, `${mention} ${OWLS}`)
  await discord.nextMessage(channel)
  const { type: _, ...reference } = {
    type: 0,
    message_id: above.id,
    channel_id: channel.id,
    guild_id: discord.guild.id,
  }
  const reply = discord.say(user, channel, mention, { replyTo: above })
  discord.gateway.dispatch('MESSAGE_CREATE', {
    ...reply,
    id: String(BigInt(reply.id) + 1n),
    guild_id: discord.guild.id,
    message_reference: reference,
  })
  await discord.waitFor(() => replies(channel).length === 3)
  expect(replies(channel).at(-1)?.content).toContain('Karen Holm')
})

test('answers a direct message in a channel whose type Discord leaves out', async () => {
  const { discord } = room
  const { user } = enter()
  const dm = discord.dm(user)
  discord.say(discord.bob, discord.dm(discord.bob), OWLS)
  const template = await discord.nextMessage(discord.dm(discord.bob))
  discord.gateway.dispatch('MESSAGE_CREATE', {
    ...template,
    id: String(BigInt(template.id) + 1n),
    channel_id: dm.id,
    author: user,
    content: OWLS,
    components: [],
    message_reference: undefined,
    nonce: undefined,
    type: 0,
  })
  expect((await discord.nextMessage(dm)).content).toContain('Karen Holm')
})

test('fails neither on a partial edit nor on an unknown channel', async () => {
  const { discord } = room
  const { user, channel, mention } = enter()
  const asked = discord.say(user, channel, `${mention} ${OWLS}`)
  const reply = await discord.nextMessage(channel)
  const partial = { id: asked.id, channel_id: channel.id, guild_id: discord.guild.id }
  discord.gateway.dispatch('MESSAGE_UPDATE', { ...partial, embeds: [] })
  discord.gateway.dispatch('MESSAGE_UPDATE', {
    id: asked.id,
    channel_id: '1',
    edited_timestamp: new Date().toISOString(),
  })
  const elsewhere = { message_id: '2', channel_id: '3', guild_id: '4', type: 0 }
  const other = { ...asked, id: String(BigInt(asked.id) + 1n), guild_id: discord.guild.id, type: 19 }
  discord.gateway.dispatch('MESSAGE_CREATE', { ...other, content: mention, message_reference: elsewhere })
  discord.gateway.dispatch('MESSAGE_UPDATE', { ...partial, edited_timestamp: new Date().toISOString(), content: ROOF })
  await discord.waitFor(() => replies(channel).length === 2)
  expect(now(reply)?.content).toContain('Karen Holm')
  expect(room.bot.log()).not.toContain('"level":50')
})
