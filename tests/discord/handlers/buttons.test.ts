/** Buttons and menus below the bot’s replies. */
import { type APIMessage, type APIUser, InteractionResponseType, PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { article, library, train } from '../articles.ts'
import { withBot } from '../with-bot.ts'

const room = withBot()

const OWLS = 'Where do the owls live?'
const FIRST = 'Three owls have lived in the attic of the library of **Odense** since March.'
/** Not `The librarian Karen Holm feeds them every evening.`, which stands beside the first. */
const SECOND = 'The roof will be repaired in **November**.'

const alice = (): APIUser => room.discord.alice
const bob = (): APIUser => room.discord.bob

/** Alice asks by mention. */
const byMention = async (question = OWLS) => {
  const { discord, mention } = room
  const asked = discord.say(alice(), discord.general, `${mention} ${question}`)
  return { asked, reply: await discord.nextMessage(discord.general) }
}

const bySlash = (question = OWLS, more: { private?: boolean } = {}): Promise<APIMessage> =>
  room.discord.slash(alice(), room.discord.general, 'ask', { question, ...more }).answer()

const now = (message: APIMessage): APIMessage | undefined => room.discord.current(message)

describe.each([
  ['a mention', async () => (await byMention()).reply],
  ['a command', bySlash],
  ['a private command', () => bySlash(OWLS, { private: true })],
  [
    'a direct message',
    async () => {
      const channel = room.discord.dm(alice())
      room.discord.say(alice(), channel, OWLS)
      return room.discord.nextMessage(channel)
    },
  ],
])('the reply to %s', (_, ask) => {
  test.each([
    ['at once', async () => undefined],
    ['after a restart', () => room.restart()],
  ])('turns to other matches for its asker %s', async (_when, meanwhile) => {
    const reply = await ask()
    expect(reply.content).toContain(FIRST)
    expect(() => room.discord.press(alice(), reply, 'Previous')).toThrow('disabled')
    await meanwhile()
    await room.discord.press(alice(), reply, 'Next').answer()
    expect(now(reply)?.content).toContain(SECOND)
    expect(now(reply)?.content).toContain('match 2 of')
    await meanwhile()
    await room.discord.press(alice(), reply, 'Previous').answer()
    expect(now(reply)?.content).toBe(reply.content)
  })

  test('privately shows the article around the passage', async () => {
    const reply = await ask()
    await room.restart()
    const { message, ephemeral } = await room.discord.press(alice(), reply, 'More context').response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain(
      '> **Three owls have lived in the attic of the library of Odense since March.** The librarian Karen Holm feeds them every evening.',
    )
    expect(message?.content).toContain('> The roof will be repaired in November.')
    expect(now(reply)?.content).toBe(reply.content)
  })

  test('privately explains which words matched, what counted, and the probability', async () => {
    const reply = await ask()
    await room.restart()
    const { message, ephemeral } = await room.discord.press(alice(), reply, 'Why this?').response
    expect(ephemeral).toBe(true)
    expect(message?.content).toMatch(/^Found in this passage: .*owls/u)
    expect(message?.content).toMatch(/^What counted: its own words \d+%, .*the sentences around it \d+%/mu)
    expect(message?.content).toMatch(/^Chance that this answers your question: \d+%$/mu)
  })
})

test('explains a word that matched by similar spelling', async () => {
  const { reply } = await byMention('When did the kremlni confirm the visit?')
  const { message } = await room.discord.press(bob(), reply, 'Why this?').response
  expect(message?.content).toContain('Similar spelling: kremlni → Kremlin')
})

test.each([
  ['mention', async () => (await byMention()).reply],
  ['command', bySlash],
])('gives another user a private copy of the reply to a %s', async (_, ask) => {
  const reply = await ask()
  const { message: copy, ephemeral } = await room.discord.press(bob(), reply, 'Next').response
  expect(ephemeral).toBe(true)
  expect(copy?.content).toContain(SECOND)
  expect(now(reply)?.content).toBe(reply.content)
  if (!copy) throw new Error('no copy')
  await room.discord.press(bob(), copy, 'Previous').answer()
  expect(now(copy)?.content).toContain(FIRST)
})

describe('when the articles have changed', () => {
  const replaced = [
    train,
    article('library-owls', 'Owls move out', [['The owls live in the town hall of Odense now.']]),
  ]

  test('shows the asker the new answer in place', async () => {
    const { reply } = await byMention()
    await room.restart({ articles: replaced })
    await room.discord.press(alice(), reply, 'Next').answer()
    expect(now(reply)?.content).toMatch(
      /^The articles have changed since this was asked\. This is the current answer\./u,
    )
    expect(now(reply)?.content).toContain('The owls live in the town hall of **Odense** now.')
  })

  test.each(['Why this?', 'More context'])('“%s” shows the new answer privately', async (label) => {
    const reply = await bySlash()
    await room.restart({ articles: replaced })
    const { message, ephemeral } = await room.discord.press(alice(), reply, label).response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain('The articles have changed since')
    expect(message?.content).toContain('town hall')
  })

  test.each([
    ['a changed sentence', replaced, 'The sentence that was quoted has been changed or removed.'],
    ['a removed article', [train], 'The article that was quoted is no longer here.'],
  ])('“More context” says so of %s', async (_, articles, words) => {
    const reply = await bySlash()
    await room.restart({ articles })
    const { message } = await room.discord.press(alice(), reply, 'More context').response
    expect(message?.content).toContain(words)
  })

  test('“More context” shows the article around a quotation that is still in it', async () => {
    const reply = await bySlash()
    const moved = article('library-owls', 'Owls', [
      ['The owls live quietly.'],
      ['Three owls have lived in the attic of the library of Odense since March.'],
    ])
    await room.restart({ articles: [moved] })
    const { message } = await room.discord.press(alice(), reply, 'More context').response
    expect(message?.content).toContain('> **Three owls have lived in the attic of the library of Odense since March.**')
    expect(message?.content).not.toContain('have changed')
  })

  test('marks a page of a changed article', async () => {
    const long = (last: string) =>
      article('long', 'A long one', [
        ...Array.from({ length: 30 }, (_, i) => [
          `Sentence ${i} speaks of nothing but the number ${i} at some length.`,
        ]),
        [last],
      ])
    await room.restart({ articles: [long('The owls live here.')] })
    const reply = await bySlash()
    const context = await room.discord.press(alice(), reply, 'More context').answer()
    await room.restart({ articles: [long('The owls have left.')] })
    await room.discord.press(alice(), context, 'Earlier').answer()
    expect(now(context)?.content).toMatch(/^This article has changed\./u)
    await room.restart({ articles: [library] })
    const { message } = await room.discord.press(alice(), context, 'Earlier').response
    expect(message?.content).toMatch(/^That article is no longer here/u)
  })
})

test('turns the pages of the article around a passage', async () => {
  const paragraphs = Array.from({ length: 40 }, (_, i) => [`Paragraph ${i} speaks of nothing but the number ${i}.`])
  await room.restart({ articles: [article('long', 'A long one', [...paragraphs, ['The owls live here.']])] })
  const context = await room.discord.press(alice(), await bySlash(), 'More context').answer()
  expect(context.content).toContain('**The owls live here.**')
  await room.discord.press(alice(), context, 'Earlier').answer()
  expect(now(context)?.content).not.toContain('owls')
  await room.discord.press(alice(), context, 'Later').answer()
  expect(now(context)?.content).toBe(context.content)
})

test('reports that the question was deleted', async () => {
  const { reply, asked } = await byMention()
  await room.bot.stop()
  room.discord.remove(asked)
  await room.restart()
  const { message, ephemeral } = await room.discord.press(alice(), reply, 'Next').response
  expect(ephemeral).toBe(true)
  expect(message?.content).toMatch(/I can no longer read the question/u)
})

describe('Delete', () => {
  test.each([
    ['mention', async () => (await byMention()).reply],
    ['command', bySlash],
  ])('removes the reply to a %s for its asker', async (_, ask) => {
    const reply = await ask()
    await room.restart()
    room.discord.press(alice(), reply, 'Delete')
    await room.discord.waitFor(() => now(reply) === undefined)
  })

  test('is privately refused to others', async () => {
    const { reply } = await byMention()
    const { message, ephemeral } = await room.discord.press(bob(), reply, 'Delete').response
    expect(ephemeral).toBe(true)
    expect(message?.content).toMatch(/^Only the person who asked/u)
    expect(now(reply)).toBeDefined()
  })

  test('is allowed for users who may manage messages', async () => {
    const { discord } = room
    const role = discord.addRole('moderators', PermissionFlagsBits.ManageMessages)
    const moderator = discord.addUser('moderator', { roles: [role] })
    const { reply } = await byMention()
    discord.press(moderator, reply, 'Delete')
    await discord.waitFor(() => now(reply) === undefined)
  })
})

describe('/articles', () => {
  const many = Array.from({ length: 20 }, (_, i) =>
    article(`article-${i}`, `Story number ${i}`, [[`The owl of house ${i} sleeps.`]], { section: 'News' }),
  )

  test('privately lists the articles with links, sections and sentence counts', async () => {
    const { message, ephemeral } = await room.discord.slash(alice(), room.discord.general, 'articles').response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain('[Kim Jong-un takes the train to Putin](<https://news.example/kim-train>)')
    expect(message?.content).toMatch(/<t:\d+:D> · World · 6 sentences/u)
  })

  test('turns its pages, even after a restart', async () => {
    await room.restart({ articles: many })
    const list = await room.discord.slash(alice(), room.discord.general, 'articles').answer()
    expect(list.content).toContain('Story number 0')
    await room.restart({ articles: many })
    await room.discord.press(alice(), list, 'Next').answer()
    expect(now(list)?.content).not.toContain('Story number 0')
    await room.discord.press(alice(), list, 'Previous').answer()
    expect(now(list)?.content).toBe(list.content)
  })

  test('shows the opening of a chosen article and asks the suggested questions', async () => {
    const { discord } = room
    const list = await discord.slash(alice(), discord.general, 'articles').answer()
    const [, menu] = [...JSON.stringify(list.components).matchAll(/"value":"([^"]+)"/gu)].map(([, value = '']) => value)
    const use = discord.select(alice(), list, 'open', [menu ?? ''])
    const { message, ephemeral } = await use.response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain('> Three owls have lived in the attic')
    const labels = [...JSON.stringify(message?.components).matchAll(/"label":"([^"]+)"/gu)].map(
      ([, label = '']) => label,
    )
    expect(labels.length).toBeGreaterThan(0)
    if (!message) throw new Error('no message')
    await room.restart()
    for (const label of labels) {
      const asked = await discord.press(alice(), message, label).response
      expect(asked.ephemeral).toBe(true)
      expect(asked.message?.content).toContain(label)
      expect(asked.message?.content).toContain('Owls move into the library of Odense')
    }
  })

  test('reports that the chosen article is gone', async () => {
    const { discord } = room
    const list = await discord.slash(alice(), discord.general, 'articles').answer()
    const [, owls] = [...JSON.stringify(list.components).matchAll(/"value":"([^"]+)"/gu)].map(([, value = '']) => value)
    await room.restart({ articles: [train] })
    const { message } = await discord.select(alice(), list, 'open', [owls ?? '']).response
    expect(message?.content).toMatch(/^That article is no longer here/u)
  })
})

test('announces an answer after two seconds when the question takes longer to be read', async () => {
  const { discord } = room
  const { asked, reply } = await byMention()
  await room.restart()
  const path = `/channels/${asked.channel_id}/messages/${asked.id}`
  discord.fail({ method: 'GET', path, how: 429, retryAfter: 2.1 })
  const turning = discord.press(alice(), reply, 'Next')
  const explaining = discord.press(bob(), reply, 'Why this?')
  expect(await turning.response).toMatchObject({ type: InteractionResponseType.DeferredMessageUpdate })
  expect(await explaining.response).toMatchObject({ loading: true, ephemeral: true })
  expect((await turning.answer()).content).toContain(SECOND)
  expect((await explaining.answer()).content).toMatch(/^Found in this passage/u)
  expect(explaining.messages()).toHaveLength(1)
})
