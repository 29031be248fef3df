/** Answers mentions and direct messages, and keeps the answers in line with edits and deletions. */
import { setImmediate } from 'node:timers/promises'
import {
  type BaseMessageOptions,
  type Client,
  type GatewayMessageUpdateDispatchData,
  LimitedCollection,
  type Message,
  type SendableChannels,
  SnowflakeUtil,
} from 'discord.js'
import type { Trigger } from '../../observer.ts'
import { messagesFor } from '../../text/messages.ts'
import { notice } from '../replies/notice.ts'
import { ask, renderAnswer } from './answer-question.ts'
import { type Context, contextFor, type SharedContext } from './context.ts'
import { articleBefore, intentOf, localeOf, previousQuestions, withNonce } from './message.ts'
import type { MessageIntent } from './message-intent.ts'

/** Questions whose replies are remembered; the replies to older ones are looked up on Discord. */
const MAX_REMEMBERED = 10_000
/** How many messages after a question are searched for its reply. */
const LOOKUP_LIMIT = 50
/** Milliseconds within which an edit can turn a message into a question. */
const EDIT_WINDOW = 5 * 60_000

/**
 * The questions asked in messages, and their replies. Replies are looked up on Discord, so that edits and deletions
 * work after a restart. Remembering reply ids saves requests, and lets an edit or a deletion wait for a reply that is
 * still being sent.
 */
export class Mentions {
  readonly #client: Client
  readonly #contextNow: () => SharedContext
  /** Every question since then is remembered. */
  readonly #startedAt = Date.now()
  /** Question id → reply id, or undefined if it got no reply. */
  readonly #replyIds = new LimitedCollection<string, Promise<string | undefined> | string | undefined>({
    maxSize: MAX_REMEMBERED,
  })

  /** Question id → when the version of it that the reply answers was written, in milliseconds. */
  readonly #answeredVersions = new LimitedCollection<string, number>({ maxSize: MAX_REMEMBERED })

  /** Resolves when every message so far has had its turn. */
  #lastTurn: Promise<void> = Promise.resolve()

  constructor(client: Client, contextNow: () => SharedContext) {
    this.#client = client
    this.#contextNow = contextNow
  }

  /** Answers a message if it asks something. */
  async answer(message: Message): Promise<void> {
    const isToBot = message.channel.isDMBased() || message.mentions.users.has(message.client.user.id)
    if (!isToBot) return
    const sending = this.#send(message)
    // Remembered before anything is awaited, as an edit may follow at once.
    const replyId = sending.catch(() => undefined)
    this.#answeredVersions.set(message.id, lastChange(message))
    this.#replyIds.set(message.id, replyId)
    // Replaced by the bare id, because the promise keeps the whole message in memory.
    this.#replyIds.set(message.id, await replyId)
    await sending
  }

  /** Updates, sends or deletes the reply after a message was edited. */
  async revise(edit: GatewayMessageUpdateDispatchData): Promise<void> {
    // Discord also sends this event when it adds a link preview.
    if (!edit.edited_timestamp || edit.author.bot) return
    const isMentioned = edit.mentions.some(({ id }) => id === this.#client.user?.id)
    // An edit can also remove the mention from a question.
    if (edit.guild_id !== undefined && !isMentioned && !this.#mayHaveReply(edit.id)) return
    const { channel, reply } = await this.#find(edit.channel_id, edit.id)
    const edited = Date.parse(edit.edited_timestamp)
    if (!channel || (reply && (this.#answeredVersions.get(edit.id) ?? lastChange(reply)) >= edited)) return
    const message = await channel.messages.fetch({ message: edit.id, force: true, cache: false })
    if (!reply) {
      if (Date.now() - message.createdTimestamp < EDIT_WINDOW) await this.answer(message)
      return
    }
    const began = performance.now()
    this.#answeredVersions.set(message.id, lastChange(message))
    const intent = await intentOf(message)
    if (!(await this.#admit(message))) return
    const payload = await payloadFor(await contextFor(this.#contextNow(), message), message, intent, 'edit')
    if (payload) await reply.edit(payload)
    else await reply.delete()
    this.#contextNow().observer.onReply('edit', performance.now() - began)
  }

  /** Deletes the replies to deleted questions. */
  async withdraw(channelId: string, questionIds: readonly string[]): Promise<void> {
    for (const id of questionIds) {
      if (!this.#mayHaveReply(id)) continue
      const { reply } = await this.#find(channelId, id)
      await reply?.delete()
    }
  }

  async #send(message: Message): Promise<string | undefined> {
    const began = performance.now()
    const trigger = message.channel.isDMBased() ? 'direct' : 'mention'
    const intent = await intentOf(message)
    if (intent.kind === 'nothing' || !(await this.#admit(message))) return undefined
    await this.#takeTurn()
    const payload = await payloadFor(await contextFor(this.#contextNow(), message), message, intent, trigger)
    if (!payload) return undefined
    const reply = await message.reply(withNonce(message, payload))
    this.#contextNow().observer.onReply(trigger, performance.now() - began)
    return reply.id
  }

  /**
   * Answers messages one at a time, with the event loop in between: after an outage, a slash command with its three
   * seconds must not wait for all missed mentions.
   */
  #takeTurn(): Promise<void> {
    this.#lastTurn = this.#lastTurn.then(() => setImmediate())
    return this.#lastTurn
  }

  /** Counts a question; an asker on cooldown is told once, in a direct message. */
  async #admit(message: Message): Promise<boolean> {
    const tooSoon = await this.#contextNow().cooldown.take(message.author.id, message.channelId)
    if (tooSoon?.isFirst) {
      await message.author.send(withNonce(message, notice(messagesFor(localeOf(message)).tooFast(tooSoon.when))))
    }
    return tooSoon === undefined
  }

  /** Whether a message may have a reply; known for certain for messages since the start. */
  #mayHaveReply(id: string): boolean {
    const isOlder = SnowflakeUtil.timestampFrom(id) < this.#startedAt
    return isOlder || this.#replyIds.has(id) || this.#replyIds.size === MAX_REMEMBERED
  }

  /** Looks for the reply to a question among the messages after it. */
  async #find(channelId: string, id: string): Promise<{ channel?: SendableChannels; reply?: Message }> {
    const replyId = await this.#replyIds.get(id)
    const channel = await this.#client.channels.fetch(channelId)
    if (!channel?.isSendable()) return {}
    const later = await channel.messages.fetch({ after: id, limit: LOOKUP_LIMIT, cache: false })
    const botId = this.#client.user?.id
    const reply = later.find(
      // A reply has no reference if its question was deleted while it was sent.
      ({ id: each, author, reference }) => each === replyId || (author.id === botId && reference?.messageId === id),
    )
    return { channel, ...(reply && { reply }) }
  }
}

function lastChange(message: Message): number {
  return message.editedTimestamp ?? message.createdTimestamp
}

/** The reply to a message; undefined if it needs none. */
async function payloadFor(
  context: Context,
  message: Message,
  intent: MessageIntent,
  trigger: Trigger,
): Promise<BaseMessageOptions | undefined> {
  const locale = localeOf(message)
  const text = messagesFor(locale)
  switch (intent.kind) {
    case 'nothing':
      return undefined
    case 'call':
      return { ...notice(text.howToAsk(`<@${message.client.user.id}>`)), components: [] }
    case 'unreadable':
      return { ...notice(text.unreadable), components: [] }
    case 'question': {
      const article = await articleBefore(message, context.directory)
      const previous = await previousQuestions(message)
      const request = { trigger, question: intent.question, previous, article, asker: message.author.id, locale }
      const answer = ask(context, request)
      return intent.mayBeChat && answer.verdict === 'silent'
        ? undefined
        : renderAnswer(answer, request, { match: 0, isPrivate: false, showsQuestion: false })
    }
  }
}
