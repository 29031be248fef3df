import { ApplicationCommandType, userMention } from 'discord.js'
import type { SlashCommand } from '../context.ts'
import { described, reach } from '../naming.ts'
import { privateNotice } from '../notice.ts'
import { catalogueFor } from '../text/catalogues.ts'

/** `/help`: what the bot does, privately. */
export const help: SlashCommand = {
  definition: { ...reach, type: ApplicationCommandType.ChatInput, ...described((text) => text.commands.help) },

  async answer(interaction) {
    await interaction.reply(
      privateNotice(catalogueFor(interaction.locale).help(userMention(interaction.client.user.id))),
    )
  },
}
