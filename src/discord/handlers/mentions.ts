/** Answers mentions and direct messages, and keeps the answers in line with edits and deletions. */
import { setImmediate } from 'node:timers/promises'
import {
  type BaseMessageOptions,
  type Client,
  type GatewayMessageUpdateDispatchData,
  type Message,
  type SendableChannels,
  SnowflakeUtil,
} from 'discord.js'
import { questionLanguage } from '../../language/question-language.ts'
import type { Trigger } from '../../observer.ts'
import { messagesFor, textLanguages } from '../../text/messages.ts'
import { notice } from '../replies/notice.ts'
import { admitMessage } from './admission.ts'
import { ask, renderAnswer } from './answer-question.ts'
import { type Context, contextFor, type SharedContext } from './context.ts'
import {
  articleBefore,
  intentOf,
  isComplete,
  isUnknownMessage,
  localeOf,
  mentionsBotRole,
  previousQuestions,
  withNonce,
} from './message.ts'
import type { MessageIntent } from './message-intent.ts'
import { ProxiedQuestions } from './messages/proxied-questions.ts'
import { type ReplyRecord, ReplyRecords } from './messages/reply-records.ts'

/** How many messages after a question are searched for its reply: as many as Discord lists at once. */
const LOOKUP_LIMIT = 100
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
  readonly #records = new ReplyRecords()
  readonly #proxied = new ProxiedQuestions()
  /** Resolves when every message so far has had its turn. */
  #lastTurn: Promise<void> = Promise.resolve()

  constructor(client: Client, contextNow: () => SharedContext) {
    this.#client = client
    this.#contextNow = contextNow
  }

  /** Answers a message if it asks something. */
  async answer(message: Message): Promise<void> {
    if (!isComplete(message)) return
    if (message.webhookId !== null) return this.#proxied.onWebhookMessage(message)
    if (!isToBot(message)) return
    if (message.inGuild()) this.#proxied.add(message)
    await this.#records.inOrder(message.id, async () => {
      // Discord repeats events after a resume.
      if (this.#records.get(message.id) === undefined) await this.#send(message)
    })
  }

  /** Updates, sends or deletes the reply after a message was edited. */
  async revise({ id, channel_id, guild_id, edited_timestamp, author, mentions }: EditedMessage): Promise<void> {
    // Discord also sends this event when it adds a link preview, sometimes with a few fields only.
    if (!edited_timestamp || author?.bot) return
    const isMentioned = mentions?.some((user) => user.id === this.#client.user?.id) ?? false
    // An edit can also remove the mention from a question.
    if (guild_id !== undefined && !isMentioned && !this.#records.mayHaveReply(id)) return
    await this.#records.inOrder(id, () => this.#follow(channel_id, id, Date.parse(edited_timestamp)))
  }

  /** Deletes the replies to deleted questions. */
  async withdraw(channelId: string, messageIds: readonly string[]): Promise<void> {
    const questionIds = messageIds.filter((id) => this.#records.mayHaveReply(id))
    if (questionIds.length === 0) return
    const channel = await this.#channel(channelId)
    if (!channel) return
    const older = questionIds.filter((id) => !this.#records.knows(id))
    const listed = await this.#lookUp(channel, older)
    const deletions = questionIds.map((id) =>
      this.#records.inOrder(id, async () => {
        const record = this.#records.get(id) ?? listed.get(id)
        if (record?.replyId === undefined || messageIds.includes(record.replyId)) return
        const repetition = await this.#proxied.repetitionOf(id)
        if (repetition === undefined) await deleteReply(channel, record.replyId)
        else this.#records.set(repetition, record)
      }),
    )
    await Promise.all(deletions)
  }

  /** Brings the reply in line with an edit of its question. */
  async #follow(channelId: string, id: string, edited: number): Promise<void> {
    const channel = await this.#channel(channelId)
    if (!channel) return
    const mustLookUp = this.#records.mayBeForgotten(id)
    const record = this.#records.get(id) ?? (mustLookUp ? (await this.#lookUp(channel, [id])).get(id) : undefined)
    if (record && record.answered >= edited) return
    if (record?.replyId === undefined && Date.now() - SnowflakeUtil.timestampFrom(id) >= EDIT_WINDOW) {
      return this.#records.set(id, { replyId: undefined, answered: edited })
    }
    const message = await channel.messages.fetch({ message: id, force: true, cache: false })
    if (!isComplete(message)) return
    const version = lastChange(message)
    if (record?.replyId === undefined) {
      if (isToBot(message)) await this.#send(message)
      return
    }
    const began = performance.now()
    const intent = await intentOf(message)
    const isQuestion = intent.kind === 'question' || intent.kind === 'unreadable'
    if (isQuestion && !((await admitMessage(message, this.#contextNow())) && (await this.#admit(message)))) return
    const payload = isQuestion
      ? await payloadFor(await contextFor(this.#contextNow(), message), message, intent, 'edit')
      : undefined
    const replyId = payload
      ? await this.#replace(message, record.replyId, payload)
      : await deleteReply(channel, record.replyId)
    this.#records.set(id, { replyId, answered: version })
    this.#contextNow().observer.onReply('edit', performance.now() - began)
  }

  async #send(message: Message): Promise<void> {
    // The channel may have been deleted before the message had its turn.
    if (!isComplete(message)) return
    const began = performance.now()
    // Read before anything is awaited: discord.js changes the message when it is edited.
    const answered = lastChange(message)
    const trigger = message.channel.isDMBased() ? 'direct' : 'mention'
    // First: where the bot may not post, reading what the message replies to would be refused as well, and a flood of
    // messages must not cost as many requests.
    const { cooldown } = this.#contextNow()
    const isAdmitted =
      (await admitMessage(message, this.#contextNow())) && !(await cooldown.takeUse(message.author.id, false))
    const intent: MessageIntent = isAdmitted ? await intentOf(message) : { kind: 'nothing' }
    if (intent.kind === 'nothing' || !(await this.#admit(message))) {
      return this.#records.set(message.id, { replyId: undefined, answered })
    }
    await this.#takeTurn()
    const payload = await payloadFor(await contextFor(this.#contextNow(), message), message, intent, trigger)
    const reply = payload && (await message.reply(withNonce(message, payload)))
    this.#records.set(message.id, { replyId: reply?.id, answered })
    if (reply) this.#contextNow().observer.onReply(trigger, performance.now() - began)
  }

  /** Edits a reply, or sends another one if it was deleted; returns the id of the reply. */
  async #replace(message: Message, replyId: string, payload: BaseMessageOptions): Promise<string> {
    try {
      await message.channel.messages.edit(replyId, payload)
      return replyId
    } catch (thrown) {
      if (!isUnknownMessage(thrown)) throw thrown
      return (await message.reply(withNonce(message, payload))).id
    }
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
    const { cooldown, sendDirectNotice } = this.#contextNow()
    const tooSoon = await cooldown.take(message.author.id, message.channelId)
    if (tooSoon?.isFirst) {
      const text = messagesFor(localeOf(message))
      await sendDirectNotice(message, (tooSoon.isChannel ? text.tooFastHere : text.tooFast)(tooSoon.when))
    }
    return tooSoon === undefined
  }

  /** A channel that the bot can write to. */
  async #channel(id: string): Promise<SendableChannels | undefined> {
    const channel = await this.#client.channels.fetch(id)
    return channel?.isSendable() ? channel : undefined
  }

  /** Looks for the replies to questions among the messages after the first of them. */
  async #lookUp(channel: SendableChannels, questionIds: readonly string[]): Promise<Map<string, ReplyRecord>> {
    const records = new Map<string, ReplyRecord>()
    const [first] = [...questionIds].sort((a, b) => Number(BigInt(a) - BigInt(b)))
    if (first === undefined) return records
    const later = await channel.messages.fetch({ after: first, limit: LOOKUP_LIMIT, cache: false })
    for (const reply of later.values()) {
      if (reply.author.id !== this.#client.user?.id) continue
      const answered = lastChange(reply)
      if (reply.reference?.messageId) records.set(reply.reference.messageId, { replyId: reply.id, answered })
      // No question of its own: its deletion needs no listing.
      this.#records.set(reply.id, { replyId: undefined, answered })
    }
    return records
  }
}

/** The fields of a gateway event for an edited message; all but the ids may be missing. */
type EditedMessage = Pick<GatewayMessageUpdateDispatchData, 'id' | 'channel_id'> &
  Partial<GatewayMessageUpdateDispatchData>

/** Whether a message is addressed to the bot, or perhaps meant to be. */
function isToBot(message: Message): boolean {
  const { channel, mentions, client } = message
  return channel.isDMBased() || mentions.users.has(client.user.id) || mentionsBotRole(message)
}

async function deleteReply(channel: SendableChannels, id: string): Promise<undefined> {
  try {
    await channel.messages.delete(id)
  } catch (thrown) {
    if (!isUnknownMessage(thrown)) throw thrown
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
  const asked = intent.kind === 'question' && !message.inGuild() ? intent.question : undefined
  const spoken = asked === undefined ? undefined : await questionLanguage(asked, textLanguages)
  const locale = spoken ?? localeOf(message)
  const text = messagesFor(locale)
  switch (intent.kind) {
    case 'nothing':
      return undefined
    case 'call':
      return { ...notice(text.howToAsk(`<@${message.client.user.id}>`)), components: [] }
    case 'role':
      return notice(text.notMyRole(`<@${message.client.user.id}>`))
    case 'unreadable':
      return { ...notice(text.unreadable), components: [] }
    case 'question': {
      const article = await articleBefore(message, context.directory)
      const previous = await previousQuestions(message)
      const server = message.guildId ?? undefined
      const request = {
        trigger,
        question: intent.question,
        previous,
        article,
        asker: message.author.id,
        locale,
        place: message,
        ...(server !== undefined && { server }),
      }
      const answer = await ask(context, request)
      if (intent.mayBeChat && answer.verdict === 'silent') return undefined
      if (server !== undefined) {
        const asked = { server, id: message.id, asker: message.author.id, isEdit: trigger === 'edit' }
        context.learning?.record(answer, context.answerer, asked)
      }
      const hasVotes = context.learning !== undefined && server !== undefined
      return renderAnswer(context, answer, request, { match: 0, isPrivate: false, showsQuestion: false, hasVotes })
    }
  }
}
