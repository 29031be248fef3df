/** Gateway events, by intent and shard. */
import { ChannelType, GatewayIntentBits, PermissionFlagsBits } from 'discord.js'
import { isKept } from '../messages/posting.ts'
import { channelForBot } from '../world/channels.ts'
import { guildOf, shardOf } from '../world/guilds.ts'
import { permissionsIn } from '../world/permissions.ts'
import type { Channel, Guild, Happening, World } from '../world/world.ts'
import { messageEvent } from './showing.ts'

const VIEW = PermissionFlagsBits.ViewChannel

/** @see https://discord.com/developers/docs/events/gateway-events#ready */
export function ready(world: World, sessionId: string, address: string, shard: Shard): object {
  return {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guildsOf(world, shard).map(({ id }) => ({ id, unavailable: true })),
    session_id: sessionId,
    resume_gateway_url: `${address}/resume`,
    shard,
    application: { id: world.bot.id, flags: 0 },
  }
}

/** @see https://discord.com/developers/docs/events/gateway-events#guild-create */
export function guildCreate(world: World, guild: Guild): object {
  const channels = [...world.channels.values()].filter(
    (channel) => 'guild_id' in channel && channel.guild_id === guild.id,
  )
  const mayView = (channel: Channel): boolean => (permissionsIn(world, world.bot.id, channel) & VIEW) !== 0n
  return {
    ...guildBody(world, guild),
    joined_at: new Date(world.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: world.members.size,
    voice_states: [],
    members: [...world.members.values()],
    channels: channels.filter(({ type }) => type === ChannelType.GuildText),
    threads: channels.filter((channel) => channel.type === ChannelType.PublicThread && mayView(channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

/** A shard id and the number of shards. */
export type Shard = readonly [id: number, count: number]

/** The servers of a shard. */
export function guildsOf(world: World, [id, count]: Shard): Guild[] {
  return [...world.guilds.values()].filter((guild) => guild.hasBot && shardOf(guild.id, count) === id)
}

/** Whether a shard receives an event: by its server, or shard 0 for direct messages. */
export function isFor(world: World, [id, count]: Shard, happening: Happening): boolean {
  if (happening.kind === 'request' || happening.kind === 'connection') return false
  if (happening.kind === 'guild' || happening.kind === 'guildRemoval') {
    return shardOf(happening.guild.id, count) === id
  }
  if (happening.kind === 'commandPermissions') return shardOf(happening.permissions.guild_id, count) === id
  if (!('channel' in happening)) return guildsOf(world, [id, count]).length > 0
  const { channel } = happening
  return id === ('guild_id' in channel ? shardOf(guildOf(world, channel).id, count) : 0)
}

/** The response of `GET /guilds/{id}`. */
export function guildBody(world: World, guild: Guild): object {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [...world.roles.values()],
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    preferred_locale: guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
  }
}

/** @see https://discord.com/developers/docs/events/gateway-events#guild-members-chunk */
export function membersChunk(world: World): object {
  const members = [...world.members.values()]
  return { guild_id: world.guild.id, members, chunk_index: 0, chunk_count: 1 }
}

/**
 * The event that a bot with these intents receives, if any.
 * @see https://discord.com/developers/docs/events/gateway#list-of-intents
 */
export function eventFor(world: World, happening: Happening, intents: number): { t: string; d: object } | undefined {
  const has = (intent: GatewayIntentBits): boolean => (intents & intent) !== 0
  if (happening.kind === 'interaction') return { t: 'INTERACTION_CREATE', d: happening.payload }
  if (happening.kind === 'request' || happening.kind === 'connection') return undefined
  if (happening.kind === 'commandPermissions') {
    return { t: 'APPLICATION_COMMAND_PERMISSIONS_UPDATE', d: happening.permissions }
  }
  if (happening.kind === 'guild' || happening.kind === 'guildRemoval') {
    if (!has(GatewayIntentBits.Guilds)) return undefined
    const { kind, guild } = happening
    return kind === 'guild'
      ? { t: 'GUILD_CREATE', d: guildCreate(world, guild) }
      : { t: 'GUILD_DELETE', d: { id: guild.id } }
  }
  if (happening.kind === 'member') {
    if (!has(GatewayIntentBits.GuildMembers)) return undefined
    return { t: 'GUILD_MEMBER_ADD', d: { ...happening.member, guild_id: world.guild.id } }
  }
  if (happening.kind === 'role') {
    if (!has(GatewayIntentBits.Guilds)) return undefined
    return { t: 'GUILD_ROLE_CREATE', d: { guild_id: world.guild.id, role: happening.role } }
  }
  const { channel } = happening
  const isThread = channel.type === ChannelType.PublicThread
  if ('message' in happening || happening.kind === 'bulkRemoval') {
    const intent = 'guild_id' in channel ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages
    if (!has(intent) || (permissionsIn(world, world.bot.id, channel) & VIEW) === 0n) return undefined
    const place = { channel_id: channel.id, ...('guild_id' in channel && { guild_id: channel.guild_id }) }
    if (happening.kind === 'bulkRemoval') return { t: 'MESSAGE_DELETE_BULK', d: { ids: happening.ids, ...place } }
    const { message } = happening
    if (!isKept(message)) return undefined
    if (happening.kind === 'removal') {
      return { t: 'MESSAGE_DELETE', d: { id: message.id, ...place } }
    }
    const t = happening.kind === 'message' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE'
    return { t, d: messageEvent(world, message, channel, intents) }
  }
  if (!has(GatewayIntentBits.Guilds) || channel.type === ChannelType.DM) return undefined
  const what = { channel: 'CREATE', channelUpdate: 'UPDATE', channelRemoval: 'DELETE' }[happening.kind]
  return { t: `${isThread ? 'THREAD' : 'CHANNEL'}_${what}`, d: channelForBot(world, channel) }
}
