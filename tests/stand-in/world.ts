import {
  type APIApplicationCommand,
  type APIDMChannel,
  type APIGuildMember,
  type APIMessage,
  type APIPublicThreadChannel,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  type Locale,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js'

export type Channel = APITextChannel | APIPublicThreadChannel | APIDMChannel

/** What happens in the world, in the order in which it happens. */
export type Happening =
  | { kind: 'message' | 'edit' | 'removal'; message: APIMessage; channel: Channel }
  | { kind: 'channel' | 'channelUpdate' | 'channelRemoval'; channel: Channel }
  | { kind: 'member'; member: APIGuildMember; user: APIUser }
  | { kind: 'interaction'; payload: object }
  | { kind: 'request' }
  | { kind: 'connection' }

/** Everything the stand-in knows: one application, one server, its people, channels and messages. */
export interface World {
  /** The time in milliseconds since 1970. */
  readonly now: () => number
  readonly token: string
  readonly bot: APIUser
  /** The privileged intents switched on in the developer portal, as bits. */
  readonly allowedIntents: number
  readonly guild: { id: string; name: string; ownerId: string; locale: Locale }
  readonly users: Map<string, APIUser>
  readonly members: Map<string, APIGuildMember>
  readonly roles: Map<string, APIRole>
  readonly channels: Map<string, Channel>
  /** By channel, then by message, oldest first; ephemeral messages too. */
  readonly messages: Map<string, Map<string, APIMessage>>
  /** By guild, and under `global`. */
  readonly commands: Map<string, APIApplicationCommand[]>
  /** People who take no direct messages from the bot. */
  readonly closedDms: Set<string>
  readonly listeners: Set<(happening: Happening) => void>
}

/** 2015-01-01, the first millisecond of Discord's ids. */
const EPOCH = 1_420_070_400_000

let made = 0n

/**
 * An id that no other call returned, later ones being greater within one millisecond too.
 * @see https://discord.com/developers/docs/reference#snowflakes
 */
export function newId(now: () => number): string {
  made += 1n
  return String((BigInt(Math.trunc(now()) - EPOCH) << 22n) | (made & 0x3f_ffffn))
}

/** What `@everyone` may do in a new server, as far as text goes. */
const EVERYONE =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.CreatePublicThreads |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.UseApplicationCommands

export interface WorldOptions {
  now: () => number
  token: string
  allowedIntents: number
  botName: string
  guildName: string
  guildLocale: Locale
}

/** A server with the bot, its role, and nobody else in it. */
export function createWorld(options: WorldOptions): World {
  const { now, token, allowedIntents } = options
  const bot = newUser(now, options.botName, true)
  const guild = { id: newId(now), name: options.guildName, ownerId: newId(now), locale: options.guildLocale }
  const everyone = newRole(guild.id, '@everyone', EVERYONE)
  const botRole = { ...newRole(newId(now), options.botName, EVERYONE), managed: true, tags: { bot_id: bot.id } }
  return {
    now,
    token,
    allowedIntents,
    bot,
    guild,
    users: new Map([[bot.id, bot]]),
    members: new Map([[bot.id, newMember(now, bot, [botRole.id])]]),
    roles: new Map([everyone, botRole].map((role) => [role.id, role])),
    channels: new Map(),
    messages: new Map(),
    commands: new Map(),
    closedDms: new Set(),
    listeners: new Set(),
  }
}

/** Tells everyone who listens: the gateway, and tests that wait. */
export function announce(world: World, happening: Happening): void {
  for (const listener of world.listeners) listener(happening)
}

/** A number, as the enumerations of flags have no member for none. */
const NO_FLAGS: number = 0

export function newUser(now: () => number, name: string, bot = false): APIUser {
  return { id: newId(now), username: name, discriminator: '0', global_name: bot ? null : name, avatar: null, bot }
}

export function newRole(id: string, name: string, permissions = 0n): APIRole {
  const colors = { primary_color: 0, secondary_color: null, tertiary_color: null }
  return {
    id,
    name,
    color: 0,
    colors,
    hoist: false,
    position: 0,
    permissions: String(permissions),
    managed: false,
    mentionable: true,
    flags: NO_FLAGS,
  }
}

export function newMember(now: () => number, user: APIUser, roles: string[] = []): APIGuildMember {
  return {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles,
    joined_at: new Date(now()).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  }
}

export function newTextChannel(world: World, name: string): APITextChannel {
  return {
    id: newId(world.now),
    type: ChannelType.GuildText,
    guild_id: world.guild.id,
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
    guild_id: world.guild.id,
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

/** The direct-message channel between these people; it is made when there is none yet. */
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

/** The channel as the bot is told of it: a DM lists the other side only. */
export function channelForBot(world: World, channel: Channel): Channel {
  if (channel.type !== ChannelType.DM) return channel
  return { ...channel, recipients: (channel.recipients ?? []).filter(({ id }) => id !== world.bot.id) }
}

/** Whether the bot is one of the two people of this direct-message channel. */
export function isBotDm(world: World, channel: Channel): boolean {
  return channel.type === ChannelType.DM && (channel.recipients ?? []).some(({ id }) => id === world.bot.id)
}

/** Gives one member exactly these permissions in one channel, whatever the roles say. */
export function overwriteFor(memberId: string, bits: bigint): NonNullable<APITextChannel['permission_overwrites']>[0] {
  const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n)
  return { id: memberId, type: OverwriteType.Member, allow: String(bits), deny: String(all & ~bits) }
}

/** The message as it stands now, if it still exists. */
export function findMessage(world: World, channelId: string, messageId: string): APIMessage | undefined {
  return world.messages.get(channelId)?.get(messageId)
}
