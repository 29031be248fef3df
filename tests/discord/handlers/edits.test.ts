/** Replies follow edits and deletions of their questions. */
import type { APIMessage } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { Channel } from '../../stand-in/stand-in.ts'
import { withBot } from '../with-bot.ts'

/** Milliseconds by which new messages are old. */
let age = 0
const room = withBot({}, { now: () => Date.now() - age })

const OWLS = 'Who feeds the owls?'
const ROOF = 'When will the roof be repaired?'

const now = (message: APIMessage): APIMessage | undefined => room.discord.current(message)
const edits = (): number => room.discord.requests.filter(({ method }) => method === 'PATCH').length

describe.each([
  ['a mention', () => room.discord.general, () => `${room.mention} `],
  ['a direct message', () => room.discord.dm(room.discord.alice), () => ''],
])('the question of %s', (_, channelOf, prefix) => {
  const ask = async (question = OWLS): Promise<{ channel: Channel; asked: APIMessage; reply: APIMessage }> => {
    const channel = channelOf()
    const asked = room.discord.say(room.discord.alice, channel, prefix() + question)
    return { channel, asked, reply: await room.discord.nextMessage(channel) }
  }

  describe.each([
    ['at once', async () => undefined],
    ['after a restart', () => room.restart()],
  ])('%s', (_when, meanwhile) => {
    test('updates the reply when it is edited', async () => {
      const { channel, asked, reply } = await ask()
      await meanwhile()
      room.discord.edit(asked, prefix() + ROOF)
      await room.discord.waitFor(() => now(reply)?.content.includes('repaired in **November**'))
      expect(room.discord.messages(channel)).toHaveLength(2)
    })

    test('deletes the reply when it is deleted', async () => {
      const { channel, asked, reply } = await ask()
      await meanwhile()
      room.discord.remove(asked)
      await room.discord.waitFor(() => now(reply) === undefined)
      expect(room.discord.messages(channel)).toEqual([])
    })
  })

  test('loses its answer when an edit removes the question', async () => {
    const { asked, reply } = await ask()
    room.discord.edit(asked, `${prefix()}👀`)
    await room.discord.waitFor(() => now(reply) === undefined)
  })

  test('is answered when an edit adds it', async () => {
    const channel = channelOf()
    const asked = room.discord.say(room.discord.bob, channel, 'x')
    if (prefix() === '') await room.discord.nextMessage(channel)
    room.discord.edit(asked, prefix() + OWLS)
    await room.discord.waitFor(() =>
      room.discord.messages(channel).some(({ content }) => content.includes('Karen Holm')),
    )
  })
})

test('deletes the answer to a question that was edited and deleted before the answer was sent', async () => {
  const { discord, mention } = room
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 429, retryAfter: 0.1 })
  const asked = discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  discord.edit(asked, `${mention} ${ROOF}`)
  discord.remove(asked)
  await discord.waitFor(() => discord.requests.some(({ method }) => method === 'DELETE'))
  await room.bot.stop()
  expect(discord.messages(discord.general)).toEqual([])
})

test('answers the edited question if it was edited before the answer was sent', async () => {
  const { discord, mention } = room
  discord.fail({ method: 'POST', path: '/channels/*/messages', how: 429, retryAfter: 0.2 })
  const asked = discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  await discord.waitFor(() => discord.requests.some(({ status }) => status === 429))
  discord.edit(asked, `${mention} ${ROOF}`)
  await discord.waitFor(() => discord.messages(discord.general).at(-1)?.content.includes('November'))
})

test('deletes the answer when an edit removes the mention', async () => {
  const { discord, mention } = room
  const asked = discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  const reply = await discord.nextMessage(discord.general)
  discord.edit(asked, 'Found it myself.')
  await discord.waitFor(() => now(reply) === undefined)
})

test.each([
  ['as it was asked', async () => undefined],
  [
    'that was edited before',
    async (asked: APIMessage, reply: APIMessage) => {
      room.discord.edit(asked, `${room.mention} Where do the owls live?`)
      await room.discord.waitFor(() => now(reply)?.content !== reply.content)
    },
  ],
])('keeps the match shown when Discord adds a link preview to a question %s', async (_, before) => {
  const { discord, mention } = room
  const asked = discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  const reply = await discord.nextMessage(discord.general)
  await before(asked, reply)
  const { content } = await discord.press(discord.alice, reply, 'Next').answer()
  const editsSoFar = edits()
  discord.preview(asked)
  discord.say(discord.bob, discord.general, `${mention} ${ROOF}`)
  await discord.nextMessage(discord.general)
  await room.bot.stop()
  expect(edits()).toBe(editsSoFar)
  expect(now(reply)?.content).toBe(content)
})

test('looks once for the reply to an old message that is edited, and does not read it if there is none', async () => {
  const { discord, mention } = room
  // The first mention in a server reads the permissions there.
  discord.say(discord.bob, discord.general, `${mention} ${OWLS}`)
  await discord.nextMessage(discord.general)
  age = 10 * 60_000
  const old = discord.say(discord.alice, discord.general, 'talk')
  age = 0
  const before = discord.requests.length
  for (const text of ['other talk', 'more talk']) discord.edit(old, text)
  discord.remove(old)
  discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  await discord.nextMessage(discord.general)
  await room.bot.stop()
  const made = discord.requests.slice(before)
  expect(made.map(({ method }) => method).sort()).toEqual(['GET', 'POST'])
  expect(made[0]?.query).toMatchObject({ after: old.id })
})

test('sends no request when other messages are edited or deleted', async () => {
  const { discord, mention } = room
  const talk = [1, 2].map((number) => discord.say(discord.alice, discord.general, `talk ${number}`))
  // The first mention in a server reads the permissions there.
  discord.say(discord.bob, discord.general, `${mention} ${OWLS}`)
  await discord.nextMessage(discord.general)
  const before = discord.requests.length
  for (const message of talk) discord.edit(message, 'other talk')
  for (const message of talk) discord.remove(message)
  discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  await discord.nextMessage(discord.general)
  expect(discord.requests.slice(before)).toMatchObject([{ method: 'POST' }])
})
