/** Questions that the articles do not answer: which are kept, and the list of them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIMessage, APIUser } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { createAnswerer } from '../../../../src/answer/answer.ts'
import { Learning } from '../../../../src/discord/handlers/learning/learning.ts'
import { noObserver } from '../../../../src/observer.ts'
import { hasSqlite } from '../../../store/has-sqlite.ts'
import { article, library, train } from '../../articles.ts'
import { withStore } from './with-store.ts'

describe.skipIf(!hasSqlite)('unanswered questions', () => {
  const room = withStore()
  const FERRY = 'Where does the ferry dock?'

  /** Asks with a command and waits for the answer. */
  const ask = (user: APIUser, question: string, more: { private?: boolean } = {}) =>
    room.discord.slash(user, room.discord.general, 'ask', { question, ...more }).answer()
  /** Asks by mention and waits for the answer. */
  const mention = async (user: APIUser, question: string) => {
    const { discord } = room
    const asked = discord.say(user, discord.general, `<@${discord.bot.id}> ${question}`)
    const repliesTo = ({ message_reference: reference }: APIMessage) => reference?.message_id === asked.id
    const reply = await discord.waitFor(() => discord.messages(discord.general).find(repliesTo))
    return { asked, reply }
  }
  const list = async () => (await room.discord.slash(room.manager, room.discord.general, 'gaps').answer()).content
  const kept = async () => {
    await room.kept()
    return (await room.store.questions(room.discord.guild.id)).map(({ question }) => question)
  }

  test('are merged and listed with how often, when last, and the words never mentioned', async () => {
    const { discord } = room
    await ask(discord.alice, FERRY)
    await mention(discord.bob, 'where do ferries dock')
    await ask(discord.alice, 'Who painted the tunnel?')
    const content = await list()
    expect(content).toMatch(/^\*\*2 questions without an answer\*\*$/mu)
    expect(content).toMatch(/“where do ferries dock”\n-# asked 2 times, last <t:\d+:R> · never mentioned: .*“ferries”/u)
    expect(content).toMatch(/“Who painted the tunnel\?”\n-# asked once, <t:\d+:R>/u)
  })

  test('are kept without ids of people, also where the question holds one', async () => {
    const { discord } = room
    await ask(discord.alice, `Who told <@${discord.bob.id}> about the dock, ${discord.owner.id}?`)
    await mention(discord.bob, `does <@!${discord.alice.id}> own the dock`)
    const voted = await ask(discord.alice, 'Who feeds the owls?')
    await discord.press(discord.bob, voted, 'Not the answer').answer()
    await discord.press(discord.owner, voted, 'Helpful').answer()
    expect(await kept()).toContain('Who told about the dock, …?')
    const bytes = readdirSync(room.folder)
      .filter((name) => name.startsWith('verbatim.sqlite'))
      .map((name) => readFileSync(join(room.folder, name), 'latin1'))
      .join('')
    expect(bytes).toContain('about the dock')
    for (const { id } of [discord.alice, discord.bob, discord.owner]) expect(bytes).not.toContain(id)
  })

  test('are not kept at all where the setting says so', async () => {
    const learning = new Learning({ store: room.store, keepQuestions: 0, corpus: room.folder }, noObserver, () => {})
    const answerer = await createAnswerer([train, library])
    const { id: server } = room.discord.guild
    learning.record(answerer.ask(FERRY), answerer, { server, id: '1', asker: '2', isEdit: false })
    learning.reopen(answerer.ask(FERRY), answerer, server, '3')
    await learning.written()
    expect(await room.store.questions(server)).toEqual([])
    expect((await room.store.counters(server)).map(({ name }) => name)).toEqual(['silent'])
  })

  test('of one person are kept twenty times a day, so that nobody crowds out those of others', async () => {
    const { discord } = room
    const [flooder, other] = [discord.addUser('flooder'), discord.addUser('other')]
    const learning = new Learning({ store: room.store, keepQuestions: 30, corpus: room.folder }, noObserver, () => {})
    const answerer = await createAnswerer([train, library])
    const record = (asker: APIUser, i: number) => {
      const answer = answerer.ask(`Is there a sauna in building ${i}?`)
      learning.record(answer, answerer, {
        server: discord.guild.id,
        id: `${asker.id}${i}`,
        asker: asker.id,
        isEdit: false,
      })
    }
    for (let i = 0; i < 25; i++) record(flooder, i)
    record(other, 30)
    await learning.written()
    expect(await room.store.questions(discord.guild.id)).toHaveLength(21)
  })

  test('are not kept from direct messages and private replies, nor greetings, noise, repetitions and answered ones', async () => {
    const { discord } = room
    await ask(discord.alice, FERRY, { private: true })
    const direct = discord.dm(discord.alice)
    discord.say(discord.alice, direct, FERRY)
    await discord.nextMessage(direct)
    await ask(discord.bob, 'hello')
    await ask(discord.bob, 'aaaaaaaaa')
    await ask(discord.bob, 'Who feeds the owls?')
    const hanna = discord.addUser('hanna')
    await ask(hanna, 'Is there a canteen?')
    await ask(hanna, 'a canteen?')
    expect(await kept()).toEqual(['a canteen?'])
  })

  test('follow the edit and the deletion of their message', async () => {
    const { discord } = room
    const { asked, reply } = await mention(discord.owner, FERRY)
    discord.edit(asked, `<@${discord.bot.id}> Where does the sauna stand?`)
    await discord.waitFor(() => discord.current(reply)?.content.includes('sauna'))
    expect(await kept()).toEqual(['Where does the sauna stand?'])
    discord.remove(asked)
    await discord.waitFor(() => discord.current(reply) === undefined)
    expect(await kept()).toEqual([])
  })

  test('are deleted with their reply by their asker', async () => {
    const { discord } = room
    const user = discord.addUser('carla')
    const reply = await ask(user, FERRY)
    expect(await kept()).toEqual([FERRY])
    discord.press(user, reply, 'Delete')
    await discord.waitFor(() => discord.current(reply) === undefined)
    expect(await kept()).toEqual([])
  })

  test('are dismissed with all that ask the same, by managers only', async () => {
    const { discord, manager } = room
    const [dora, emil] = [discord.addUser('dora'), discord.addUser('emil')]
    await ask(dora, FERRY)
    const listed = await discord.slash(manager, discord.general, 'gaps').answer()
    const [record] = await room.store.questions(discord.guild.id)
    await discord.select(manager, listed, 'gap-open', [record?.key ?? '']).answer()
    await discord.press(manager, listed, 'Add a document').answer()
    expect(discord.current(listed)?.content).toContain('`verbatim add`')
    await discord.press(manager, listed, 'Not a gap').answer()
    expect(discord.current(listed)?.content).toMatch(/^Dismissed\..*\n\nNo question in this server/u)
    await ask(emil, 'dock of the ferry?')
    expect(await list()).toMatch(/^No question in this server/u)
  })

  test('leave the list when the articles answer them', async () => {
    const { discord, bot } = room
    await ask(discord.addUser('fritz'), FERRY)
    expect(await list()).toContain(FERRY)
    const harbour = article('harbour', 'The harbour', [['The ferry docks at the northern pier.']])
    await bot.update(await createAnswerer([train, library, harbour]))
    expect(await list()).toMatch(/^No question in this server/u)
    expect(await kept()).toEqual([])
    await bot.update(await createAnswerer([train, library]))
  })

  test('are turned in pages', async () => {
    const { discord, manager } = room
    for (const [i, thing] of ['anchor', 'bakery', 'canteen', 'dentist', 'elevator'].entries())
      await ask(discord.addUser(`user${i}`), `Where is the ${thing}?`)
    const listed = await discord.slash(manager, discord.general, 'gaps').answer()
    expect(listed.content).toContain('elevator')
    expect(listed.content).not.toContain('anchor')
    await discord.press(manager, listed, 'Next').answer()
    expect(discord.current(listed)?.content).toContain('anchor')
  })

  test('/privacy tells what is kept, and /forget deletes it', async () => {
    const { discord, manager } = room
    const { content } = await discord.slash(discord.alice, discord.general, 'privacy').answer()
    expect(content).toMatch(/for 30 days\..*I keep no user ids/u)
    await ask(discord.addUser('gerda'), FERRY)
    expect(await kept()).toEqual([FERRY])
    const forgotten = await discord.slash(manager, discord.general, 'forget').answer()
    expect(forgotten.content).toMatch(/^Deleted: \d+ records\.$/u)
    expect(await kept()).toEqual([])
  })
})
