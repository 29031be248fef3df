/** Posts, edits and deletes messages. */
import {
  type APIAllowedMentions,
  type APIMessage,
  type APIUser,
  ChannelType,
  EmbedType,
  type MessageFlags,
  MessageReferenceType,
  MessageType,
  PermissionFlagsBits,
} from 'discord.js'
import { unknownMessage } from '../refusal.ts'
import type { MessageBody } from '../rest/schema.ts'
import { guildOf } from '../world/guilds.ts'
import { newId } from '../world/ids.ts'
import { permissionsIn } from '../world/permissions.ts'
import { announce, type Channel, findMessage, type World } from '../world/world.ts'

/** Visible only to the user it responds to. */
export const EPHEMERAL = 64
/** "The bot is thinking…" */
export const LOADING = 128

export interface Posting {
  author: APIUser
  channel: Channel
  body: MessageBody
  /** The message it replies to. */
  replyTo?: APIMessage | undefined
  /** Fields of special messages: a type, a webhook id, interaction metadata. */
  extra?: Partial<APIMessage>
}

/**
 * Posts a message and announces it. With `enforce_nonce`, a repeated nonce of the same author returns the earlier message.
 * @throws {Refusal} 10008 for the nonce of a deleted message
 * @see https://github.com/discord/discord-api-docs/issues/6647
 * @see https://discord.com/developers/docs/resources/message#create-message
 */
export function post(world: World, { author, channel, body, replyTo, extra = {} }: Posting): APIMessage {
  const there = world.messages.get(channel.id) ?? new Map<string, APIMessage>()
  world.messages.set(channel.id, there)
  const nonce = body.nonce ?? undefined
  const nonceKey = body.enforce_nonce && nonce !== undefined ? `${channel.id} ${author.id} ${nonce}` : undefined
  const earlierId = world.nonces.get(nonceKey ?? '')
  if (earlierId !== undefined) {
    const earlier = there.get(earlierId)
    if (earlier === undefined) throw unknownMessage()
    return earlier
  }
  const content = (body.content ?? '').trim()
  const message: APIMessage = {
    id: newId(world.now),
    channel_id: channel.id,
    author,
    content,
    timestamp: new Date(world.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    ...mentionsIn(world, { author, channel, content, allowed: body.allowed_mentions ?? undefined, replyTo }),
    attachments: (body.attachments ?? []).map(({ id, filename = 'file' }) => attachment(id, filename)),
    embeds: body.embeds ?? [],
    components: body.components ?? [],
    pinned: false,
    type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
    flags: flagsOf(body.flags ?? 0),
    ...(nonce !== undefined && { nonce }),
    ...(replyTo !== undefined && { message_reference: referenceTo(world, replyTo) }),
    ...extra,
  }
  there.set(message.id, message)
  if (nonceKey !== undefined) world.nonces.set(nonceKey, message.id)
  if (isKept(message)) channel.last_message_id = message.id
  announce(world, { kind: 'message', message, channel })
  return message
}

/**
 * Changes the fields in the body and keeps the others.
 * @see https://discord.com/developers/docs/resources/message#edit-message
 */
export function revise(world: World, message: APIMessage, body: MessageBody): APIMessage {
  const channel = world.channels.get(message.channel_id)
  if (channel === undefined) return message
  const content = body.content === undefined ? message.content : (body.content ?? '').trim()
  const answered = findMessage(world, message.channel_id, message.message_reference?.message_id ?? '')
  // An edit does not change whether the author of the referenced message is pinged.
  const replyTo = message.mentions.some(({ id }) => id === answered?.author.id) ? answered : undefined
  const allowed = body.allowed_mentions ?? undefined
  const revised: APIMessage = {
    ...message,
    ...(body.content !== undefined &&
      mentionsIn(world, { author: message.author, channel, content, allowed, replyTo })),
    content,
    ...(body.embeds !== undefined && { embeds: body.embeds ?? [] }),
    ...(body.components !== undefined && { components: body.components ?? [] }),
    flags: flagsOf(((message.flags ?? 0) & ~LOADING) | (body.flags ?? 0)),
    edited_timestamp: new Date(world.now()).toISOString(),
  }
  world.messages.get(message.channel_id)?.set(message.id, revised)
  announce(world, { kind: 'edit', message: revised, channel })
  return revised
}

/**
 * Adds a link preview: an update without a new `edited_timestamp`.
 * @see https://discord.com/developers/docs/events/gateway-events#message-update
 */
export function preview(world: World, message: APIMessage): void {
  const channel = world.channels.get(message.channel_id)
  const now = findMessage(world, message.channel_id, message.id)
  if (channel === undefined || now === undefined) return
  const previewed: APIMessage = {
    ...now,
    embeds: [{ type: EmbedType.Link, url: 'https://preview.example/', title: 'Preview' }],
  }
  world.messages.get(message.channel_id)?.set(message.id, previewed)
  announce(world, { kind: 'edit', message: previewed, channel })
}

export function remove(world: World, message: APIMessage): void {
  const channel = world.channels.get(message.channel_id)
  if (channel === undefined || !world.messages.get(message.channel_id)?.delete(message.id)) return
  announce(world, { kind: 'removal', message, channel })
}

/** Deletes messages of one channel at once, as moderation bots do. */
export function removeAll(world: World, channel: Channel, messages: readonly APIMessage[]): void {
  const ids = messages.map(({ id }) => id).filter((id) => world.messages.get(channel.id)?.delete(id))
  announce(world, { kind: 'bulkRemoval', ids, channel })
}

/** Whether the message is public. */
export function isKept(message: APIMessage): boolean {
  return ((message.flags ?? 0) & EPHEMERAL) === 0
}

// A sum of flags is a number to the compiler and a MessageFlags to the types of Discord's API.
const flagsOf = (bits: number): MessageFlags => bits

/** The reference from a reply to its message. */
export function referenceTo(world: World, message: APIMessage): NonNullable<APIMessage['message_reference']> {
  const channel = world.channels.get(message.channel_id)
  return {
    type: MessageReferenceType.Default,
    message_id: message.id,
    channel_id: message.channel_id,
    ...(channel !== undefined && channel.type !== ChannelType.DM && { guild_id: guildOf(world, channel).id }),
  }
}

interface Mentions {
  mentions: APIUser[]
  mention_roles: string[]
  mention_everyone: boolean
}

/**
 * Whom a message pings: everyone it mentions and the author it replies to, limited by `allowed_mentions` if given.
 * @see https://discord.com/developers/docs/resources/message#allowed-mentions-object
 */
function mentionsIn(
  world: World,
  posting: {
    author: APIUser
    channel: Channel
    content: string
    allowed?: APIAllowedMentions | undefined
    replyTo?: APIMessage | undefined
  },
): Mentions {
  const { author, channel, content, allowed, replyTo } = posting
  const lets = (kind: 'users' | 'roles', id: string): boolean =>
    allowed === undefined || (allowed.parse ?? []).some((each) => each === kind) || (allowed[kind] ?? []).includes(id)
  const users = new Map<string, APIUser>()
  for (const [, id = ''] of content.matchAll(/<@!?(\d+)>/gu)) {
    const user = world.users.get(id)
    if (user !== undefined && lets('users', id)) users.set(id, user)
  }
  const pingsAuthor = allowed === undefined ? true : (allowed.replied_user ?? false)
  if (replyTo !== undefined && pingsAuthor) users.set(replyTo.author.id, replyTo.author)
  const roles = [...content.matchAll(/<@&(\d+)>/gu)].map(([, id = '']) => id)
  const mayPingAll =
    channel.type !== ChannelType.DM &&
    (permissionsIn(world, author.id, channel) & PermissionFlagsBits.MentionEveryone) !== 0n &&
    (allowed === undefined || (allowed.parse ?? []).some((each) => each === 'everyone'))
  return {
    mentions: [...users.values()],
    mention_roles: [...new Set(roles)].filter((id) => world.roles.has(id) && lets('roles', id)),
    mention_everyone: mayPingAll && /@(?:everyone|here)/u.test(content),
  }
}

function attachment(id: string, filename: string): APIMessage['attachments'][number] {
  const url = `https://cdn.discordapp.com/attachments/${id}/${filename}`
  return { id, filename, size: 0, url, proxy_url: url }
}
