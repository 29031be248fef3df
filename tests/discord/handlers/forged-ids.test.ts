/** Custom ids that the bot never showed to the person who sends them. */
import type { APIMessage, APIUser } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { createAnswerer } from '../../../src/answer/answer.ts'
import { articleKey } from '../../../src/discord/replies/fingerprint.ts'
import { hasSqlite } from '../../store/has-sqlite.ts'
import { article, library } from '../articles.ts'
import { withStore } from './learning/with-store.ts'

describe.skipIf(!hasSqlite)('forged custom ids', () => {
  const removed: string[] = []
  const room = withStore({
    documents: {
      limits: { articles: 1, bytes: 1, additionsPerHour: 1 },
      add: () => Promise.reject(new Error('adds nothing')),
      remove: async (file) => removed.push(file) > 0,
      additionsOf: () => ({}),
    },
  })
  const LOST = 'I can no longer read the question this answers. Please ask it again.'

  /** What a person is told who presses a button with this id below a message. */
  const press = async (user: APIUser, message: APIMessage, customId: string): Promise<string | undefined> => {
    const current = room.discord.current(message)
    if (current)
      current.components = [{ type: 1, components: [{ type: 2, style: 2, label: 'x', custom_id: customId }] }]
    return (await room.discord.press(user, message, customId).response).message?.content
  }
  const idsOf = ({ components = [] }: APIMessage): string[] =>
    components
      .flatMap((row) => (row.type === 1 ? row.components : []))
      .flatMap((each) => ('custom_id' in each ? each.custom_id : []))

  test('do nothing of what only managers and owners may do, below public and private replies', async () => {
    const { discord, bot, store, manager } = room
    const own = article(`servers/${discord.guild.id}/kiln`, 'The kiln', [['A kiln is hot.']], {
      server: discord.guild.id,
    })
    await bot.update(await createAnswerer([library, own]))
    const open = await discord
      .slash(discord.alice, discord.general, 'ask', { question: 'Who feeds the owls?' })
      .answer()
    await discord.slash(discord.bob, discord.general, 'ask', { question: 'Where does the ferry dock?' }).answer()
    const [hidden, listed, confirm] = await Promise.all([
      discord.slash(discord.alice, discord.general, 'articles').answer(),
      discord.slash(manager, discord.general, 'gaps').answer(),
      discord.slash(manager, discord.general, 'remove', { article: 'The kiln' }).answer(),
    ])
    await room.kept()
    const [{ key = '' } = {}] = await store.questions(discord.guild.id)
    const ids = [
      'gap-page:0',
      `gap-document:${key}`,
      `gap-dismiss:${key}`,
      `gap-answer:${key}`,
      `remove:${articleKey(own.id)}`,
    ]
    const forged = [
      ...ids,
      ...ids.map((id) => `${id}:AAAAAAAA`),
      ...idsOf(listed),
      ...idsOf(confirm),
      'answer-forget:1',
    ]
    for (const [i, id] of forged.entries()) {
      const user = discord.addUser(`forger ${i}`)
      for (const message of [open, hidden]) {
        if (message === hidden) Object.assign(discord.current(hidden)?.interaction_metadata ?? {}, { user })
        expect([id, await press(user, message, id)]).toEqual([id, LOST])
      }
    }
    await room.kept()
    expect((await store.questions(discord.guild.id)).map(({ state }) => state)).toEqual(['open'])
    expect(removed).toEqual([])
    await discord.press(manager, confirm, 'Remove').answer()
    expect(removed).toEqual([own.file])
  })

  test('of private replies do not change a public one', async () => {
    const { discord } = room
    const reply = await discord
      .slash(discord.alice, discord.general, 'ask', { question: 'Who feeds the owls?' })
      .answer()
    for (const id of ['list:0', `page:${articleKey(library.id)}:AAAAAAAA:0:0`, `try:${articleKey(library.id)}:0`])
      expect([id, await press(discord.bob, reply, id)]).toEqual([id, LOST])
    expect(discord.current(reply)?.content).toBe(reply.content)
  })

  test('keep no votes where a person has installed the bot for themselves', async () => {
    const { discord, store } = room
    const there = discord.addGuild('Elsewhere', [0, 1])
    discord.removeGuild(there.guild_id ?? '')
    const user = discord.addUser('traveller')
    const reply = await discord.slash(user, there, 'ask', { question: 'Where do the owls live?' }).answer()
    await discord.press(user, reply, 'Next').answer()
    expect(JSON.stringify(discord.current(reply)?.components)).not.toContain('helpful')
    const [turn = ''] = idsOf(reply)
    expect(await press(user, reply, turn.replace('turn', 'helpful').replace(':-1:', ':0:'))).toMatch(
      /^This bot keeps nothing/u,
    )
    await room.kept()
    expect(await store.votes(there.guild_id ?? '')).toEqual([])
  })
})
