/** All ways to ask the bot a question. */
import { type APIMessage, Locale, MessageFlags, PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { withBot } from '../with-bot.ts'

const room = withBot()

const PUTIN = 'When did Kim last meet Putin?'
const OWLS = 'Who feeds the owls?'
const NOWHERE = 'What is quantum chromodynamics?'

/** Says something, and waits for the bot's reply. */
const replyTo = async (text: string, options: { direct?: boolean } = {}) => {
  const { discord } = room
  const channel = options.direct ? discord.dm(discord.alice) : discord.general
  const asked = discord.say(discord.alice, channel, text)
  return { asked, reply: await discord.nextMessage(channel) }
}

/** Says something that must not be answered, then a question: only the question gets an answer. */
const staysSilent = async (say: () => void) => {
  const { discord, mention } = room
  const before = discord.messages(discord.general).filter(({ author }) => author.id === discord.bot.id).length
  say()
  const asked = discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
  const isAnswer = ({ message_reference: reference }: APIMessage) => reference?.message_id === asked.id
  await discord.waitFor(() => discord.messages(discord.general).some(isAnswer))
  await room.bot.stop()
  const after = discord.messages(discord.general).filter(({ author }) => author.id === discord.bot.id)
  expect(after.slice(before).map(({ content }) => content)).toHaveLength(1)
}

describe('/ask', () => {
  test('answers with the sentence between its neighbours, the answer in bold, and the source', async () => {
    const { content } = await room.discord
      .slash(room.discord.alice, room.discord.general, 'ask', { question: PUTIN })
      .answer()
    const [question, quote, source] = content.split('\n')
    expect(question).toContain(PUTIN)
    expect(quote).toMatch(/^> Kim last met with Putin in Vladivostok in \*\*2019\*\*\. The meeting came after/u)
    expect(source).toMatch(/^-# \[Kim Jong-un takes the train to Putin\]\(<https:.*> · .*paragraph 2 · match 1 of \d$/u)
  })

  test('completes article names and searches only the chosen article', async () => {
    const { discord } = room
    const choices = await discord.autocomplete(discord.alice, discord.general, 'ask', 'article', 'owls')
    expect(choices).toEqual([{ name: 'Owls move into the library of Odense', value: 'library-owls' }])
    const { content } = await discord
      .slash(discord.alice, discord.general, 'ask', { question: PUTIN, article: 'library-owls' })
      .answer()
    expect(content).not.toContain('Kim Jong-un takes')
    expect(content).toContain('never mention')
  })

  test('accepts part of a title as an article name', async () => {
    const { discord } = room
    const { content } = await discord
      .slash(discord.alice, discord.general, 'ask', { question: 'What is new?', article: 'the LIBRARY' })
      .answer()
    expect(content).not.toContain('There is no article')
  })

  test('privately reports an unknown article and names the closest', async () => {
    const { discord } = room
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: OWLS, article: 'owls of *Aarhus*' })
    const { message, ephemeral } = await use.response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain('There is no article “owls of \\*Aarhus\\*”. Closest: Owls move into')
  })

  test('answers only the asker when private is set', async () => {
    const { discord } = room
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: OWLS, private: true })
    await use.answer()
    expect(discord.messages(discord.general)).toEqual([])
    expect(discord.messages(discord.general, discord.alice)).toHaveLength(1)
  })

  test('reports a question without words', async () => {
    const { discord } = room
    const { message } = await discord.slash(discord.alice, discord.general, 'ask', { question: '???' }).response
    expect(message?.content).toContain('contains no words')
  })

  test('uses the locale of the asker for its name and a private reply', async () => {
    const { discord } = room
    const ask = discord.commands.find(({ name }) => name === 'ask')
    expect(Object.keys(ask?.name_localizations ?? {}).sort()).toEqual(['de', 'es-419', 'es-ES', 'fr', 'tr'])
    const use = discord.slash(
      discord.alice,
      discord.general,
      'ask',
      { question: OWLS, private: true },
      { locale: Locale.German },
    )
    expect((await use.answer()).content).toContain('Absatz 1')
  })

  test('answers in the language of the server where others read it', async () => {
    const { discord } = room
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: OWLS }, { locale: Locale.German })
    expect((await use.answer()).content).toContain('paragraph 1')
  })

  test.each([
    ['direct messages with the bot', () => room.discord.dm(room.discord.alice)],
    ['direct messages between two people', () => room.discord.dm(room.discord.alice, room.discord.bob)],
  ])('works in %s', async (_, channel) => {
    const use = room.discord.slash(room.discord.alice, channel(), 'ask', { question: OWLS })
    expect((await use.answer()).content).toContain('The librarian **Karen Holm** feeds them every evening.')
  })
})

describe('a mention', () => {
  test.each([
    ['before the question', () => `${room.mention} ${OWLS}`],
    ['after the question', () => `${OWLS} ${room.mention}`],
    ['inside the question, in the format of old clients', () => `Who feeds <@!${room.discord.bot.id}> the owls?`],
  ])('%s gets a reply that pings nobody and shows no preview', async (_, text) => {
    const { asked, reply } = await replyTo(text())
    expect(reply.content).toContain('The librarian **Karen Holm** feeds them every evening.')
    expect(reply.message_reference?.message_id).toBe(asked.id)
    expect(reply.mentions).toEqual([])
    expect((reply.flags ?? 0) & MessageFlags.SuppressEmbeds).not.toBe(0)
  })

  test.each([
    ['a link', (question: string) => `${question} (https://forum.example/t/42)`],
    ['bold text', (question: string) => question.replace('owls', '**owls**')],
    ['italics', (question: string) => question.replace('owls', '_owls_')],
    ['code', (question: string) => question.replace('owls', '`owls`')],
  ])('gets the same answer with %s in the question', async (_, decorate) => {
    const { reply: plain } = await replyTo(`${room.mention} ${OWLS}`)
    const { reply } = await replyTo(`${room.mention} ${decorate(OWLS)}`)
    expect(reply.content).toBe(plain.content)
  })

  test('gets its reply in its thread', async () => {
    const { discord, mention } = room
    const thread = discord.addThread(discord.general, 'owls')
    discord.say(discord.alice, thread, `${mention} ${OWLS}`)
    expect((await discord.nextMessage(thread)).content).toContain('Karen Holm')
  })

  test('is not answered twice if the response to a sent reply is lost', async () => {
    const { discord } = room
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 500, carriedOut: true })
    await replyTo(`${room.mention} ${OWLS}`)
    await room.bot.stop()
    expect(discord.messages(discord.general)).toHaveLength(2)
    expect(
      discord.requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/channels')),
    ).toHaveLength(2)
  })

  test('gets a related passage, marked as no direct answer', async () => {
    const { reply } = await replyTo(`${room.mention} Do the owls of the library eat quantum?`)
    expect(reply.content).toMatch(/^No sentence answers that directly; .*“quantum”.*\n> /u)
  })

  test('gets no passage, but the unknown words, when the articles do not cover it', async () => {
    const { reply } = await replyTo(`${room.mention} ${NOWHERE}`)
    expect(reply.content).toContain('The articles never mention “quantum” or “chromodynamics”.')
    expect(reply.content).not.toContain('\n> ')
  })

  test('without a question gets instructions', async () => {
    const { reply } = await replyTo(room.mention)
    expect(reply.content).toMatch(/^Ask me about the articles/u)
    expect(reply.mentions).toEqual([])
  })

  test('is answered in the language of the server', async () => {
    const { discord } = room
    discord.say(discord.alice, discord.general, `${room.mention} ${OWLS}`)
    expect((await discord.nextMessage(discord.general)).content).toContain('paragraph 1')
  })

  test('in reply to an unreadable message points to the Apps menu', async () => {
    const { discord, mention } = room
    const theirs = discord.say(discord.bob, discord.general, OWLS)
    discord.say(discord.alice, discord.general, mention, { replyTo: theirs })
    const { content } = await discord.nextMessage(discord.general)
    expect(content).toContain('Apps ▸ “Ask the articles”')
    expect(content.split('\n')).toHaveLength(1)
  })

  test('in reply to a readable message answers that message', async () => {
    const { discord, mention } = room
    const theirs = discord.say(discord.bob, discord.general, `${OWLS} cc ${mention}`)
    await discord.nextMessage(discord.general)
    discord.say(discord.alice, discord.general, mention, { replyTo: theirs })
    expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
  })
})

describe('a reply to the bot’s own message', () => {
  test('asks the same article again, and all articles if that one does not cover it', async () => {
    const { discord } = room
    const { reply } = await replyTo(`${room.mention} ${OWLS}`)
    discord.say(discord.bob, discord.general, 'And when did Kim last meet Putin?', { replyTo: reply })
    const further = await discord.nextMessage(discord.general)
    expect(further.content).toContain('Vladivostok')
    expect(further.content).toContain('That article does not cover this. From all articles:')
    discord.say(discord.bob, discord.general, 'When will the roof be repaired?', { replyTo: reply })
    expect((await discord.nextMessage(discord.general)).content).toContain('repaired in **November**')
  })

  test('is ignored if it only says thanks', async () => {
    const { reply } = await replyTo(`${room.mention} ${OWLS}`)
    await staysSilent(() => room.discord.say(room.discord.bob, room.discord.general, 'thx!!', { replyTo: reply }))
  })
})

describe('a direct message', () => {
  test('is a question', async () => {
    const { reply } = await replyTo(OWLS, { direct: true })
    expect(reply.content).toContain('Karen Holm')
  })

  test('without words gets instructions', async () => {
    const { reply } = await replyTo('👀', { direct: true })
    expect(reply.content).toMatch(/^Ask me about the articles/u)
  })
})

describe('does not answer', () => {
  const general = () => room.discord.general
  test.each([
    ['conversations between people', () => room.discord.say(room.discord.alice, general(), OWLS)],
    ['@everyone and @here', () => room.discord.say(room.discord.alice, general(), `@everyone @here ${OWLS}`)],
    ['a mention in code', () => room.discord.say(room.discord.alice, general(), `\`${room.mention}\` ${OWLS}`)],
    ['webhooks', () => room.discord.say(room.discord.bob, general(), `${room.mention} ${OWLS}`, { webhook: true })],
    ['system messages', () => room.discord.say(room.discord.bob, general(), `${room.mention} ${OWLS}`, { type: 7 })],
    [
      'other bots',
      () => room.discord.say(room.discord.addUser('other', { bot: true }), general(), `${room.mention} ${OWLS}`),
    ],
  ])('%s', async (_, say) => {
    await staysSilent(say)
  })
})

describe('Apps ▸ “Ask the articles”', () => {
  test('answers the text of a message privately', async () => {
    const { discord } = room
    const theirs = discord.say(discord.bob, discord.general, OWLS)
    const { message, ephemeral } = await discord.messageCommand(discord.alice, 'Ask the articles', theirs).response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain('Karen Holm')
  })

  test('ignores custom emoji and repeats names in place of ids', async () => {
    const { discord } = room
    const text = `<:perch:1575991679712755763> ${OWLS} <@${discord.alice.id}>`
    const theirs = discord.say(discord.bob, discord.general, text)
    const { message } = await discord.messageCommand(discord.alice, 'Ask the articles', theirs).response
    expect(message?.content).toContain(`❝ ${OWLS} alice ❞`)
  })

  test('reports a message without words', async () => {
    const { discord } = room
    const theirs = discord.say(discord.bob, discord.general, '🦉')
    const { message, ephemeral } = await discord.messageCommand(discord.alice, 'Ask the articles', theirs).response
    expect(ephemeral).toBe(true)
    expect(message?.content).toContain('contains no words')
  })
})

test('/help explains the bot in twelve lines and names every command that one may use', async () => {
  const { discord } = room
  const { message, ephemeral } = await discord.slash(discord.alice, discord.general, 'help').response
  expect(ephemeral).toBe(true)
  expect(message?.content.split('\n')).toHaveLength(12)
  for (const name of ['`/ask`', '`/articles`', 'Ask the articles']) expect(message?.content).toContain(name)
})

test('the name of a channel is read into a question only where everybody sees the channel', async () => {
  const { discord } = room
  const [secret, open] = [discord.addChannel('merger-plans'), discord.addChannel('owls')]
  const everyone = { id: discord.guild.id, type: 0, allow: '0', deny: String(PermissionFlagsBits.ViewChannel) }
  Object.assign(secret, { permission_overwrites: [everyone] })
  discord.setPermissions(secret, PermissionFlagsBits.ViewChannel)
  const ask = async (id: string) => {
    const said = discord.say(discord.bob, discord.general, `Who feeds the <#${id}>?`)
    return (await discord.messageCommand(discord.alice, 'Ask the articles', said).answer()).content
  }
  expect(await ask(secret.id)).not.toContain('merger')
  expect(await ask(open.id)).toContain('Who feeds the owls ?')
})
