/** Apps ▸ “Ask the articles”: privately answers the text of a message. */
import { ApplicationCommandType } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { privateNotice } from '../../replies/notice.ts'
import { answerAsker } from '../answer-question.ts'
import { availability, localisedName } from '../command-names.ts'
import type { MessageCommand } from '../context.ts'
import { questionOf } from '../message.ts'

const labels = (text: Messages) => text.commands.askThis

export const askTheArticles: MessageCommand = {
  labels,
  definition: { ...availability, type: ApplicationCommandType.Message, ...localisedName(labels) },

  async answer(interaction, context) {
    const question = await questionOf(interaction.targetMessage)
    if (question === '') await interaction.reply(privateNotice(messagesFor(interaction.locale).nothingToAsk))
    else await answerAsker(interaction, context, { trigger: 'apps', question, article: undefined, isPrivate: true })
  },
}
