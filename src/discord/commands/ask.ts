import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import type { Article } from '../../corpus/article.ts'
import { answerAsker } from '../asking.ts'
import { titleOf } from '../citation-line.ts'
import type { SlashCommand } from '../context.ts'
import { escapeInLine } from '../escape.ts'
import { articlesLike, findArticle, valueOf } from '../find-article.ts'
import { fit } from '../fit.ts'
import { LONGEST_QUESTION, limits } from '../limits.ts'
import { described, reach } from '../naming.ts'
import { privateNotice } from '../notice.ts'
import { type Catalogue, catalogueFor } from '../text/catalogues.ts'

/** How many articles are named beside one that is not there. */
const NEAREST = 3

/** `/ask`: a question to all articles or to one, answered for all to see or privately. */
export const ask: SlashCommand = {
  definition: {
    ...reach,
    type: ApplicationCommandType.ChatInput,
    ...described((text) => text.commands.ask),
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
    const question = interaction.options.getString('question', true)
    const typed = interaction.options.getString('article')
    const { articles } = context.answerer
    const article = typed === null ? undefined : findArticle(articles, typed)
    if (typed !== null && !article) {
      await interaction.reply(privateNotice(unknownArticle(typed, articles, catalogueFor(interaction.locale))))
      return
    }
    const isPrivate = interaction.options.getBoolean('private') ?? false
    await answerAsker(interaction, context, { question, article, isPrivate })
  },

  async complete(interaction, context) {
    const articles = articlesLike(context.answerer.articles, interaction.options.getFocused())
    await interaction.respond(
      articles.map((article) => ({ name: fit(article.title, limits.choiceText), value: valueOf(article) })),
    )
  },
}

/** Tells that there is no such article, and which come nearest. */
function unknownArticle(typed: string, articles: readonly Article[], text: Catalogue): string {
  const name = text.quoted(fit(typed, limits.choiceText, escapeInLine))
  const nearest = articlesLike(articles, typed).slice(0, NEAREST)
  return text.unknownArticle(name, nearest.map(({ title, url }) => titleOf(title, url)).join(' · '))
}
