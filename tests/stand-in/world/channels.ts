/** Text channels, threads and direct-message channels. */
import {
  type APIDMChannel,
  type APIOverwrite,
  type APIPublicThreadChannel,
  type APITextChannel,
  type APIUser,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js'
import { guildOf } from './guilds.ts'
import { newId } from './ids.ts'
import { announce, type Channel, type World } from './world.ts'

export function newTextChannel(world: World, name: string, guild = world.guild): APITextChannel {
  return {
    id: newId(world.now),
    type: ChannelType.GuildText,
    guild_id: guild.id,
    name,
    position: world.channels.size,
    permission_overwrites: [],
    parent_id: null,
    nsfw: false,
    topic: null,
    last_message_id: null,
    rate_limit_per_user: 0,
  }
}

export function newThread(world: World, parent: Channel, name: string): APIPublicThreadChannel {
  const time = new Date(world.now()).toISOString()
  return {
    id: newId(world.now),
    type: ChannelType.PublicThread,
    guild_id: guildOf(world, parent).id,
    parent_id: parent.id,
    name,
    owner_id: world.guild.ownerId,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: { archived: false, locked: false, auto_archive_duration: 1440, archive_timestamp: time },
  }
}

/** @see https://discord.com/developers/docs/topics/threads#archiving-and-locking */
export function changeThread(
  world: World,
  thread: APIPublicThreadChannel,
  state: { archived?: boolean; locked?: boolean },
): void {
  const { thread_metadata: metadata } = thread
  if (metadata === undefined) return
  Object.assign(metadata, state, { archive_timestamp: new Date(world.now()).toISOString() })
  announce(world, { kind: 'channelUpdate', channel: thread })
}

/** The direct-message channel between these users, created if necessary. */
export function directChannel(world: World, between: readonly APIUser[]): APIDMChannel {
  for (const channel of world.channels.values()) {
    if (channel.type !== ChannelType.DM) continue
    const there = new Set(channel.recipients?.map(({ id }) => id))
    if (there.size === between.length && between.every(({ id }) => there.has(id))) return channel
  }
  const channel: APIDMChannel = {
    id: newId(world.now),
    type: ChannelType.DM,
    name: null,
    last_message_id: null,
    recipients: [...between],
  }
  world.channels.set(channel.id, channel)
  return channel
}

/** The channel as the bot receives it: a DM lists only the other user. */
export function channelForBot(world: World, channel: Channel): Channel {
  if (channel.type !== ChannelType.DM) return channel
  return { ...channel, recipients: (channel.recipients ?? []).filter(({ id }) => id !== world.bot.id) }
}

/** Whether the bot takes part in this direct-message channel. */
export function isBotDm(world: World, channel: Channel): boolean {
  return channel.type === ChannelType.DM && (channel.recipients ?? []).some(({ id }) => id === world.bot.id)
}

/** An overwrite that gives a member exactly these permissions in a channel. */
export function overwriteFor(memberId: string, bits: bigint): APIOverwrite {
  const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n)
  return { id: memberId, type: OverwriteType.Member, allow: String(bits), deny: String(all & ~bits) }
}
