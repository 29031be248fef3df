/** Keeps remembered answers in line with the messages that they quote. */
import type { Client, GatewayMessageUpdateDispatchData } from 'discord.js'
import type { SharedContext } from '../context.ts'
import { answerIn } from './answer-in.ts'

/**
 * Saves the new text of a message that is remembered. One that the bot may not read any more, which is that of a message
 * without a mention of it, is forgotten, as what it says now is unknown: its question is listed as a gap again.
 */
export async function followEdit(
  client: Client,
  { learning, reload, latest }: SharedContext,
  { id, guild_id: server, channel_id, edited_timestamp }: GatewayMessageUpdateDispatchData,
): Promise<void> {
  // Discord also sends this event when it adds a link preview.
  if (!learning || server === undefined || !edited_timestamp || !learning.answers.has(server, id)) return
  const question = await learning.answers.questionOf(server, id)
  const channel = await client.channels.fetch(channel_id)
  if (!channel?.isSendable()) return
  const message = await channel.messages.fetch({ message: id, force: true, cache: false })
  const isKept =
    question !== undefined &&
    message.content !== '' &&
    (await learning.answers.save(server, id, answerIn(message, question)))
  if (!isKept) learning.answers.remove(server, id)
  await reload()
  // Not before: the articles would still answer it.
  if (!isKept && question !== undefined)
    learning.reopen({ question, verdict: 'silent', unknown: [] }, latest().answerer, server, id)
}

/** Forgets the answers of deleted messages. */
export async function followDeletion(
  { learning, reload }: SharedContext,
  server: string,
  ids: readonly string[],
): Promise<void> {
  const removed = ids.filter((id) => learning?.answers.remove(server, id))
  if (removed.length > 0) await reload()
}
