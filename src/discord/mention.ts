import {
  type Client,
  DiscordAPIError,
  type GatewayMessageUpdateDispatchData,
  LimitedCollection,
  type Message,
  MessageReferenceType,
  RESTJSONErrorCodes,
  type SendableChannels,
  SnowflakeUtil,
} from 'discord.js'
import type { Context } from './context.ts'
import { localeOf, notice } from './notice.ts'
import { type Request, readRequest } from './question.ts'
import { textFor } from './text/text.ts'

/** How many questions are remembered; of older ones Discord is asked. */
const REMEMBERED = 10_000
/** Among how many messages after a question its reply is sought. */
const WITHIN = 50
/** For how many milliseconds a message that was no question may become one by an edit. */
const YOUNG = 5 * 60_000

/**
 * The questions of messages, and the replies to them. A reply is found by what Discord holds, so that edits and
 * deletions work after a restart; what is remembered only spares requests, and lets an edit or a deletion wait for
 * the reply that is on its way.
 */
export class Mentions {
  readonly #client: Client
  readonly #context: Context
  /** From when on every question is remembered, clocks being apart by less than a minute. */
  readonly #since = Date.now() + 60_000
  readonly #answered = new LimitedCollection<string, Promise<unknown>>({ maxSize: REMEMBERED })

  constructor(client: Client, context: Context) {
    this.#client = client
    this.#context = context
  }

  /** Answers a message that asks something. */
  async answer(message: Message): Promise<void> {
    const request = await requestOf(message)
    if (request.kind === 'ignore') return
    const answering = this.#send(message, request)
    this.#answered.set(
      message.id,
      answering.catch(() => undefined),
    )
    await answering
  }

  /** Brings the reply in line with a question that was edited. */
  async revise(edit: GatewayMessageUpdateDispatchData): Promise<void> {
    // Discord also tells of a preview that it adds to a message: then nothing was edited.
    if (!edit.edited_timestamp || edit.author.bot) return
    const isMentioned = edit.mentions.some(({ id }) => id === this.#client.user?.id)
    if (edit.guild_id !== undefined && !isMentioned) return
    const { channel, reply } = await this.#find(edit.channel_id, edit.id)
    if (!channel || (reply && lastChange(reply) > Date.parse(edit.edited_timestamp))) return
    const message = await channel.messages.fetch({ message: edit.id, force: true, cache: false })
    if (!reply) {
      if (Date.now() - message.createdTimestamp < YOUNG) await this.answer(message)
      return
    }
    const request = await requestOf(message)
    if (!(await this.#admit(message))) return
    const payload = compose(this.#context, message, request)
    if (payload) await reply.edit(payload)
    else await reply.delete()
  }

  /** Deletes the replies to questions that were deleted. */
  async withdraw(channelId: string, questionIds: readonly string[]): Promise<void> {
    for (const id of questionIds) {
      if (!this.#mayHaveReply(id)) continue
      const { reply } = await this.#find(channelId, id)
      await reply?.delete()
    }
  }

  async #send(message: Message, request: Request): Promise<void> {
    if (!(await this.#admit(message))) return
    const payload = compose(this.#context, message, request)
    // Sent again after a lost answer, the same nonce does not post twice.
    if (payload) await message.reply({ ...payload, nonce: message.id, enforceNonce: true })
  }

  /** Counts a question; an asker in a hurry is told so once, privately. */
  async #admit(message: Message): Promise<boolean> {
    const tooSoon = await this.#context.cooldown.take(message.author.id, message.channelId)
    if (tooSoon?.isFirst) {
      await message.author.send(notice(textFor(localeOf(message)).tooSoon(tooSoon.until)))
    }
    return tooSoon === undefined
  }

  /** Whether a message of this id may have been a question: of those since the start it is known. */
  #mayHaveReply(id: string): boolean {
    const isOlder = SnowflakeUtil.timestampFrom(id) < this.#since
    return isOlder || this.#answered.has(id) || this.#answered.size === REMEMBERED
  }

  /** Finds the reply to a question among the messages after it. */
  async #find(channelId: string, id: string): Promise<{ channel?: SendableChannels; reply?: Message }> {
    await this.#answered.get(id)
    const channel = await this.#client.channels.fetch(channelId)
    if (!channel?.isSendable()) return {}
    const after = await channel.messages.fetch({ after: id, limit: WITHIN, cache: false })
    const reply = after.find(({ author, reference }) => author.id === this.#client.user?.id && reference?.messageId === id)
    return { channel, ...(reply && { reply }) }
  }
}

function lastChange(message: Message): number {
  return message.editedTimestamp ?? message.createdTimestamp
}

/** What a message asks of the bot. */
export async function requestOf(message: Message): Promise<Request> {
  const { content, author, webhookId, system, client, reference } = message
  const written = {
    content,
    byPerson: !author.bot && !system && webhookId === null,
    isDirect: message.channel.isDMBased(),
    botId: client.user.id,
  }
  const first = readRequest(written)
  if (!written.byPerson || reference?.type !== MessageReferenceType.Default) return first
  const isToBot = message.mentions.repliedUser?.id === client.user.id
  if (first.kind === 'ignore' && !isToBot) return first
  const original = await originalOf(message)
  return original
    ? readRequest({ ...written, repliesTo: { byBot: original.author.id === client.user.id, content: original.content } })
    : first
}

/** The message that this one answers, if it is still there. */
export async function originalOf(message: Message): Promise<Message | undefined> {
  try {
    return await message.fetchReference()
  } catch (thrown) {
    if (thrown instanceof DiscordAPIError && thrown.code === RESTJSONErrorCodes.UnknownMessage) return undefined
    throw thrown
  }
}
