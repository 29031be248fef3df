/** `/help`: how to use the bot. */
import { ApplicationCommandType, PermissionFlagsBits, userMention } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { privateNotice } from '../../replies/notice.ts'
import { availability, localised } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'

const labels = (text: Messages) => text.commands.help

export const help: SlashCommand = {
  labels,
  definition: { ...availability, type: ApplicationCommandType.ChatInput, ...localised(labels) },

  async answer(interaction, { access, commands }) {
    const text = messagesFor(interaction.locale)
    const uses = commands.flatMap(({ labels: labelsOf, definition: { type, ...definition } }) => {
      const needed = definition.default_member_permissions
      // `0` hides it from everybody but administrators.
      if (needed === '0' || (needed && !interaction.memberPermissions?.has(BigInt(needed)))) return []
      const { name, description } = labelsOf(text)
      if (type === ApplicationCommandType.Message) return text.help.entry(text.help.inMenu(name), description)
      return labelsOf === labels ? [] : text.help.entry(`\`/${name}\``, description)
    })
    const admins = interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ? [text.help.admins] : []
    const mention = text.help.mention(userMention(interaction.client.user.id))
    const direct = access.settings.directMessages ? [text.help.direct] : []
    const list = [...uses, mention, ...direct, text.help.reply, text.help.buttons].map((use) => `- ${use}`)
    const lines = [text.help.whatIDo, text.help.howIAnswer, ...list, text.help.edits, text.help.silence, ...admins]
    await interaction.reply(privateNotice(lines.join('\n')))
  },
}
