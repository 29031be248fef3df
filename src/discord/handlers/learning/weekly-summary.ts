/** Posts a weekly summary of unanswered questions to the channel that a server or the settings name. */
import { type Client, type Guild, MessageFlags } from 'discord.js'
import type { Store } from '../../../store/store.ts'
import { messagesFor } from '../../../text/messages.ts'
import { isServed } from '../../access/rules.ts'
import { gapSummary } from '../../replies/learning/gap-list.ts'
import type { SharedContext } from '../context.ts'
import { openGaps } from './open-gaps.ts'

/** Name of a server's setting: the id of a channel. */
export const SUMMARY_CHANNEL = 'summary-channel'

/** Seconds. */
const TWO_WEEKS = 14 * 24 * 60 * 60
/** Milliseconds. */
const HOUR = 60 * 60_000
const WEEK = 7 * 24 * 60 * 60_000
/** 1970-01-05, the first Monday. */
const FIRST_MONDAY = 4 * 24 * 60 * 60_000

/** Claims this week's summary of a server; whether no process has posted it yet. */
export async function claimSummary(store: Store, server: string): Promise<boolean> {
  const week = Math.floor((Date.now() - FIRST_MONDAY) / WEEK)
  const claim = `${process.pid} ${Math.random()}`
  return (await store.claim(`summary ${server} ${week}`, claim, TWO_WEEKS)) === claim
}

/** Posts the summaries that are due now, and every hour. */
export function scheduleSummaries(
  client: Client,
  contextNow: () => SharedContext,
  settingsChannel: string | undefined,
  background: (act: () => Promise<unknown>) => void,
): void {
  const post = (): void => background(() => postSummaries(client, contextNow(), settingsChannel))
  post()
  setInterval(post, HOUR).unref()
}

/** Posts the summaries of this week that are due; one that fails does not stop those of other servers. */
async function postSummaries(
  client: Client,
  context: SharedContext,
  settingsChannel: string | undefined,
): Promise<void> {
  for (const guild of client.guilds.cache.values()) {
    if (!isServed(guild.id, context.access.settings.servers)) continue
    try {
      await postSummary(guild, context, settingsChannel)
    } catch (error) {
      context.log.warn({ err: error, server: guild.id }, 'the weekly summary was not posted')
    }
  }
}

async function postSummary(guild: Guild, context: SharedContext, settingsChannel: string | undefined): Promise<void> {
  const { learning } = context
  if (!learning) return
  const named = await learning.store.setting(guild.id, SUMMARY_CHANNEL)
  const channel = guild.channels.cache.get(named ?? settingsChannel ?? '')
  if (!channel?.isSendable() || !(await claimSummary(learning.store, guild.id))) return
  const open = await openGaps(learning, context, guild.id)
  const content = gapSummary(open, messagesFor(guild.preferredLocale))
  if (open.length > 0) await channel.send({ content, flags: MessageFlags.SuppressEmbeds })
}
