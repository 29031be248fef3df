/** Routes for channels and messages. */
import { type APIMessage, ChannelType, PermissionFlagsBits } from 'discord.js'
import { shownToBot } from '../../gateway/showing.ts'
import { EPHEMERAL, isKept, post, remove, revise } from '../../messages/posting.ts'
import {
  archivedThread,
  cannotDirectMessage,
  cannotEditOthers,
  cannotReplyUnseen,
  missingAccess,
  threadLocked,
  unknownChannel,
  unknownMessage,
  unknownReference,
} from '../../refusal.ts'
import { changeThread, channelForBot } from '../../world/channels.ts'
import { demand, permissionsIn, writing } from '../../world/permissions.ts'
import { type Channel, findMessage, type World } from '../../world/world.ts'
import { checkMessage, checkNotEmpty } from '../limits.ts'
import type { Routes } from '../rest.ts'
import { type MessageBody, schemas } from '../schema.ts'

/**
 * Reads and writes messages.
 * @see https://discord.com/developers/docs/resources/message
 */
export function channelRoutes(world: World): Routes {
  const channelOf = (id: string): Channel => {
    const channel = world.channels.get(id)
    if (channel === undefined) throw unknownChannel()
    return channel
  }
  const messageOf = (channelId: string, id: string): APIMessage => {
    const message = findMessage(world, channelId, id)
    if (message === undefined || !isKept(message)) throw unknownMessage()
    return message
  }
  const shown = (message: APIMessage): APIMessage => shownToBot(world, message, world.allowedIntents)
  const { ReadMessageHistory, ManageMessages, ManageThreads } = PermissionFlagsBits

  /** Messages in an archived thread can be neither edited nor deleted. */
  const demandActive = (channel: Channel): void => {
    if (channel.type === ChannelType.PublicThread && channel.thread_metadata?.archived) throw archivedThread()
  }
  /** A message ends the archiving of a thread, unless it is locked. */
  const openThread = (channel: Channel): void => {
    if (channel.type !== ChannelType.PublicThread) return
    const mayManage = (permissionsIn(world, world.bot.id, channel) & ManageThreads) !== 0n
    if (channel.thread_metadata?.locked && !mayManage) throw threadLocked()
    if (channel.thread_metadata?.archived) changeThread(world, channel, { archived: false })
  }

  const originalOf = (channel: Channel, body: MessageBody): APIMessage | undefined => {
    const { message_reference: reference } = body
    if (!reference) return undefined
    if ((permissionsIn(world, world.bot.id, channel) & ReadMessageHistory) === 0n) throw cannotReplyUnseen()
    const original = findMessage(world, channel.id, reference.message_id)
    if (original !== undefined && isKept(original)) return original
    if (reference.fail_if_not_exists ?? true) throw unknownReference()
    return undefined
  }

  return {
    'GET /channels/:channel': (_call, id) => {
      const channel = channelOf(id)
      demand(world, channel)
      return { status: 200, body: channelForBot(world, channel) }
    },
    'POST /channels/:channel/typing': (_call, id) => {
      const channel = channelOf(id)
      demand(world, channel, writing(channel))
      return { status: 204 }
    },
    'GET /channels/:channel/messages': ({ query }, id) => {
      const channel = channelOf(id)
      demand(world, channel)
      const mayRead = (permissionsIn(world, world.bot.id, channel) & ReadMessageHistory) !== 0n
      const all = mayRead ? [...(world.messages.get(id)?.values() ?? [])].filter(isKept) : []
      return { status: 200, body: page(all, query).map(shown) }
    },
    'GET /channels/:channel/messages/:message': (_call, id, messageId) => {
      demand(world, channelOf(id), ReadMessageHistory)
      return { status: 200, body: shown(messageOf(id, messageId)) }
    },
    'POST /channels/:channel/messages': ({ body: given }, id) => {
      const channel = channelOf(id)
      const body = schemas.messageCreate.read(given)
      checkMessage(body)
      checkNotEmpty(body)
      demand(world, channel, writing(channel))
      const isClosed =
        channel.type === ChannelType.DM && channel.recipients?.some((user) => world.closedDms.has(user.id))
      if (isClosed) throw cannotDirectMessage()
      openThread(channel)
      const replyTo = originalOf(channel, body)
      // The flag only has a meaning in interactions.
      const flags = (body.flags ?? 0) & ~EPHEMERAL
      return {
        status: 200,
        body: shown(post(world, { author: world.bot, channel, body: { ...body, flags }, replyTo })),
      }
    },
    'PATCH /channels/:channel/messages/:message': ({ body: given }, id, messageId) => {
      const channel = channelOf(id)
      demand(world, channel)
      demandActive(channel)
      const body = schemas.messageEdit.read(given)
      const message = messageOf(id, messageId)
      if (message.author.id !== world.bot.id) throw cannotEditOthers()
      checkMessage(body, [], message.flags)
      checkNotEmpty({ ...message, ...body })
      return { status: 200, body: shown(revise(world, message, body)) }
    },
    'DELETE /channels/:channel/messages/:message': (_call, id, messageId) => {
      const channel = channelOf(id)
      demand(world, channel)
      demandActive(channel)
      const message = messageOf(id, messageId)
      if (message.author.id !== world.bot.id) {
        if (channel.type === ChannelType.DM) throw missingAccess()
        demand(world, channel, ManageMessages)
      }
      remove(world, message)
      return { status: 204 }
    },
  }
}

/** @see https://discord.com/developers/docs/resources/message#get-channel-messages */
function page(oldestFirst: readonly APIMessage[], query: URLSearchParams): APIMessage[] {
  const limit = Math.min(Math.max(Number(query.get('limit') ?? 50), 1), 100)
  const before = query.get('before')
  const after = query.get('after')
  const around = query.get('around')
  if (after !== null) {
    return oldestFirst
      .filter(({ id }) => BigInt(id) > BigInt(after))
      .slice(0, limit)
      .reverse()
  }
  if (around !== null) {
    const at = oldestFirst.findIndex(({ id }) => BigInt(id) >= BigInt(around))
    const from = Math.max(0, at - Math.floor(limit / 2))
    return oldestFirst.slice(from, from + limit).reverse()
  }
  const earlier = before === null ? oldestFirst : oldestFirst.filter(({ id }) => BigInt(id) < BigInt(before))
  return earlier.slice(-limit).reverse()
}
