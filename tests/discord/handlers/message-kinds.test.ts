/** Questions in every kind of message. */
import { type APIMessage, type APIUser, ComponentType } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { withSharedBot } from '../with-bot.ts'

const room = withSharedBot()

const OWLS = 'Who feeds the owls?'
let made = 0n

/** A message as the gateway sends it, of a new user, in a direct message channel that is not cached by default. */
function payload(
  fields: object,
  user: APIUser = room.discord.addUser(`sender-${made}`),
): { id: string; channel_id: string; author: APIUser } {
  made += 1n
  const id = String(BigInt(user.id) + (made << 30n))
  const timestamp = new Date().toISOString()
  const empty = { content: '', attachments: [], embeds: [], components: [], mentions: [], mention_roles: [] }
  const channel_id = room.discord.dm(user).id
  const rest = { timestamp, edited_timestamp: null, tts: false, mention_everyone: false, pinned: false, type: 0 }
  return { id, channel_id, author: user, ...empty, ...rest, ...fields }
}

const snapshot = (fields: object): object => {
  const timestamp = new Date().toISOString()
  const empty = { content: '', attachments: [], embeds: [], mentions: [], mention_roles: [], flags: 0, type: 0 }
  return {
    message_reference: { type: 1, message_id: '1', channel_id: '2' },
    message_snapshots: [{ message: { ...empty, timestamp, edited_timestamp: null, ...fields } }],
  }
}
const file = (name: string, text: string): object => ({
  attachments: [
    { id: '1', filename: name, size: text.length, url: `data:text/plain,${encodeURIComponent(text)}`, proxy_url: '' },
  ],
})
const textDisplay = { type: ComponentType.TextDisplay, id: 1, content: OWLS }

const kinds: [string, object][] = [
  ['a forward', snapshot({ content: OWLS })],
  ['a forwarded embed', snapshot({ embeds: [{ type: 'rich', description: OWLS }] })],
  ['an embed', { embeds: [{ type: 'rich', title: OWLS }] }],
  [
    'a poll',
    {
      poll: {
        question: { text: OWLS },
        answers: [{ answer_id: 1, poll_media: { text: 'Karen' } }],
        expiry: null,
        allow_multiselect: false,
        layout_type: 1,
      },
    },
  ],
  [
    'a component with text',
    { flags: 1 << 15, components: [{ type: ComponentType.Container, id: 2, components: [textDisplay] }] },
  ],
  ['an attached message.txt', file('message.txt', `It is a long story. ${'We walked on. '.repeat(400)} ${OWLS}`)],
  ['an attached Markdown file', file('question.md', `# ${OWLS}`)],
]

describe.each(kinds)('%s', (_, fields) => {
  test('is answered in a direct message', async () => {
    const user = room.discord.addUser(`reader-${made}`)
    room.discord.gateway.dispatch('MESSAGE_CREATE', payload(fields, user))
    expect((await room.discord.nextMessage(room.discord.dm(user))).content).toContain('Karen Holm')
  })
})

test.each(kinds)('answers %s from its menu', async (_, fields) => {
  const { discord } = room
  const channel = discord.addChannel(`menu-${made}`)
  const theirs: APIMessage = discord.say(discord.bob, channel, 'x')
  Object.assign(theirs, { content: '' }, fields)
  const user = discord.addUser(theirs.id)
  expect((await discord.messageCommand(user, 'Ask the articles', theirs).answer()).content).toContain('Karen Holm')
})

test.each(kinds)('answers %s for a reply that mentions the bot', async (_, fields) => {
  const { discord, mention } = room
  const user = discord.addUser(`replier-${made}`)
  made += 1n
  const channel = discord.dm(user)
  const replyTo = discord.say(user, channel, '👀')
  await discord.nextMessage(channel)
  Object.assign(replyTo, { content: '' }, fields)
  discord.say(user, channel, mention, { replyTo })
  expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
})

test('ignores files that are too large, of another kind or missing', async () => {
  const { discord } = room
  const user = discord.addUser('sender')
  const [large, image] = [file('a.txt', OWLS.padEnd(100_001)), file('a.png', OWLS)]
  const missing = {
    attachments: [{ id: '1', filename: 'a.txt', size: 9, url: 'http://127.0.0.1:1/a.txt', proxy_url: '' }],
  }
  for (const fields of [large, image, missing]) {
    discord.gateway.dispatch('MESSAGE_CREATE', payload(fields, user))
    expect((await discord.nextMessage(discord.dm(user))).content).toMatch(/^Ask me about the articles/u)
  }
})

test('reads a forum post that only mentions the bot with its title', async () => {
  const { discord, mention } = room
  const thread = discord.addThread(discord.general, OWLS)
  const starter = { id: thread.id, channel_id: thread.id, guild_id: discord.guild.id }
  const fields = { ...starter, content: mention, mentions: [discord.bot] }
  discord.gateway.dispatch('MESSAGE_CREATE', payload(fields, discord.addUser('poster')))
  expect((await discord.nextMessage(thread)).content).toContain('Karen Holm')
})

test.each(['help', 'hi', 'thanks'])('answers “%s” in a direct message with a short line', async (word) => {
  const { discord } = room
  const user = discord.addUser(`polite-${word}`)
  discord.say(user, discord.dm(user), word)
  const { content } = await discord.nextMessage(discord.dm(user))
  expect(content).not.toContain('never mention')
  expect(content).toMatch(/articles/u)
})

test.each([
  ['Wer besuchte die Königin von Schweden?', 'Artikeln'],
  ['¿Quién visitó a la reina de Suecia?', 'Los artículos'],
  ['Qui a rendu visite à la reine de Suède ?', 'Les articles'],
  ['İsveç kraliçesini kim ziyaret etti ve neden?', 'akale'],
  ['Who visited the queen of Sweden?', 'the articles never mention'],
])('answers “%s” in its language in a direct message', async (question, expected) => {
  const { discord } = room
  const user = discord.addUser(question.slice(0, 3))
  discord.say(user, discord.dm(user), question)
  expect((await discord.nextMessage(discord.dm(user))).content).toContain(expected)
})
