/** `/gaps`: the questions of a server that the articles do not answer, and what to do about them. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  MessageFlags,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js'
import type { Gap } from '../../../gaps/gaps.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import type { Reply } from '../../replies/answer-reply.ts'
import { readListFields } from '../../replies/custom-id.ts'
import { gapListReply, gapReply } from '../../replies/learning/gap-list.ts'
import { ANSWER_FIELD, forgetReply, gapModal } from '../../replies/learning/remembered.ts'
import { MAX_QUESTION_LENGTH } from '../../replies/limits.ts'
import { escapeInLine } from '../../replies/markdown/escape.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { notice, privateNotice } from '../../replies/notice.ts'
import { forManagers, localised } from '../command-names.ts'
import type { ComponentUse, Context, SlashCommand } from '../context.ts'
import { signComponents, signId } from '../signed-ids.ts'
import type { Learning } from './learning.ts'
import { openGaps } from './open-gaps.ts'
import { readStore } from './read-store.ts'
import { claimSummary, SUMMARY_CHANNEL } from './weekly-summary.ts'

const labels = (text: Messages) => text.commands.gaps

export const gaps: SlashCommand = {
  labels,
  definition: {
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    ...localised(labels),
    options: [
      {
        type: ApplicationCommandOptionType.Channel,
        ...localised((text) => text.commands.gaps.channel),
        channel_types: [ChannelType.GuildText],
      },
    ],
  },

  async answer(interaction, context) {
    const text = messagesFor(interaction.locale)
    const { learning } = context
    const { guildId } = interaction
    if (!learning || guildId === null) return interaction.reply(privateNotice(text.learning.off))
    // Asking many questions again may take longer than three seconds.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const channel = interaction.options.getChannel('channel')
    if (channel) {
      learning.write(async (store) => {
        await store.putSetting(guildId, SUMMARY_CHANNEL, channel.id)
        // The first summary comes at the beginning of next week.
        await claimSummary(store, guildId)
      })
      return interaction.editReply(notice(text.gaps.weekly(`<#${channel.id}>`)))
    }
    return interaction.editReply(await show(interaction, context, (open) => gapListReply(open, text, 0)))
  },
}

/** Handles the menu and the buttons of the list. */
export async function handleGap(
  interaction: ComponentUse,
  context: Context,
  action: 'gap-page' | 'gap-open' | 'gap-document' | 'gap-dismiss' | 'gap-answer',
  fields: readonly string[],
): Promise<unknown> {
  const text = messagesFor(interaction.locale)
  const { guildId } = interaction
  const { learning } = context
  if (!learning || guildId === null) return interaction.reply(privateNotice(text.learning.off))
  if (action === 'gap-answer') {
    // A form can only be shown at once, so the question is taken from the store without asking it again.
    const questions = await readStore(context.log, () => learning.store.questions(guildId))
    const asked = questions?.find(({ key }) => key === fields[0])
    return asked
      ? interaction.showModal(signId(gapModal(asked.key, asked.question, text), interaction))
      : interaction.reply(privateNotice(text.gaps.gone))
  }
  await interaction.deferUpdate()
  const key = action === 'gap-open' && interaction.isStringSelectMenu() ? interaction.values[0] : fields[0]
  return interaction.editReply(
    await show(interaction, context, (open) => {
      if (action === 'gap-page') return gapListReply(open, text, readListFields(fields) ?? 0)
      const gap = open.find(({ keys }) => keys.some((each) => each === key))
      if (!gap) return withNote(gapListReply(open, text, 0), text.gaps.gone)
      if (action === 'gap-open') return gapReply(gap, text)
      if (action === 'gap-document') return gapReply(gap, text, text.gaps.howToAdd)
      dismiss(learning, guildId, gap)
      const rest = open.filter((each) => each !== gap)
      return withNote(gapListReply(rest, text, 0), text.gaps.dismissed)
    }),
  )
}

/** Saves the answer that was typed for a question of the list. */
export async function answerGap(
  interaction: ModalSubmitInteraction,
  context: Context,
  [key = '']: readonly string[],
): Promise<unknown> {
  const text = messagesFor(interaction.locale)
  const { learning } = context
  const answer = interaction.fields.getTextInputValue(ANSWER_FIELD)
  if (!learning || !interaction.inCachedGuild() || answer.trim() === '')
    return interaction.reply(privateNotice(text.gaps.gone))
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  const { guildId, id, member, createdTimestamp: writtenAt } = interaction
  const gaps = await readStore(context.log, () => openGaps(learning, context, guildId))
  if (!gaps) return interaction.editReply(notice(text.learning.noStore))
  const gap = gaps.find(({ keys }) => keys.includes(key))
  if (!gap) return interaction.editReply(notice(text.gaps.gone))
  const { question } = gap
  const remembered = { question, answer, author: member.displayName, writtenAt }
  if (!(await learning.answers.save(guildId, id, remembered))) return interaction.editReply(notice(text.answers.empty))
  learning.closeGap(guildId, gap)
  await context.reload()
  const shown = text.quoted(truncate(question, MAX_QUESTION_LENGTH, escapeInLine))
  return interaction.editReply(signComponents(forgetReply(text.answers.saved(shown), id, text), interaction))
}

/** Renders the open gaps of the server of an interaction. */
async function show(
  interaction: RepliableInteraction,
  context: Context,
  render: (open: readonly Gap[]) => Reply,
): Promise<Reply> {
  const { guildId, locale } = interaction
  const { learning } = context
  if (!learning || guildId === null) return { content: messagesFor(locale).learning.off, components: [] }
  const reply = await readStore(context.log, async () => render(await openGaps(learning, context, guildId)))
  return reply ? signComponents(reply, interaction) : { content: messagesFor(locale).learning.noStore, components: [] }
}

function dismiss(learning: Learning, server: string, { keys }: Gap): void {
  learning.write(async (store) => {
    for (const record of await store.questions(server))
      if (keys.includes(record.key)) await store.putQuestion({ ...record, state: 'dismissed' })
  })
  learning.count(server, 'closed')
}

function withNote({ content, components }: Reply, note: string): Reply {
  return { content: `${note}\n\n${content}`, components }
}
