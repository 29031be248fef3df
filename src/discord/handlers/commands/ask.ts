/** `/ask`: asks all articles or one, publicly or privately. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { listedTitle } from '../../replies/citation-line.ts'
import { limits, MAX_QUESTION_LENGTH } from '../../replies/limits.ts'
import { escapeInLine } from '../../replies/markdown/escape.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { privateNotice } from '../../replies/notice.ts'
import { answerAsker } from '../answer-question.ts'
import type { ArticleDirectory } from '../article-directory.ts'
import { availability, localised } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'
import { toQuestion } from '../message-intent.ts'

const labels = (text: Messages) => text.commands.ask

export const ask: SlashCommand = {
  labels,
  definition: {
    ...availability,
    type: ApplicationCommandType.ChatInput,
    ...localised(labels),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...localised((text) => text.commands.ask.question),
        required: true,
        max_length: MAX_QUESTION_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...localised((text) => text.commands.ask.article),
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean, ...localised((text) => text.commands.ask.private) },
    ],
  },

  async answer(interaction, context) {
    const question = toQuestion(interaction.options.getString('question', true))
    const typed = interaction.options.getString('article')
    const isPrivate = interaction.options.getBoolean('private') ?? context.access.settings.answersPrivately
    const article = typed === null ? undefined : context.directory.findByName(typed)
    const text = messagesFor(interaction.locale)
    if (question === '') await interaction.reply(privateNotice(text.nothingToAsk))
    else if (typed === null || article)
      await answerAsker(interaction, context, { trigger: 'command', question, article, isPrivate })
    else await interaction.reply(privateNotice(unknownArticle(typed, context.directory, text)))
  },

  async complete(interaction, { directory }) {
    await interaction.respond(directory.choices(interaction.options.getFocused()))
  },
}

function unknownArticle(typed: string, directory: ArticleDirectory, text: Messages): string {
  const name = text.quoted(truncate(typed, limits.choiceText, escapeInLine))
  const nearest = directory.nearest(typed).map(listedTitle)
  return text.unknownArticle(name, nearest.join(' · '))
}
