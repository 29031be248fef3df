import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { titleOf } from '../../replies/citation-line.ts'
import { escapeInLine } from '../../replies/escape.ts'
import { LONGEST_QUESTION, limits } from '../../replies/limits.ts'
import { privateNotice } from '../../replies/notice.ts'
import { truncate } from '../../replies/truncate.ts'
import { answerAsker } from '../answer-question.ts'
import type { ArticleDirectory } from '../article-directory.ts'
import { described, reach } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'
import { toQuestion } from '../message-intent.ts'

const words = (text: Messages) => text.commands.ask

/** `/ask`: a question to all articles or to one, answered for all to see or privately. */
export const ask: SlashCommand = {
  words,
  definition: {
    ...reach,
    type: ApplicationCommandType.ChatInput,
    ...described(words),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...described((text) => text.commands.ask.question),
        required: true,
        max_length: LONGEST_QUESTION,
      },
      {
        type: ApplicationCommandOptionType.String,
        ...described((text) => text.commands.ask.article),
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Boolean, ...described((text) => text.commands.ask.private) },
    ],
  },

  async answer(interaction, context) {
    const question = toQuestion(interaction.options.getString('question', true))
    const typed = interaction.options.getString('article')
    const isPrivate = interaction.options.getBoolean('private') ?? false
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

function unknownArticle(typed: string, shelf: ArticleDirectory, text: Messages): string {
  const name = text.quoted(truncate(typed, limits.choiceText, escapeInLine))
  const nearest = shelf.nearest(typed).map(({ title, url }) => titleOf(title, url))
  return text.unknownArticle(name, nearest.join(' · '))
}
