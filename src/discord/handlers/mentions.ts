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
import { messagesFor } from '../../text/messages.ts'
import type { Trigger } from '../observer.ts'
import { notice } from '../replies/notice.ts'
import { ask, show } from './answer-question.ts'
import type { Context } from './context.ts'
import { articleBefore, intentOf, localeOf, withNonce } from './message.ts'
import type { MessageIntent } from './message-intent.ts'

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
  readonly #contextNow: () => Context
  /** From when on every question is remembered. */
  readonly #since = Date.now()
  /** The ids of replies by those of their questions, as far as there are any. */
  readonly #answered = new LimitedCollection<string, Promise<string | undefined> | string | undefined>({
    maxSize: REMEMBERED,
  })

  /** Resolves when the last message so far has had its turn. */
  #turns: Promise<void> = Promise.resolve()

  constructor(client: Client, contextNow: () => Context) {
    this.#client = client
    this.#contextNow = contextNow
  }

  /** Answers a message that asks something. */
  async answer(message: Message): Promise<void> {
    const isCalled = message.channel.isDMBased() || message.mentions.users.has(message.client.user.id)
    if (!isCalled) return
    const answering = this.#send(message)
    // At once: an edit may follow before anything has been awaited.
    const replyId = answering.catch(() => undefined)
    this.#answered.set(message.id, replyId)
    // A promise holds on to whatever it came of: what is remembered for long is the mere id.
    this.#answered.set(message.id, await replyId)
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
    const began = performance.now()
    const wish = await intentOf(message)
    if (!(await this.#admit(message))) return
    const payload = await payloadFor(this.#contextNow(), message, wish, 'edit')
    if (payload) await reply.edit(payload)
    else await reply.delete()
    this.#contextNow().observer.onReply('edit', performance.now() - began)
  }

  /** Deletes the replies to questions that were deleted. */
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
    const wish = await intentOf(message)
    if (wish.kind === 'nothing' || !(await this.#admit(message))) return undefined
    await this.#turn()
    const payload = await payloadFor(this.#contextNow(), message, wish, trigger)
    if (!payload) return undefined
    const reply = await message.reply(withNonce(message, payload))
    this.#contextNow().observer.onReply(trigger, performance.now() - began)
    return reply.id
  }

  /**
   * Lets one message after another have its turn, and the event loop have one in between: a command, which Discord gives
   * three seconds, does not wait until all mentions of an outage are answered.
   */
  #turn(): Promise<void> {
    this.#turns = this.#turns.then(() => setImmediate())
    return this.#turns
  }

  /** Counts a question; an asker in a hurry is told so once, privately. */
  async #admit(message: Message): Promise<boolean> {
    const tooSoon = await this.#contextNow().cooldown.take(message.author.id, message.channelId)
    if (tooSoon?.isFirst) {
      await message.author.send(withNonce(message, notice(messagesFor(localeOf(message)).tooFast(tooSoon.when))))
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
    const replyId = await this.#answered.get(id)
    const channel = await this.#client.channels.fetch(channelId)
    if (!channel?.isSendable()) return {}
    const after = await channel.messages.fetch({ after: id, limit: WITHIN, cache: false })
    const botId = this.#client.user?.id
    const reply = after.find(
      // Discord drops the reference of a reply to what was deleted meanwhile.
      ({ id: each, author, reference }) => each === replyId || (author.id === botId && reference?.messageId === id),
    )
    return { channel, ...(reply && { reply }) }
  }
}

function lastChange(message: Message): number {
  return message.editedTimestamp ?? message.createdTimestamp
}

/** What to say; nothing where the message turns out to ask nothing. */
async function payloadFor(
  context: Context,
  message: Message,
  wish: MessageIntent,
  trigger: Trigger,
): Promise<BaseMessageOptions | undefined> {
  const locale = localeOf(message)
  const text = messagesFor(locale)
  switch (wish.kind) {
    case 'nothing':
      return undefined
    case 'call':
      return { ...notice(text.howToAsk(`<@${message.client.user.id}>`)), components: [] }
    case 'unreadable':
      return { ...notice(text.unreadable), components: [] }
    case 'question': {
      const article = await articleBefore(message, context.directory)
      const asking = { trigger, question: wish.question, article, asker: message.author.id, locale }
      const answer = ask(context, asking)
      return wish.mayChat && answer.verdict === 'silent'
        ? undefined
        : show(answer, asking, { match: 0, isPrivate: false, showsQuestion: false })
    }
  }
}
