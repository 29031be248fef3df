/** `/add`: a file or a web page becomes an article. */
import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord.js'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { limits } from '../../replies/limits.ts'
import { escapeInLine } from '../../replies/markdown/escape.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { privateNotice } from '../../replies/notice.ts'
import { forManagers, localised } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'
import { completeOwnArticle } from './complete-own.ts'
import { runAddition } from './run-addition.ts'

const MAX_ADDRESS = 2_000
const MAX_TITLE = 200

const labels = (text: Messages) => text.commands.add

export const add: SlashCommand = {
  labels,
  definition: {
    ...forManagers,
    type: ApplicationCommandType.ChatInput,
    ...localised(labels),
    options: [
      { type: ApplicationCommandOptionType.Attachment, ...localised((text) => labels(text).file) },
      { type: ApplicationCommandOptionType.String, max_length: MAX_ADDRESS, ...localised((text) => labels(text).url) },
      { type: ApplicationCommandOptionType.String, max_length: MAX_TITLE, ...localised((text) => labels(text).title) },
      { type: ApplicationCommandOptionType.String, autocomplete: true, ...localised((text) => labels(text).replace) },
      { type: ApplicationCommandOptionType.Boolean, ...localised((text) => labels(text).shared) },
    ],
  },

  async answer(interaction, context) {
    const { options, user, guildId, locale } = interaction
    const text = messagesFor(locale)
    const [file, url] = [options.getAttachment('file'), options.getString('url')?.trim()]
    const isShared = options.getBoolean('shared') ?? false
    const title = options.getString('title')?.trim()
    const name = options.getString('replace')
    if ((file === null) === (url === undefined)) return interaction.reply(privateNotice(text.documents.fileOrUrl))
    if (isShared && !(await context.access.owners.include(user.id)))
      return interaction.reply(privateNotice(text.documents.sharedByOwner))
    const { directory } = context
    const own = isShared || guildId === null ? directory.visibleTo([]) : directory.ownedBy(guildId)
    const replaced = name === null ? undefined : own.findByName(name)
    if (name !== null && !replaced)
      return interaction.reply(
        privateNotice(text.documents.notThisServers(truncate(name, limits.choiceText, escapeInLine))),
      )
    const upload = file
      ? { kind: 'file' as const, url: file.url, name: file.name }
      : { kind: 'page' as const, url: url ?? '' }
    return runAddition(interaction, context, {
      upload,
      ...(title && { title }),
      ...(replaced && { replace: replaced.file }),
      isShared,
    })
  },

  complete: completeOwnArticle,
}
