/** `/remove`: moves an article to the trash, after it was confirmed. */
import { ApplicationCommandOptionType, ApplicationCommandType, MessageFlags } from 'discord.js'
import type { Article } from '../../../corpus/article.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import type { Access } from '../../access/access.ts'
import { confirmRemovalReply } from '../../replies/added-reply.ts'
import { titleOf } from '../../replies/citation-line.ts'
import { limits } from '../../replies/limits.ts'
import { escapeInLine } from '../../replies/markdown/escape.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { privateNotice } from '../../replies/notice.ts'
import { ephemeral } from '../answer-question.ts'
import { forManagers, localised } from '../command-names.ts'
import type { ComponentUse, Context, SlashCommand } from '../context.ts'
import { signComponents } from '../signed-ids.ts'
import { completeOwnArticle } from './complete-own.ts'

const labels = (text: Messages) => text.commands.remove

export const remove: SlashCommand = {
  labels,
  definition: {
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    ...localised(labels),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        required: true,
        autocomplete: true,
        ...localised((text) => labels(text).article),
      },
    ],
  },

  async answer(interaction, { access, directory }) {
    const text = messagesFor(interaction.locale)
    const name = interaction.options.getString('article', true)
    const own = interaction.guildId === null ? undefined : directory.ownedBy(interaction.guildId).findByName(name)
    const article = own ?? directory.findByName(name)
    if (!article || !(await mayRemove(interaction, article, access)))
      return interaction.reply(
        privateNotice(text.documents.notThisServers(truncate(name, limits.choiceText, escapeInLine))),
      )
    return interaction.reply(ephemeral(signComponents(confirmRemovalReply(article, text), interaction)))
  },

  complete: completeOwnArticle,
}

/** The button that confirms it. */
export async function confirmRemoval(
  interaction: ComponentUse,
  context: Context,
  [key = '']: readonly string[],
): Promise<unknown> {
  const { access, directory, documents, log } = context
  const text = messagesFor(interaction.locale)
  const article = directory.findByKey(key)
  if (!article || !(await mayRemove(interaction, article, access)))
    return interaction.update({ content: text.articles.gone, components: [] })
  await interaction.deferUpdate()
  const { id, file, server } = article
  const isRemoved = await documents.remove(file, server)
  log.info({ article: id, ...(server !== undefined && { server }), by: interaction.user.id }, 'article removed')
  // A failure has been logged: the last article of a folder cannot be removed from its index.
  await context.reload().catch(() => undefined)
  const content = isRemoved ? text.documents.removed(titleOf(article.title)) : text.articles.gone
  return interaction.editReply({ content, components: [], flags: MessageFlags.SuppressEmbeds })
}

/** Those who may use the command may remove the articles of their server; the bot's owner also the shared ones. */
async function mayRemove(
  { user, guildId }: Pick<ComponentUse, 'user' | 'guildId'>,
  { server }: Article,
  { owners }: Access,
): Promise<boolean> {
  return server === undefined ? owners.include(user.id) : server === guildId
}
