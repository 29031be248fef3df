/** `/reload`: reads the articles again and reports what changed, for the bot's owner. */
import { ApplicationCommandType, MessageFlags } from 'discord.js'
import { UserError } from '../../../errors.ts'
import type { Changes } from '../../../indexing/index-version.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { limits } from '../../replies/limits.ts'
import { escapeInLine } from '../../replies/markdown/escape.ts'
import { truncate } from '../../replies/markdown/truncate.ts'
import { privateNotice } from '../../replies/notice.ts'
import { availability, localised } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'

const labels = (text: Messages) => text.commands.reload

export const reload: SlashCommand = {
  labels,
  definition: {
    ...availability,
    type: ApplicationCommandType.ChatInput,
    ...localised(labels),
    // Discord shows it to server administrators only; whether one owns the bot is checked below.
    default_member_permissions: '0',
  },

  async answer(interaction, { access, reload: readAgain }) {
    const text = messagesFor(interaction.locale)
    if (!(await access.owners.include(interaction.user.id)))
      return interaction.reply(privateNotice(text.reload.notOwner))
    // Reading many articles can take longer than three seconds.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    return interaction.editReply({ content: truncate(await outcomeOf(readAgain, text), limits.content) })
  },
}

async function outcomeOf(readAgain: () => Promise<Changes>, text: Messages): Promise<string> {
  try {
    return summaryOf(await readAgain(), text)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return text.reload.failed(escapeInLine(error.message))
  }
}

function summaryOf({ problems, ...counts }: Changes, text: Messages): string {
  const lines = (['added', 'changed', 'removed'] as const).flatMap((change) => {
    const { articles, sentences } = counts[change]
    return articles === 0
      ? []
      : [text.reload[change](`${text.reload.articles(articles)}, ${text.sentences(sentences)}`)]
  })
  const problemList = problems.map(({ file, message }) => `- ${escapeInLine(`${file}: ${message}`)}`)
  return [...(lines.length > 0 ? lines : [text.reload.same]), ...problemList].join('\n')
}
