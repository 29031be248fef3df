import {
  ComponentType,
  DiscordAPIError,
  Locale,
  type Message,
  MessageReferenceType,
  RESTJSONErrorCodes,
} from 'discord.js'
import type { Article } from '../../corpus/article.ts'
import { type ReplyState, readId, readReplyFields } from '../replies/custom-id.ts'
import type { ArticleDirectory } from './article-directory.ts'
import { type MessageIntent, parseIntent } from './message-intent.ts'

/** What a message asks of the bot. */
export async function intentOf(message: Message): Promise<MessageIntent> {
  const { content, author, webhookId, system, client, reference, mentions, guild } = message
  if (author.bot || system || webhookId !== null) return { kind: 'nothing' }
  const written = {
    content,
    bot: client.user.id,
    isDirect: message.channel.isDMBased(),
    nameOf: (id: string) =>
      mentions.users.get(id)?.displayName ?? guild?.roles.cache.get(id)?.name ?? guild?.channels.cache.get(id)?.name,
  }
  const alone = parseIntent(written)
  const isToBot = mentions.repliedUser?.id === client.user.id
  if (reference?.type !== MessageReferenceType.Default || (alone.kind === 'nothing' && !isToBot)) return alone
  const original = await originalOf(message)
  if (!original) return alone
  const repliesTo = { byBot: original.author.id === client.user.id, content: original.content }
  return parseIntent({ ...written, repliesTo })
}

/** The message that this one replies to, if it is still there. */
export async function originalOf(message: Message): Promise<Message | undefined> {
  try {
    return await message.fetchReference()
  } catch (thrown) {
    if (thrown instanceof DiscordAPIError && thrown.code === RESTJSONErrorCodes.UnknownMessage) return undefined
    throw thrown
  }
}

/** The article of the bot's own message that this one replies to. */
export async function articleBefore(message: Message, shelf: ArticleDirectory): Promise<Article | undefined> {
  if (message.mentions.repliedUser?.id !== message.client.user.id) return undefined
  const original = await originalOf(message)
  const state = original && stateOf(original)
  return state && (shelf.findByKey(state.scope) ?? shelf.findByKey(state.article))
}

/** What one of the bot's replies says about itself in its buttons. */
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

/** What is posted once in answer to a message, however often it is sent: an earlier one of the same nonce counts. */
export function withNonce<T>(message: Message, payload: T): T & { nonce: string; enforceNonce: true } {
  return { ...payload, nonce: message.id, enforceNonce: true }
}

/** The language of the place where a message was written: Discord does not tell the writer's. */
export function localeOf(message: Message): Locale {
  return message.guild?.preferredLocale ?? Locale.EnglishUS
}
