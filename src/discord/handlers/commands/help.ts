import { ApplicationCommandType, userMention } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { privateNotice } from '../../replies/notice.ts'
import { described, reach } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'

const words = (text: Messages) => text.commands.help

/** `/help`: what the bot does, privately. */
export const help: SlashCommand = {
  words,
  definition: { ...reach, type: ApplicationCommandType.ChatInput, ...described(words) },

  async answer(interaction, { commands }) {
    const text = messagesFor(interaction.locale)
    const uses = commands.flatMap(({ words: wordsOf, definition: { type, ...definition } }) => {
      // Not for everybody.
      if (definition.default_member_permissions === '0') return []
      const { name, description } = wordsOf(text)
      if (type === ApplicationCommandType.Message) return `${text.help.inMenu(name)}: ${description}`
      return wordsOf === words ? [] : `\`/${name}\`: ${description}`
    })
    const mention = text.help.mention(userMention(interaction.client.user.id))
    const list = [...uses, mention, text.help.reply, text.help.buttons].map((use) => `- ${use}`)
    const lines = [text.help.whatIDo, text.help.howIAnswer, ...list, text.help.edits, text.help.silence]
    await interaction.reply(privateNotice(lines.join('\n')))
  },
}
