/** The check in front of every interaction and message: whether the bot may be used there, and how often. */
import type { Interaction, Message } from 'discord.js'
import { messagesFor } from '../../text/messages.ts'
import { refusalOf } from '../access/rules.ts'
import { privateNotice } from '../replies/notice.ts'
import type { SharedContext } from './context.ts'
import { localeOf } from './message.ts'

/** Whether an interaction may be handled; if not, it has been answered with one private line. */
export async function admitInteraction(interaction: Interaction, shared: SharedContext): Promise<boolean> {
  const { access, cooldown } = shared
  const { locale, user } = interaction
  const text = messagesFor(locale)
  const refusal = await refusalOf(interaction, access.settings, access.memberships)
  const tooSoon = refusal ? undefined : await cooldown.takeUse(user.id, interaction.isAutocomplete())
  if (!refusal && !tooSoon) return true
  if (interaction.isAutocomplete()) await interaction.respond([])
  else if (refusal) await interaction.reply(privateNotice(text.refusals[refusal]))
  else if (tooSoon) await interaction.reply(privateNotice(text.tooFast(tooSoon.when)))
  return false
}

/**
 * Whether a message may be answered. In direct messages, a refused person is notified once a day.
 * @throws CannotPost where the bot may not post
 */
export async function admitMessage(message: Message, shared: SharedContext): Promise<boolean> {
  const { access, refusalNotices, sendDirectNotice } = shared
  if (message.author.bot || message.webhookId !== null) return false
  const refusal = await refusalOf(message, access.settings, access.memberships)
  if (!refusal) {
    access.writable.demand(message)
    return !message.inGuild() || (await access.commandPermissions.mayAsk(message))
  }
  const isTold = message.channel.isDMBased() && (await refusalNotices.take(message.author.id)) === undefined
  if (isTold) await sendDirectNotice(message, messagesFor(localeOf(message)).refusals[refusal])
  return false
}
