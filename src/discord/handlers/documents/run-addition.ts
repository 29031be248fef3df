/** Adds a document for somebody, and replies with what came of it and what can be asked of it now. */
import {
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  TimestampStyles,
  time,
} from 'discord.js'
import type { Upload } from '../../../importers/background/add-upload.ts'
import { type AdditionOutcome, isFile } from '../../../importers/server/documents.ts'
import { messagesFor } from '../../../text/messages.ts'
import { refusalText } from '../../../text/refusals/refusal.ts'
import { addedReply, refusedText } from '../../replies/added-reply.ts'
import { privateNotice } from '../../replies/notice.ts'
import type { Context } from '../context.ts'
import { suggestQuestions } from '../suggest-questions.ts'

export interface AdditionRequest {
  readonly upload: Upload
  readonly title?: string
  /** File of the article to replace. */
  readonly replace?: string
  /** Whether it is for all servers, not only this one. */
  readonly isShared: boolean
}

/** @param interaction not yet replied to */
export async function runAddition(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  context: Context,
  { isShared, ...rest }: AdditionRequest,
): Promise<unknown> {
  const { documents, additions, audience, log } = context
  const { user, guildId, locale } = interaction
  const text = messagesFor(locale)
  if (guildId === null) return interaction.reply(privateNotice(text.documents.onlyInServers))
  const wait = isShared ? undefined : await additions.take(guildId)
  if (wait !== undefined) {
    const when = time(Math.ceil((Date.now() + wait) / 1_000), TimestampStyles.RelativeTime)
    return interaction.reply(privateNotice(text.documents.tooMany(documents.limits.additionsPerHour, when)))
  }
  await interaction.deferReply({ flags: MessageFlags.Ephemeral })
  const owner = isShared ? {} : { server: guildId }
  const outcome = await documents.add({ ...rest, ...owner, by: user.id })
  if (outcome.kind !== 'added') {
    log.info({ ...reasonOf(outcome), ...owner, by: user.id }, 'article not added')
    return interaction.editReply({ content: refusedText(outcome, documents.limits, text) })
  }
  for (const { path, outcome: what } of outcome.articles)
    log.info({ article: path, outcome: what, ...owner, by: user.id }, 'article added')
  // A failure has been logged; the article is there, and is read when the folder can be read again.
  await context.reload().catch(() => undefined)
  const { answerer, directory } = context.latest()
  const [first] = outcome.articles
  const article = first && directory.visibleTo(audience).articles.find(({ file }) => isFile(file, first.path))
  const questions = article ? await suggestQuestions(answerer, article, audience) : []
  return interaction.editReply(addedReply(outcome.articles, article, questions, text))
}

/** For the log. */
function reasonOf(outcome: Exclude<AdditionOutcome, { kind: 'added' }>) {
  return outcome.kind === 'full' ? outcome : { kind: outcome.kind, message: refusalText(outcome.refusal) }
}
