/** `/articles`: the list of articles, and questions to try on one of them. */
import {
  ApplicationCommandType,
  MessageFlags,
  PermissionFlagsBits,
  TimestampStyles,
  time,
  userMention,
} from 'discord.js'
import type { Article } from '../../../corpus/article.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import type { Reply } from '../../replies/answer-reply.ts'
import { articleListReply, openingReply } from '../../replies/article-list.ts'
import { readListFields } from '../../replies/custom-id.ts'
import { privateNotice } from '../../replies/notice.ts'
import { answerAsker, ephemeral } from '../answer-question.ts'
import { availability, localised } from '../command-names.ts'
import type { ComponentUse, Context, SlashCommand } from '../context.ts'
import { suggestQuestions } from '../suggest-questions.ts'

const labels = (text: Messages) => text.commands.articles

export const articles: SlashCommand = {
  labels,
  definition: { ...availability, type: ApplicationCommandType.ChatInput, ...localised(labels) },

  async answer(interaction, context) {
    await interaction.reply(ephemeral(listOf(interaction, context, 0)))
  },
}

/** Turns to another page of the list. */
export async function turnList(interaction: ComponentUse, context: Context, fields: readonly string[]): Promise<void> {
  const list = listOf(interaction, context, readListFields(fields) ?? 0)
  await interaction.update({ ...list, flags: MessageFlags.SuppressEmbeds })
}

type Reader = Pick<ComponentUse, 'guildId' | 'locale' | 'memberPermissions'>

/** A page of the list; those who manage the server also see who added its articles. */
function listOf({ guildId, locale, memberPermissions }: Reader, context: Context, page: number): Reply {
  const { directory, documents } = context
  const text = messagesFor(locale)
  const isManager = guildId !== null && memberPermissions?.has(PermissionFlagsBits.ManageGuild)
  const additions = isManager ? documents.additionsOf(guildId) : {}
  const notes = ({ file }: Article): string[] => {
    const addition = additions[file.slice(Math.max(0, file.indexOf(`servers/${guildId}/`)))]
    const day = addition && time(Math.floor(addition.at / 1_000), TimestampStyles.ShortDate)
    return addition && day ? [text.documents.addedBy(userMention(addition.by), day)] : []
  }
  return articleListReply(directory.articles, text, page, notes)
}

/** Shows the opening of the article chosen from the list, with questions to try. */
export async function openArticle(interaction: ComponentUse, context: Context): Promise<void> {
  const { answerer, audience, directory } = context
  const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : []
  const text = messagesFor(interaction.locale)
  const article = directory.findByKey(key)
  if (article) {
    const questions = await suggestQuestions(answerer, article, audience)
    await interaction.reply(ephemeral(openingReply(article, questions, text)))
  } else await interaction.reply(privateNotice(text.articles.gone))
}

/** Asks an article the question on a button. */
export async function tryQuestion(
  interaction: ComponentUse,
  context: Context,
  [key = '']: readonly string[],
): Promise<void> {
  const article = context.directory.findByKey(key)
  const question = 'label' in interaction.component ? interaction.component.label : null
  if (article && question) {
    await answerAsker(interaction, context, { trigger: 'button', question, article, isPrivate: true })
  } else await interaction.reply(privateNotice(messagesFor(interaction.locale).articles.gone))
}
