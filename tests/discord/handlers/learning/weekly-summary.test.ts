/** The weekly summary of unanswered questions. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { parseSettings } from '../../../../src/config.ts'
import { SUMMARY_CHANNEL } from '../../../../src/discord/handlers/learning/weekly-summary.ts'
import { openStore } from '../../../../src/store/open-store.ts'
import type { QuestionRecord } from '../../../../src/store/store.ts'
import { startStandIn } from '../../../stand-in/stand-in.ts'
import { hasSqlite } from '../../../store/has-sqlite.ts'
import { run } from '../../running.ts'
import { temporaryFolder } from './temporary-folder.ts'

describe.skipIf(!hasSqlite)('the weekly summary', () => {
  const dataDir = temporaryFolder()
  const question = (server: string): QuestionRecord => ({
    key: server,
    server,
    question: 'Is there a sauna? @everyone',
    verdict: 'silent',
    unknown: ['sauna'],
    askedAt: Date.now(),
    state: 'open',
  })

  test('is posted once a week to the channel, whichever process posts it', async () => {
    const discord = await startStandIn()
    const learning = async () => {
      const store = await openStore({ dataDir })
      return { store, keepQuestions: 30, gapsChannel: discord.general.id, corpus: dataDir }
    }
    const { store } = await learning()
    onTestFinished(() => store.close())
    await store.putQuestion(question(discord.guild.id))
    const first = await run(discord, { learning: await learning() })
    const summary = await discord.nextMessage(discord.general)
    expect(summary.content).toMatch(/^\*\*1 question without an answer\*\*\n“Is there a sauna\? \\@everyone”\n/u)
    await first.stop()
    const second = await run(discord, { learning: await learning() })
    // Its answer comes after the summary that a second process would post.
    await discord.slash(discord.alice, discord.general, 'ask', { question: 'Who feeds the owls?' }).answer()
    await second.stop()
    expect(discord.messages(discord.general).filter(({ content }) => content.includes('sauna'))).toHaveLength(1)
    await discord.stop()
    expect(discord.violations).toEqual([])
  })

  test('reaches the other servers that are served where one refuses it; commands say when the store cannot be read', async () => {
    const discord = await startStandIn()
    const elsewhere = discord.addGuild('Elsewhere', [0, 1])
    const store = await openStore({ dataDir: dataDir })
    const unserved = discord.addGuild('Unserved', [0, 1])
    for (const { id, guild_id: server = '' } of [discord.general, elsewhere, unserved]) {
      await store.putQuestion(question(server))
      await store.putSetting(server, SUMMARY_CHANNEL, id)
    }
    discord.fail({ method: 'POST', path: '/channels/*/messages', how: 403 })
    const access = { ...parseSettings({}).access, servers: [discord.guild.id, elsewhere.guild_id ?? ''] }
    let isGone = false
    const questions = (server: string) => (isGone ? Promise.reject(new Error('gone')) : store.questions(server))
    const bot = await run(discord, {
      learning: { store: { ...store, questions }, keepQuestions: 30, corpus: dataDir },
      access,
    })
    const posted = () => [discord.general, elsewhere].flatMap((channel) => discord.messages(channel))
    await discord.waitFor(() => posted().length > 0)
    expect(bot.log()).toContain('the weekly summary was not posted')
    isGone = true
    for (const command of ['gaps', 'stats']) {
      const { content } = await discord.slash(discord.owner, discord.general, command).answer()
      expect(content).toMatch(/^I cannot read what was kept/u)
    }
    await bot.stop()
    expect(discord.messages(unserved)).toEqual([])
    await discord.stop()
  })
})
