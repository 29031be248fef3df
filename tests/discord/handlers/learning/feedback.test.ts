/** Votes on public replies, and what they change. */
import type { APIMessage, APIUser } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { hasSqlite } from '../../../store/has-sqlite.ts'
import { withStore } from './with-store.ts'

describe.skipIf(!hasSqlite)('votes', () => {
  const room = withStore({ staleAfter: 365 })

  const ask = (user: APIUser, question: string) =>
    room.discord.slash(user, room.discord.general, 'ask', { question }).answer()
  const now = (message: APIMessage) => room.discord.current(message)?.content
  /** Presses a button; what is shown privately to the user. */
  const press = async (user: APIUser, message: APIMessage, label: string) => {
    const { message: shown, ephemeral } = await room.discord.press(user, message, label).response
    return ephemeral ? shown?.content : undefined
  }

  test('of the asker that it is not the answer show the next match, and rank the passage lower for the same question', async () => {
    const { discord } = room
    const anna = discord.addUser('Anna')
    const reply = await ask(anna, 'Where do the owls live?')
    expect(reply.content).toContain('of **Odense** since March')
    await discord.press(anna, reply, 'Not the answer').answer()
    expect(now(reply)).not.toContain('**Odense**')
    expect(now(reply)).not.toContain('The articles have changed')
    const again = await ask(discord.addUser('Bert'), 'where are the owls living')
    expect(again.content).not.toContain('**Odense**')
    const other = await ask(discord.addUser('Cleo'), 'Which library do owls live in?')
    expect(other.content).toMatch(/> \*\*Three owls/u)
  })

  test('change nothing on earlier replies, whose matches are still found', async () => {
    const { discord } = room
    const [jana, kurt] = [discord.addUser('Jana'), discord.addUser('Kurt')]
    const [earlier, other] = [await ask(jana, 'Where do the owls live?'), await ask(kurt, 'Where do the owls live?')]
    await discord.press(kurt, other, 'Not the answer').answer()
    expect(await press(discord.bob, earlier, 'More context')).toContain('of Odense since')
    await discord.press(jana, earlier, 'Next').answer()
    expect(now(earlier)).toBe(now(other))
    expect(now(earlier)).not.toContain('The articles have changed')
    await discord.press(jana, earlier, 'Helpful').answer()
    await discord.press(jana, earlier, 'Next').answer()
    expect(now(earlier)).not.toContain('The articles have changed')
  })

  test('are counted once a person, without storing who, and shown in “Why this?”', async () => {
    const { discord } = room
    const reply = await ask(discord.addUser('Dirk'), 'Who feeds the owls?')
    // The source is of May 2024.
    expect(reply.content).toMatch(/ · \d+ years ago · /u)
    expect(await press(discord.bob, reply, 'Helpful')).toBe('Thank you, noted.')
    expect(await press(discord.bob, reply, 'Helpful')).toBe('Thank you, noted.')
    expect(await press(discord.alice, reply, 'Not the answer')).toMatch(/^Noted\./u)
    expect(await press(discord.alice, reply, 'Helpful')).toBe('Thank you, noted.')
    expect(await press(discord.owner, reply, 'Why this?')).toMatch(
      /^Votes in this server for this question: 2 helpful, 0 not the answer$/mu,
    )
    await room.kept()
    const votes = await room.store.votes(discord.guild.id)
    expect(votes).toHaveLength(2)
    const counted = (await room.store.counters(discord.guild.id)).map(({ name, count }) => [name, count])
    expect(counted).toContainEqual(['helpful', 2])
    expect(counted).toContainEqual(['wrong', 1])
    for (const { id } of [discord.alice, discord.bob]) expect(JSON.stringify(votes)).not.toContain(id)
  })

  test('that no passage is the answer make the question a gap', async () => {
    const { discord, manager } = room
    const reply = await ask(discord.addUser('Egon'), 'When will the roof be repaired?')
    expect(await press(discord.addUser('Finn'), reply, 'Not the answer')).toContain('/gaps')
    const { content } = await discord.slash(manager, discord.general, 'gaps').answer()
    expect(content).toMatch(/“When will the roof be repaired\?”\n-# asked once, .* · the answer was marked as wrong/u)
  })

  test('are shown in /stats, with verdicts, gaps and the most quoted articles', async () => {
    const { discord, manager } = room
    const ina = discord.addUser('Ina')
    const reply = await ask(ina, 'Who feeds the owls?')
    await press(ina, reply, 'Helpful')
    await ask(ina, 'When do owls sleep in the sauna?')
    await ask(ina, 'Who feeds the owls?')
    const { content } = await discord.slash(manager, discord.general, 'stats').answer()
    expect(content).toMatch(/^3 public questions: 67% answered, /mu)
    expect(content).toMatch(/^Gaps: 1 open, 1 new, 0 closed$/mu)
    expect(content).toMatch(/^Votes: 1 helpful, 0 not the answer$/mu)
    expect(content).toMatch(/^- Owls move into the library of Odense \([23]\)$/mu)
  })

  test('have no buttons on private replies and silent ones', async () => {
    const { discord } = room
    const reply = await discord
      .slash(discord.addUser('Gabi'), discord.general, 'ask', { question: 'Who feeds the owls?', private: true })
      .answer()
    expect(JSON.stringify(reply.components)).not.toContain('Helpful')
    const silent = await ask(discord.addUser('Hugo'), 'Is there a sauna?')
    expect(JSON.stringify(silent.components)).not.toContain('Helpful')
  })
})
