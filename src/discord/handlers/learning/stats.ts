/** `/stats`: what happened in a server in the last 30 days. */
import { ApplicationCommandType, MessageFlags } from 'discord.js'
import { dayOf } from '../../../store/store.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { type ServerStats, statsText } from '../../replies/learning/stats.ts'
import { notice, privateNotice } from '../../replies/notice.ts'
import { forManagers, localised } from '../command-names.ts'
import type { Context, SlashCommand } from '../context.ts'
import type { Learning } from './learning.ts'
import { openGaps } from './open-gaps.ts'
import { readStore } from './read-store.ts'

/** Milliseconds. */
const PERIOD = 30 * 24 * 60 * 60_000

const labels = (text: Messages) => text.commands.stats

export const stats: SlashCommand = {
  labels,
  definition: {
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    ...localised(labels),
  },

  async answer(interaction, context) {
    const text = messagesFor(interaction.locale)
    const { learning, log } = context
    const { guildId } = interaction
    if (!learning || guildId === null) return interaction.reply(privateNotice(text.learning.off))
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const read = await readStore(log, () => statsOf(learning, context, guildId))
    return interaction.editReply(notice(read ? statsText(read, text) : text.learning.noStore))
  },
}

async function statsOf(learning: Learning, context: Context, server: string): Promise<ServerStats> {
  const open = await openGaps(learning, context, server)
  await learning.written()
  const since = Date.now() - PERIOD
  const votes = (await learning.store.votes(server)).filter(({ votedAt }) => votedAt >= since)
  const totals = new Map<string, number>()
  for (const { day, name, count } of await learning.store.counters(server))
    if (day >= dayOf(since)) totals.set(name, (totals.get(name) ?? 0) + count)
  const cited = context.directory.articles.flatMap((article) => {
    const count = totals.get(`cited ${article.id}`)
    return count === undefined ? [] : [{ article, count }]
  })
  const helpful = votes.filter(({ isHelpful }) => isHelpful).length
  return {
    verdicts: {
      answered: totals.get('answered') ?? 0,
      related: totals.get('related') ?? 0,
      silent: totals.get('silent') ?? 0,
    },
    gaps: { open: open.length, opened: totals.get('opened') ?? 0, closed: totals.get('closed') ?? 0 },
    votes: { helpful, wrong: votes.length - helpful },
    cited: cited.sort((a, b) => b.count - a.count),
  }
}
