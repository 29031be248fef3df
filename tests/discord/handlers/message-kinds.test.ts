/** Questions in every kind of message. */
import { type APIUser, ComponentType, EmbedType, MessageFlags } from 'discord.js'
import { describe, expect, test } from 'vitest'
import type { SayOptions } from '../../stand-in/stand-in.ts'
import { withSharedBot } from '../with-bot.ts'

const room = withSharedBot()

const OWLS = 'Who feeds the owls?'

/** What is posted besides a text; a forward needs the message that it forwards. */
type Kind = (author: APIUser) => SayOptions

const forwarding =
  (text: string, parts?: SayOptions['parts']): Kind =>
  (author) => ({ forwards: room.discord.say(author, room.discord.general, text, parts && { parts }) })
const upload = (name: string, text: string) =>
  room.discord.upload(name, `data:text/plain,${encodeURIComponent(text)}`, text.length)
const file =
  (name: string, text: string): Kind =>
  () => ({ attachments: [upload(name, text)] })
const textDisplay = { type: ComponentType.TextDisplay, content: OWLS } as const

const kinds: [string, Kind][] = [
  ['a forward', forwarding(OWLS)],
  ['a forwarded embed', forwarding('', { embeds: [{ type: EmbedType.Rich, description: OWLS }] })],
  ['an embed', () => ({ parts: { embeds: [{ type: EmbedType.Rich, title: OWLS }] } })],
  ['a poll', () => ({ poll: { question: OWLS, answers: ['Karen', 'Nobody'] } })],
  [
    'a component with text',
    () => ({
      parts: {
        flags: MessageFlags.IsComponentsV2,
        components: [{ type: ComponentType.Container, components: [textDisplay] }],
      },
    }),
  ],
  ['an attached message.txt', file('message.txt', `It is a long story. ${'We walked on. '.repeat(400)} ${OWLS}`)],
  ['an attached Markdown file', file('question.md', `# ${OWLS}`)],
]

describe.each(kinds)('%s', (name, kind) => {
  test('is answered in a direct message', async () => {
    const { discord } = room
    const user = discord.addUser(`sender of ${name}`)
    const channel = discord.dm(user)
    discord.say(user, channel, '', kind(user))
    expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
  })

  test('is answered from its menu', async () => {
    const { discord } = room
    const channel = discord.addChannel(`menu of ${name}`)
    const theirs = discord.say(discord.bob, channel, '', kind(discord.bob))
    const user = discord.addUser(`reader of ${name}`)
    expect((await discord.messageCommand(user, 'Ask the articles', theirs).answer()).content).toContain('Karen Holm')
  })

  test('is answered for a reply that mentions the bot', async () => {
    const { discord, mention } = room
    const user = discord.addUser(`replier to ${name}`)
    const channel = discord.dm(user)
    const replyTo = discord.say(user, channel, '', kind(user))
    await discord.nextMessage(channel)
    discord.say(user, channel, mention, { replyTo })
    expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
  })
})

test('ignores files that are too large, of another kind or missing', async () => {
  const { discord } = room
  const user = discord.addUser('sender')
  const missing = discord.upload('a.txt', 'http://127.0.0.1:1/a.txt', 9)
  for (const attachment of [upload('a.txt', OWLS.padEnd(100_001)), upload('a.png', OWLS), missing]) {
    discord.say(user, discord.dm(user), '', { attachments: [attachment] })
    expect((await discord.nextMessage(discord.dm(user))).content).toMatch(/^Ask me about the articles/u)
  }
})

test('reads a forum post that only mentions the bot with its title', async () => {
  const { discord, mention } = room
  const thread = discord.addThread(discord.general, OWLS)
  discord.say(discord.addUser('poster'), thread, mention, { opensPost: true })
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
