import { ApplicationCommandType } from 'discord.js'
import { answerAsker } from '../asking.ts'
import type { MessageCommand } from '../context.ts'
import { named, reach } from '../naming.ts'
import { privateNotice } from '../notice.ts'
import { toQuestion } from '../question.ts'
import { type Catalogue, catalogueFor } from '../text/catalogues.ts'

const words = (text: Catalogue) => text.commands.askThis

/** Apps ▸ “Ask the articles”: answers the text of a message, privately. */
export const askTheArticles: MessageCommand = {
  words,
  definition: { ...reach, type: ApplicationCommandType.Message, ...named(words) },

  async answer(interaction, context) {
    const question = toQuestion(interaction.targetMessage.content)
    if (question === '') await interaction.reply(privateNotice(catalogueFor(interaction.locale).nothingToAsk))
    else await answerAsker(interaction, context, { trigger: 'apps', question, article: undefined, isPrivate: true })
  },
}
