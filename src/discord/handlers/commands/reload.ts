import { ApplicationCommandType, MessageFlags, Team, TeamMemberMembershipState } from 'discord.js'
import { UserError } from '../../../errors.ts'
import type { Changes } from '../../../indexing/index-version.ts'
import { type Messages, messagesFor } from '../../../text/messages.ts'
import { escapeInLine } from '../../replies/escape.ts'
import { limits } from '../../replies/limits.ts'
import { privateNotice } from '../../replies/notice.ts'
import { truncate } from '../../replies/truncate.ts'
import { described, reach } from '../command-names.ts'
import type { SlashCommand } from '../context.ts'

const words = (text: Messages) => text.commands.reload

/** `/reload`: looks at the articles anew, and says privately what differs; for the owner of the application, or its team. */
export const reload: SlashCommand = {
  words,
  definition: {
    ...reach,
    type: ApplicationCommandType.ChatInput,
    ...described(words),
    // Servers show it to their administrators only, who may still be nobody the bot belongs to.
    default_member_permissions: '0',
  },

  async answer(interaction, { reload: look }) {
    const text = messagesFor(interaction.locale)
    const { owner } = await interaction.client.application.fetch()
    const owners = owner instanceof Team ? acceptedIn(owner) : [owner?.id]
    if (!owners.includes(interaction.user.id)) return interaction.reply(privateNotice(text.reload.notOwner))
    // Many articles take longer than Discord waits.
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    return interaction.editReply({ content: truncate(await outcomeOf(look, text), limits.content) })
  },
}

/** A team's members, without those who are only invited. */
function acceptedIn({ members }: Team): string[] {
  return members
    .filter(({ membershipState }) => membershipState === TeamMemberMembershipState.Accepted)
    .map(({ id }) => id)
}

async function outcomeOf(look: () => Promise<Changes>, text: Messages): Promise<string> {
  try {
    return summaryOf(await look(), text)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return text.reload.failed(escapeInLine(error.message))
  }
}

function summaryOf({ problems, ...extents }: Changes, text: Messages): string {
  const lines = (['added', 'changed', 'removed'] as const).flatMap((what) => {
    const { articles, sentences } = extents[what]
    return articles === 0 ? [] : [text.reload[what](`${text.reload.articles(articles)}, ${text.sentences(sentences)}`)]
  })
  const wrong = problems.map(({ file, message }) => `- ${escapeInLine(`${file}: ${message}`)}`)
  return [...(lines.length > 0 ? lines : [text.reload.same]), ...wrong].join('\n')
}
