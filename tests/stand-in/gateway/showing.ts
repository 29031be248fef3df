/** What a bot is shown of a message, by its intents. */
import { type APIMessage, GatewayIntentBits, MessageType } from 'discord.js'
import { isBotDm } from '../world/channels.ts'
import { type Channel, findMessage, type World } from '../world/world.ts'

/**
 * A message as the bot receives it: with the message it replies to, and without content that Discord hides.
 * @param intents the bot's intents, as bits
 */
export function shownToBot(world: World, message: APIMessage, intents: number): APIMessage {
  const shown = hidden(world, message, intents)
  const { message_reference: reference } = message
  if (reference?.message_id === undefined || message.type !== MessageType.Reply) return shown
  const original = findMessage(world, reference.channel_id, reference.message_id)
  return { ...shown, referenced_message: original === undefined ? null : hidden(world, original, intents) }
}

/**
 * Without the intent a bot reads its own messages, direct messages and mentions.
 * @see https://discord.com/developers/docs/events/gateway#message-content-intent
 */
function hidden(world: World, message: APIMessage, intents: number): APIMessage {
  const { bot } = world
  const channel = world.channels.get(message.channel_id)
  const isOpen =
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.author.id === bot.id ||
    (channel !== undefined && isBotDm(world, channel)) ||
    message.mentions.some(({ id }) => id === bot.id)
  if (isOpen) return message
  const { poll: _, message_snapshots: __, ...rest } = message
  return { ...rest, content: '', embeds: [], attachments: [], components: [] }
}

/**
 * Fields that message events have and messages from REST do not.
 * @see https://discord.com/developers/docs/events/gateway-events#message-create
 */
export function messageEvent(world: World, message: APIMessage, channel: Channel, intents: number): object {
  const shown = shownToBot(world, message, intents)
  const common = { ...shown, channel_type: channel.type }
  if (!('guild_id' in channel)) return common
  const memberOf = (id: string): object | undefined => {
    const member = world.members.get(id)
    if (member === undefined) return undefined
    const { user: _, ...rest } = member
    return rest
  }
  return {
    ...common,
    guild_id: channel.guild_id,
    ...(message.webhook_id === undefined && { member: memberOf(message.author.id) }),
    mentions: shown.mentions.map((user) => ({ ...user, member: memberOf(user.id) })),
  }
}
