import { ApplicationCommandType, MessageFlags } from 'discord.js'
import { cardReply, listReply, suggestQuestions } from '../articles-reply.ts'
import { privately } from '../asking.ts'
import type { Context, Press, SlashCommand } from '../context.ts'
import { articleByKey } from '../find-article.ts'
import { described, reach } from '../naming.ts'
import { privateNotice } from '../notice.ts'
import { catalogueFor } from '../text/catalogues.ts'

/** `/articles`: what there is to ask about, privately. */
export const articles: SlashCommand = {
  definition: { ...reach, type: ApplicationCommandType.ChatInput, ...described((text) => text.commands.articles) },

  async answer(interaction, { answerer }) {
    await interaction.reply(privately(listReply(answerer.articles, catalogueFor(interaction.locale), 0)))
  },
}

/** Turns to another page of the list. */
export async function turnList(interaction: Press, { answerer }: Context, [page]: readonly string[]): Promise<void> {
  const list = listReply(answerer.articles, catalogueFor(interaction.locale), Number(page))
  await interaction.update({ ...list, flags: MessageFlags.SuppressEmbeds })
}

/** Shows the opening of the article that was chosen from the list, and what it can be asked. */
export async function openArticle(interaction: Press, { answerer }: Context): Promise<void> {
  const [key = ''] = interaction.isStringSelectMenu() ? interaction.values : []
  const text = catalogueFor(interaction.locale)
  const article = articleByKey(answerer.articles, key)
  if (article) await interaction.reply(privately(cardReply(article, suggestQuestions(article, answerer), text)))
  else await interaction.reply(privateNotice(text.articles.gone))
}
