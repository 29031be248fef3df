import { ApplicationCommandType } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { privateNotice } from '../../replies/notice.ts'
import { answerAsker } from '../answer-question.ts'
import { named, reach } from '../command-names.ts'
import type { MessageCommand } from '../context.ts'
import { toQuestion } from '../message-intent.ts'

const words = (text: Messages) => text.commands.askThis

/** Apps ▸ “Ask the articles”: answers the text of a message, privately. */
export const askTheArticles: MessageCommand = {
  words,
  definition: { ...reach, type: ApplicationCommandType.Message, ...named(words) },

  async answer(interaction, context) {
    const question = toQuestion(interaction.targetMessage.content)
    if (question === '') await interaction.reply(privateNotice(messagesFor(interaction.locale).nothingToAsk))
    else await answerAsker(interaction, context, { trigger: 'apps', question, article: undefined, isPrivate: true })
  },
}
