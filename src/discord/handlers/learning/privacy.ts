/** `/privacy` and `/forget`: what is kept about questions, and how to delete it. */
import { ApplicationCommandType } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { privateNotice } from '../../replies/notice.ts'
import { availability, forManagers, localised } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'

const privacyLabels = (text: Messages) => text.commands.privacy
const forgetLabels = (text: Messages) => text.commands.forget

export const privacy: SlashCommand = {
  labels: privacyLabels,
  definition: { ...availability, type: ApplicationCommandType.ChatInput, ...localised(privacyLabels) },

  async answer(interaction, { learning }) {
    const text = messagesFor(interaction.locale).learning
    await interaction.reply(privateNotice(learning ? text.privacy(learning.keepQuestions) : text.off))
  },
}

export const forget: SlashCommand = {
  labels: forgetLabels,
  definition: {
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    ...localised(forgetLabels),
  },

  async answer(interaction, { learning, log }) {
    const text = messagesFor(interaction.locale).learning
    const { guildId } = interaction
    if (!learning || guildId === null) return interaction.reply(privateNotice(text.off))
    await learning.written()
    const records = await learning.store.forget(guildId).catch((error: unknown) => {
      log.warn({ err: error }, 'the store cannot be written')
      return undefined
    })
    return interaction.reply(privateNotice(records === undefined ? text.noStore : text.forgotten(records)))
  },
}
