/** Apps ▸ “Add to the articles”: the attachment of a message, or its text, becomes an article. */
import { ApplicationCommandType, type Message, PermissionFlagsBits } from 'discord.js'
import type { Upload } from '../../../importers/background/add-upload.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { privateNotice } from '../../replies/notice.ts'
import { forManagers, localisedName } from '../command-names.ts'
import type { MessageCommand } from '../context.ts'
import { runAddition } from './run-addition.ts'

/** Code points of a title that is made of a message's first line. */
const MAX_TITLE = 80

const labels = (text: Messages) => text.commands.addThis

export const addMessage: MessageCommand = {
  labels,
  definition: { ...forManagers, type: ApplicationCommandType.Message, ...localisedName(labels) },

  async answer(interaction, context) {
    const { targetMessage, memberPermissions, locale } = interaction
    const text = messagesFor(locale)
    const file = targetMessage.attachments.first()
    if (file) {
      const upload: Upload = { kind: 'file', url: file.url, name: file.name }
      return runAddition(interaction, context, { upload, isShared: false })
    }
    if (targetMessage.content.trim() === '') return interaction.reply(privateNotice(text.documents.nothingToAdd))
    // A file was made to be read by others; what somebody wrote in a channel is published by a moderator only.
    if (!memberPermissions?.has(PermissionFlagsBits.ManageMessages))
      return interaction.reply(privateNotice(text.documents.textByModerators))
    return runAddition(interaction, context, { upload: uploadOf(targetMessage), isShared: false })
  },
}

function uploadOf({ cleanContent, author, createdAt, url }: Message): Upload {
  const [firstLine = ''] = cleanContent.trim().split('\n')
  const title = firstLine.replace(/^[\s#>*_~`-]+/u, '').replace(/(?<![\s*_~`])[\s*_~`]+$/u, '')
  return {
    kind: 'message',
    document: {
      title: truncate(title, MAX_TITLE),
      date: createdAt.toISOString().slice(0, 10),
      author: author.displayName,
      url,
      markdown: cleanContent,
      warnings: [],
    },
  }
}
