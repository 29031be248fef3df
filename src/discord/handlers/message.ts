/** Reads Discord messages: what they ask, what they reply to, in which language. */
import {
  ChannelType,
  ComponentType,
  DiscordAPIError,
  type Guild,
  type GuildBasedChannel,
  Locale,
  type Message,
  MessageReferenceType,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type TextBasedChannel,
  type User,
} from 'discord.js'
import type { Article } from '../../corpus/article.ts'
import { type ReplyState, readId, readReplyFields } from '../replies/custom-id.ts'
import { questionAbove } from '../replies/question-line.ts'
import type { ArticleDirectory } from './article-directory.ts'
import { type MessageIntent, type MessageText, parseIntent, questionIn } from './message-intent.ts'
import { textBesidesContent } from './messages/message-text.ts'

/** What a message asks the bot, reading the message it replies to where that matters. */
export async function intentOf(message: Message): Promise<MessageIntent> {
  if (!isComplete(message)) return { kind: 'nothing' }
  const { content, author, webhookId, system, client, mentions, channel } = message
  if (author.bot || system || webhookId !== null) return { kind: 'nothing' }
  const written = {
    content,
    text: await textOf(message),
    ...readingOf(message),
    isDirect: channel.isDMBased(),
    mentionsRole: mentionsBotRole(message),
  }
  const intent = parseIntent(written)
  const isToBot = mentions.repliedUser?.id === client.user.id
  if (!isReply(message) || (intent.kind === 'nothing' && !isToBot)) return intent
  const original = await originalOf(message)
  if (!original) return intent
  const repliesTo = { byBot: original.author.id === client.user.id, text: await textOf(original) }
  return parseIntent({ ...written, repliesTo })
}

/** Whether a message mentions the role that Discord has made for the bot. */
export function mentionsBotRole({ mentions, client }: Message): boolean {
  return mentions.roles.some(({ tags }) => tags?.botId === client.user.id)
}

/**
 * Whether a message has an author and a text, and a channel that takes replies, which the types of discord.js promise;
 * messages and channels of types that it does not know may have none, nor has a message whose channel was deleted.
 */
export function isComplete(message: Message): boolean {
  const {
    author,
    content,
    channel,
  }: { author: User | null; content: string | null; channel: TextBasedChannel | null } = message
  return author !== null && content !== null && (channel?.isSendable() ?? false)
}

/** What a message says: its content, or what else it holds if that has no letter or digit. */
async function textOf(message: Message): Promise<string> {
  if (questionIn(message.content, readingOf(message)) !== '') return message.content
  return (await textBesidesContent(message)) || titleOfPost(message)
}

/** The title of a forum post whose first message this is. */
function titleOfPost(message: Message): string {
  // Null in servers that have not installed the bot.
  const channel: TextBasedChannel | null = message.channel
  return channel?.isThread() && channel.id === message.id ? channel.name : ''
}

/** What any message says, as a question. */
export async function questionOf(message: Message): Promise<string> {
  return questionIn(await textOf(message), readingOf(message))
}

/** How the mentions in a text of this message are read. */
function readingOf(message: Message): Pick<MessageText, 'bot' | 'nameOf'> {
  return { bot: message.client.user.id, nameOf: (id) => nameIn(message, id) }
}

/** The name of a user, role or channel that a message mentions. */
function nameIn({ mentions, guild }: Message, id: string): string | undefined {
  return mentions.users.get(id)?.displayName ?? guild?.roles.cache.get(id)?.name ?? publicChannel(guild, id)?.name
}

/** A channel that everybody in a server sees: the name of another would be shown in the reply. */
function publicChannel(guild: Guild | null, id: string): GuildBasedChannel | undefined {
  const channel = guild?.channels.cache.get(id)
  if (!guild || !channel || channel.type === ChannelType.PrivateThread) return undefined
  return channel.permissionsFor(guild.roles.everyone).has(PermissionFlagsBits.ViewChannel) ? channel : undefined
}

/** Whether a message replies to another; Discord may leave out the type of a reply's reference. */
function isReply({ reference }: Message): boolean {
  const type: MessageReferenceType | undefined = reference?.type
  return reference?.messageId !== undefined && (type ?? MessageReferenceType.Default) === MessageReferenceType.Default
}

/** The message that this one replies to; undefined if it was deleted, or if the bot cannot see or read it. */
export async function originalOf(message: Message): Promise<Message | undefined> {
  if (!isReply(message) || !message.client.channels.cache.has(message.reference?.channelId ?? '')) return undefined
  try {
    const original = await message.fetchReference()
    return isComplete(original) ? original : undefined
  } catch (thrown) {
    if (isUnknownMessage(thrown)) return undefined
    throw thrown
  }
}

export function isUnknownMessage(thrown: unknown): boolean {
  return thrown instanceof DiscordAPIError && thrown.code === RESTJSONErrorCodes.UnknownMessage
}

/** The article of the bot's answer that this message replies to. */
export async function articleBefore(message: Message, directory: ArticleDirectory): Promise<Article | undefined> {
  if (message.mentions.repliedUser?.id !== message.client.user.id) return undefined
  const original = await originalOf(message)
  const state = original && stateOf(original)
  return state && (directory.findByKey(state.scope) ?? directory.findByKey(state.article))
}

/** The question that a reply of the bot answers, and the message that asked it unless it was a command. */
export async function questionBehind(reply: Message): Promise<{ question: string; message?: Message } | undefined> {
  const above = questionAbove(reply.content)
  if (above !== undefined) return { question: above }
  const message = reply.interactionMetadata ? undefined : await originalOf(reply)
  const intent = message && (await intentOf(message))
  return intent?.kind === 'question' ? { question: intent.question, ...(message && { message }) } : undefined
}

/** Id of the message or interaction that asked what a reply of the bot answers. */
export function askedBy({ interactionMetadata, reference }: Message): string | undefined {
  return interactionMetadata?.id ?? reference?.messageId
}

/** The question before a message that replies to one of the bot's answers; empty for other messages. */
export async function previousQuestions(message: Message): Promise<readonly string[]> {
  if (message.mentions.repliedUser?.id !== message.client.user.id) return []
  const answer = await originalOf(message)
  const behind = answer && (await questionBehind(answer))
  return behind ? [behind.question] : []
}

/** The state in the custom ids of one of the bot's replies. */
function stateOf({ components }: Message): ReplyState | undefined {
  for (const row of components) {
    if (row.type !== ComponentType.ActionRow) continue
    for (const component of row.components) {
      const state = component.customId === null ? undefined : readReplyFields(readId(component.customId).fields)
      if (state) return state
    }
  }
  return undefined
}

/** Discord's limit on a nonce, in characters. */
const MAX_NONCE = 25

/**
 * Makes Discord post a payload at most once per version of a message, however often the request is retried. Discord
 * remembers nonces of deleted messages, so that the answer to an edited question needs another one.
 */
export function withNonce<T>(message: Message, payload: T): T & { nonce: string; enforceNonce: true } {
  const { id, createdTimestamp, editedTimestamp } = message
  const version = editedTimestamp === null ? '' : `-${(editedTimestamp - createdTimestamp).toString(36)}`
  return { ...payload, nonce: `${id}${version}`.slice(0, MAX_NONCE), enforceNonce: true }
}

/** The language of the server: Discord does not reveal the language of a message's author. */
export function localeOf(message: Message): Locale {
  return message.guild?.preferredLocale ?? Locale.EnglishUS
}
