/** Limits, refusals and failures, and what the asker is told. */
import { PermissionFlagsBits } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { createAnswerer } from '../../../src/answer/answer.ts'
import { article, train } from '../articles.ts'
import { withBot } from '../with-bot.ts'

const room = withBot()

const OWLS = 'Who feeds the owls?'
const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits

/** A bot whose articles cannot be searched. */
const broken = {
  ...(await createAnswerer([train])),
  ask: () => {
    throw new Error('out of order')
  },
}

/** The log entries of a level (30 information, 40 warning, 50 error). */
const logged = (level: number): { msg: string; reference?: string; question?: string }[] =>
  room.bot
    .log()
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
    .filter((entry) => entry.level === level)

describe('a user who asks too fast', () => {
  test('with commands is privately told when to try again, while others are answered', async () => {
    const { discord } = room
    const ask = (user = discord.alice) => discord.slash(user, discord.general, 'ask', { question: OWLS }).response
    for (let i = 0; i < 5; i++) expect((await ask()).ephemeral).toBe(false)
    const { message, ephemeral } = await ask()
    expect(ephemeral).toBe(true)
    expect(message?.content).toMatch(/Please try again <t:\d+:R>\.$/u)
    expect((await ask(discord.bob)).ephemeral).toBe(false)
  })

  test('with mentions is told once, in a direct message', async () => {
    const { discord, mention } = room
    for (let i = 0; i < 8; i++) discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    const notice = await discord.nextMessage(discord.dm(discord.alice))
    expect(notice.content).toMatch(/Please try again <t:\d+:R>\.$/u)
    discord.say(discord.bob, discord.general, `${mention} ${OWLS}`)
    await discord.waitFor(() => discord.messages(discord.general).filter(({ author }) => author.bot).length === 6)
    expect(discord.messages(discord.dm(discord.alice))).toHaveLength(1)
  })

  test('has only five questions of a flood searched', async () => {
    const answerer = await createAnswerer([train])
    const asked: string[] = []
    const ask: typeof answerer.ask = (question, ...options) => {
      asked.push(question)
      return answerer.ask(question, ...options)
    }
    await room.restart({ answerer: { ...answerer, ask } })
    const { discord, mention } = room
    for (let i = 0; i < 100; i++) {
      discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
      discord.slash(discord.alice, discord.general, 'ask', { question: OWLS })
    }
    await discord.slash(discord.bob, discord.general, 'ask', { question: 'Who is Putin?' }).response
    await room.bot.stop()
    expect(asked.sort()).toEqual([...Array(5).fill(OWLS), 'Who is Putin?'])
  })

  test('gets no notice if direct messages are closed', async () => {
    const { discord, mention } = room
    discord.closeDms(discord.alice)
    for (let i = 0; i < 6; i++) discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    await discord.waitFor(() => discord.requests.some(({ status }) => status === 403))
    await room.bot.stop()
    const answers = discord.messages(discord.general).filter(({ author }) => author.bot)
    expect(answers.map(({ content }) => content.includes('Karen Holm'))).toEqual([true, true, true, true, true])
  })

  test('shares a limit on messages with everybody in the channel, which commands do not have', async () => {
    const { discord, mention } = room
    const crowd = Array.from({ length: 31 }, (_, i) => discord.addUser(`reader ${i}`))
    for (const user of crowd) discord.say(user, discord.general, `${mention} ${OWLS}`)
    const last = discord.dm(crowd.at(-1) ?? discord.alice)
    expect((await discord.nextMessage(last)).content).toMatch(/^This channel has asked .* or use \/ask\.$/u)
    const uses = crowd.map((user) => discord.slash(user, discord.general, 'ask', { question: OWLS }).response)
    expect((await Promise.all(uses)).filter(({ ephemeral }) => ephemeral)).toEqual([])
  })

  test('opens at most ten direct messages, however many accounts ask too fast at once', async () => {
    const { discord, mention } = room
    discord.fail({
      method: 'POST',
      path: '/channels/*/messages',
      how: 403,
      times: 400,
      body: { code: 10003, message: '' },
    })
    const crowd = Array.from({ length: 60 }, (_, i) => discord.addUser(`reader ${i}`))
    for (let i = 0; i < 6; i++) for (const user of crowd) discord.say(user, discord.general, `${mention} ${OWLS}`)
    expect((await discord.slash(discord.bob, discord.general, 'ask', { question: OWLS }).answer()).content).toContain(
      'Holm',
    )
    await room.bot.stop()
    expect(discord.requests.filter(({ path }) => path === '/users/@me/channels')).toHaveLength(10)
    expect(logged(50)).toEqual([])
  })

  test('has only twenty messages of a flood read', async () => {
    const { discord, mention } = room
    const gone = discord.say(discord.bob, discord.general, OWLS)
    discord.remove(gone)
    for (let i = 0; i < 60; i++) discord.say(discord.alice, discord.general, mention, { replyTo: gone })
    discord.say(discord.bob, discord.general, `${mention} ${OWLS}`)
    await discord.waitFor(() => discord.messages(discord.general).some(({ content }) => content.includes('Holm')))
    await room.bot.stop()
    expect(discord.requests.filter(({ path }) => path.endsWith(`/messages/${gone.id}`))).toHaveLength(20)
  })

  test('with buttons, menus and other commands is privately told so', async () => {
    const { discord } = room
    const help = () => discord.slash(discord.alice, discord.general, 'help').response
    for (let i = 0; i < 20; i++) await help()
    const { message } = await help()
    expect(message?.content).toMatch(/Please try again <t:\d+:R>\.$/u)
    expect((await discord.slash(discord.bob, discord.general, 'help').answer()).content).toContain('/ask')
  })
})

describe.each([
  ['write', ViewChannel | ReadMessageHistory],
  ['read the history', ViewChannel | SendMessages],
])('where it may not %s', (_, permissions) => {
  test('tells the asker once, in a direct message, without an error in the log', async () => {
    const { discord, mention } = room
    discord.setPermissions(discord.general, permissions)
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    const channel = discord.dm(discord.alice)
    expect((await discord.nextMessage(channel)).content).toContain(`<#${discord.general.id}>`)
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    discord.say(discord.alice, channel, OWLS)
    expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
    await room.bot.stop()
    expect(discord.messages(channel).filter(({ author }) => author.bot)).toHaveLength(2)
    expect(discord.messages(discord.general).filter(({ author }) => author.bot)).toEqual([])
    expect(logged(50)).toEqual([])
  })

  test('makes no request for further questions there, also where direct messages are closed', async () => {
    const { discord, mention } = room
    discord.setPermissions(discord.general, permissions)
    discord.closeDms(discord.alice)
    const before = discord.requests.length
    for (let i = 0; i < 500; i++)
      for (const user of [discord.alice, discord.bob]) discord.say(user, discord.general, `${mention} ${OWLS}`)
    await discord.slash(discord.bob, discord.general, 'ask', { question: OWLS }).answer()
    await room.bot.stop()
    const made = discord.requests.slice(before).filter(({ path }) => !/\/(?:callback|commands)$/u.test(path))
    expect(made.map(({ path, status }) => [path.split('/').at(-1), status])).toEqual([
      ['channels', 200],
      ['messages', 403],
    ])
    expect(logged(50)).toEqual([])
  })

  test('still answers commands', async () => {
    const { discord } = room
    discord.setPermissions(discord.general, permissions)
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: OWLS })
    expect((await use.answer()).content).toContain('Karen Holm')
  })
})

test('known refusals of Discord are no failures: nobody is told that something went wrong', async () => {
  const { discord, mention } = room
  for (const code of [50083, 50278, 40003, 30046, 10004, 200000]) {
    const channel = discord.addChannel(`refused ${code}`)
    discord.fail({ path: `/channels/${channel.id}/messages`, how: 403, body: { code, message: 'refused' } })
    discord.say(discord.addUser(`reader ${code}`), channel, `${mention} ${OWLS}`)
    await discord.waitFor(() =>
      discord.requests.some(({ path, status }) => path.includes(channel.id) && status === 403),
    )
  }
  await room.bot.stop()
  expect(logged(50)).toEqual([])
  const sent = discord.requests.filter(
    ({ method, body }) => method === 'POST' && JSON.stringify(body ?? '').includes('Sorry'),
  )
  expect(sent).toEqual([])
})

describe('a failure of ours', () => {
  test('gives the user of a command a reference to the log', async () => {
    await room.restart({ answerer: broken })
    const { discord } = room
    const { message, ephemeral } = await discord.slash(discord.alice, discord.general, 'ask', { question: OWLS })
      .response
    expect(ephemeral).toBe(true)
    const [, reference] = /^Sorry, .*Reference: ([0-9a-f]{6})$/u.exec(message?.content ?? '') ?? []
    expect(logged(50)).toMatchObject([{ reference, err: { message: 'out of order' } }])
  })

  test('gives the author of a mention a reference, too', async () => {
    await room.restart({ answerer: broken })
    const { discord, mention } = room
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    const { content } = await discord.nextMessage(discord.general)
    expect(content).toContain(`Reference: ${logged(50)[0]?.reference}`)
  })

  test('never sends a sentence that differs from its file', async () => {
    const [first, ...rest] = train.paragraphs
    const [sentence] = first?.sentences ?? []
    if (!first || !sentence) throw new Error('no sentence')
    const forged = { ...sentence, plain: 'Kim walked to Paris.' }
    await room.restart({ articles: [{ ...train, paragraphs: [{ ...first, sentences: [forged] }, ...rest] }] })
    const { discord } = room
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: 'Who walked to Paris?' })
    expect((await use.answer()).content).toMatch(/^Sorry/u)
    expect(logged(50)).toMatchObject([{ err: { type: 'FalseQuote' } }])
  })

  test('answers a button of another version of the bot', async () => {
    const { discord, mention } = room
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    const reply = await discord.nextMessage(discord.general)
    const button = { type: 2, style: 2, label: 'Old', custom_id: 'old:1' } as const
    reply.components = [{ type: 1, components: [button] }]
    const { message, ephemeral } = await discord.press(discord.alice, reply, 'Old').response
    expect(ephemeral).toBe(true)
    expect(message?.content).toBe('I can no longer read the question this answers. Please ask it again.')
  })
})

describe('when Discord', () => {
  const ask = () => room.discord.slash(room.discord.alice, room.discord.general, 'ask', { question: OWLS })

  test('no longer knows an interaction, it logs a warning and tries nothing else', async () => {
    const { discord } = room
    const body = { message: 'Unknown interaction', code: 10062 }
    discord.fail({ method: 'POST', path: '/interactions/*/*/callback', how: 404, body })
    ask()
    await discord.waitFor(() =>
      discord.requests.some(({ path, status }) => path.endsWith('/callback') && status === 404),
    )
    expect((await ask().answer()).content).toContain('Karen Holm')
    expect(logged(40)).toMatchObject([{ msg: 'too late for an interaction', err: { code: 10062 } }])
    expect(logged(50)).toEqual([])
  })

  test('applies a rate limit, it answers later', async () => {
    const { discord, mention } = room
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 429, retryAfter: 0.01 })
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
    expect(logged(50)).toEqual([])
  })

  test('fails for a moment, it answers all the same', async () => {
    const { discord, mention } = room
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 500, times: 2 })
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    expect((await discord.nextMessage(discord.general)).content).toContain('Karen Holm')
  })

  test('has lost the reply to an edited question, it says nothing', async () => {
    const { discord, mention } = room
    const asked = discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    await discord.nextMessage(discord.general)
    const body = { message: 'Unknown Message', code: 10008 }
    discord.fail({ method: 'PATCH', path: '/channels/*/messages/*', how: 404, body })
    discord.edit(asked, `${mention} When will the roof be repaired?`)
    await discord.waitFor(() => discord.requests.some(({ method }) => method === 'PATCH'))
    expect((await ask().answer()).content).toContain('Karen Holm')
    expect(logged(50)).toEqual([])
  })

  test('hides the question of a button, it tells the user', async () => {
    await room.restart()
    const { discord, mention } = room
    discord.say(discord.alice, discord.general, `${mention} ${OWLS}`)
    const reply = await discord.nextMessage(discord.general)
    await room.restart()
    discord.setPermissions(discord.general, ViewChannel | SendMessages)
    const { message, ephemeral } = await discord.press(discord.alice, reply, 'Next').response
    expect(ephemeral).toBe(true)
    expect(message?.content).toMatch(/I can no longer read the question/u)
    expect(logged(50)).toEqual([])
  })

  test('drops the connection, it answers missed questions', async () => {
    const { discord } = room
    discord.gateway.drop()
    await discord.waitFor(() => discord.gateway.sessions.every(({ connected }) => !connected))
    const channel = discord.dm(discord.alice)
    discord.say(discord.alice, channel, OWLS)
    expect((await discord.nextMessage(channel)).content).toContain('Karen Holm')
    expect(discord.gateway.resumes).toHaveLength(1)
  })
})

describe('the log', () => {
  test('contains no question and no token', async () => {
    const { discord } = room
    await discord.slash(discord.alice, discord.general, 'ask', { question: 'Who feeds the owls of Odense?' }).answer()
    expect(logged(30)).toMatchObject([{ msg: 'asked', verdict: 'answered' }])
    expect(room.bot.log()).not.toContain('feeds')
    expect(room.bot.log()).not.toContain(discord.token)
  })

  test('contains questions if that is enabled', async () => {
    await room.restart({ logQuestions: true })
    await room.discord.slash(room.discord.alice, room.discord.general, 'ask', { question: OWLS }).answer()
    expect(logged(30)).toMatchObject([{ question: OWLS }])
  })

  test('contains no question when Discord refuses a reply', async () => {
    const { discord } = room
    discord.fail({ method: 'POST', path: '/interactions/*/*/callback', how: 400, body: { message: 'Bad', code: 1 } })
    const use = discord.slash(discord.alice, discord.general, 'ask', { question: OWLS })
    expect((await use.answer()).content).toMatch(/^Sorry/u)
    expect(room.bot.log()).not.toContain('feeds')
    expect(room.bot.log()).not.toContain(use.interaction.token)
  })
})

test('offers an article whose id is longer than a choice may be', async () => {
  const long = article('x'.repeat(150), 'A long name', [['The owls live here.']])
  await room.restart({ articles: [train, long] })
  const { discord } = room
  const [choice] = await discord.autocomplete(discord.alice, discord.general, 'ask', 'article', 'long name')
  const typed = { question: 'Where do the owls live?', article: String(choice?.value) }
  expect((await discord.slash(discord.alice, discord.general, 'ask', typed).answer()).content).toContain(
    '**The owls live here.**',
  )
})

test('offers at most twenty-five articles', async () => {
  await room.restart({
    articles: Array.from({ length: 100 }, (_, i) => article(`a${i}`, `${'T'.repeat(120)} ${i}`, [['An owl.']])),
  })
  const choices = await room.discord.autocomplete(room.discord.alice, room.discord.general, 'ask', 'article', '')
  expect(choices).toHaveLength(25)
})
