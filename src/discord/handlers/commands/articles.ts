import { ApplicationCommandType, MessageFlags } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { articleListReply, openingReply } from '../../replies/article-list.ts'
import { readListFields } from '../../replies/custom-id.ts'
import { privateNotice } from '../../replies/notice.ts'
import { answerAsker, privately } from '../answer-question.ts'
import { described, reach } from '../command-names.ts'
import type { Context, Press, SlashCommand } from '../context.ts'
import { suggestQuestions } from '../suggest-questions.ts'

const words = (text: Messages) => text.commands.articles

/** `/articles`: what there is to ask about, privately. */
export const articles: SlashCommand = {
  words,
  definition: { ...reach, type: ApplicationCommandType.ChatInput, ...described(words) },

  async answer(interaction, { answerer }) {
    await interaction.reply(privately(articleListReply(answerer.articles, messagesFor(interaction.locale), 0)))
  },
}

/** Turns to another page of the list. */
export async function turnList(interaction: Press, { answerer }: Context, fields: readonly string[]): Promise<void> {
  const list = articleListReply(answerer.articles, messagesFor(interaction.locale), readListFields(fields) ?? 0)
  await interaction.update({ ...list, flags: MessageFlags.SuppressEmbeds })
}

/** Shows the opening of the article that was chosen from the list, and what it can be asked. */
export async function openArticle(interaction: Press, { answerer, directory }: Context): Promise<void> {
  const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : []
  const text = messagesFor(interaction.locale)
  const article = directory.findByKey(key)
  if (article) await interaction.reply(privately(openingReply(article, suggestQuestions(answerer, article), text)))
  else await interaction.reply(privateNotice(text.articles.gone))
}

/** Asks an article the question that stands on a button. */
export async function tryQuestion(interaction: Press, context: Context, [key = '']: readonly string[]): Promise<void> {
  const article = context.directory.findByKey(key)
  const question = 'label' in interaction.component ? interaction.component.label : null
  if (article && question) {
    await answerAsker(interaction, context, { trigger: 'button', question, article, isPrivate: true })
  } else await interaction.reply(privateNotice(messagesFor(interaction.locale).articles.gone))
}
