/** The state of the stand-in: servers, users, channels, messages. */
import type {
  APIApplicationCommand,
  APIAttachment,
  APIDMChannel,
  APIGuildApplicationCommandPermissions,
  APIGuildMember,
  APIMessage,
  APIPublicThreadChannel,
  APIRole,
  APITextChannel,
  APIUser,
  Locale,
} from 'discord.js'
import { newId } from './ids.ts'
import { EVERYONE, newMember, newRole, newUser } from './objects.ts'

export type Channel = APITextChannel | APIPublicThreadChannel | APIDMChannel

/** An event in the world. */
export type Happening =
  | { kind: 'message' | 'edit' | 'removal'; message: APIMessage; channel: Channel }
  | { kind: 'bulkRemoval'; ids: readonly string[]; channel: Channel }
  | { kind: 'channel' | 'channelUpdate' | 'channelRemoval'; channel: Channel }
  | { kind: 'member'; member: APIGuildMember; user: APIUser }
  | { kind: 'role'; role: APIRole }
  | { kind: 'interaction'; payload: object; channel: Channel }
  | { kind: 'guild'; guild: Guild }
  | { kind: 'guildRemoval'; guild: Guild }
  | { kind: 'commandPermissions'; permissions: APIGuildApplicationCommandPermissions }
  | { kind: 'request' }
  | { kind: 'connection' }

/** @see https://discord.com/developers/docs/events/gateway#session-start-limit-object */
export interface SessionStarts {
  readonly total: number
  remaining: number
  readonly reset_after: number
  readonly max_concurrency: number
}

export interface Guild {
  id: string
  name: string
  ownerId: string
  locale: Locale
  /** False once it was removed; a person may still have it installed for themselves, and use it there. */
  hasBot: boolean
}

/** One application, its servers, their users, channels and messages. */
export interface World {
  /** The time in milliseconds since 1970. */
  readonly now: () => number
  readonly token: string
  readonly bot: APIUser
  /** The bot's managed role. */
  readonly botRole: APIRole
  /** The privileged intents enabled in the developer portal, as bits. */
  readonly allowedIntents: number
  /** The first of `guilds`. */
  readonly guild: Guild
  /** The servers by id; they share roles, and members but for `absences`. */
  readonly guilds: Map<string, Guild>
  readonly users: Map<string, APIUser>
  readonly members: Map<string, APIGuildMember>
  readonly roles: Map<string, APIRole>
  readonly channels: Map<string, Channel>
  /** By channel id, then message id, oldest first; ephemeral ones included. */
  readonly messages: Map<string, Map<string, APIMessage>>
  /** By channel, author and nonce: the ids of messages posted with `enforce_nonce`, deleted ones included. */
  readonly nonces: Map<string, string>
  /** Files that people uploaded, by their ids. */
  readonly attachments: Map<string, APIAttachment>
  /** By guild, and under `global`. */
  readonly commands: Map<string, APIApplicationCommand[]>
  /** Members that are not in one of the servers: ids of the server and the user, with a space between. */
  readonly absences: Set<string>
  /** What admins have set for commands, and under the application's id for all of them. */
  readonly commandPermissions: APIGuildApplicationCommandPermissions[]
  /** Users who refuse direct messages from the bot. */
  readonly closedDms: Set<string>
  readonly shards: {
    /** Recommended by `GET /gateway/bot`. */
    readonly recommended: number
    /** The smallest number accepted. */
    readonly least: number
    readonly starts: SessionStarts
  }
  readonly listeners: Set<(happening: Happening) => void>
}

export interface WorldOptions {
  now: () => number
  token: string
  allowedIntents: number
  botName: string
  guildName: string
  guildLocale: Locale
  shards: number
  leastShards: number
  sessionStarts: number
  maxConcurrency: number
}

/** A server with only the bot in it. */
export function createWorld(options: WorldOptions): World {
  const { now, token, allowedIntents } = options
  const bot = newUser(now, options.botName, true)
  const guild: Guild = {
    id: newId(now),
    name: options.guildName,
    ownerId: newId(now),
    locale: options.guildLocale,
    hasBot: true,
  }
  const everyone = newRole(guild.id, '@everyone', EVERYONE)
  const botRole = { ...newRole(newId(now), options.botName, EVERYONE), managed: true, tags: { bot_id: bot.id } }
  return {
    now,
    token,
    allowedIntents,
    bot,
    botRole,
    guild,
    guilds: new Map([[guild.id, guild]]),
    users: new Map([[bot.id, bot]]),
    members: new Map([[bot.id, newMember(now, bot, [botRole.id])]]),
    roles: new Map([everyone, botRole].map((role) => [role.id, role])),
    channels: new Map(),
    messages: new Map(),
    nonces: new Map(),
    attachments: new Map(),
    commands: new Map(),
    absences: new Set(),
    commandPermissions: [],
    closedDms: new Set(),
    shards: {
      recommended: options.shards,
      least: options.leastShards,
      starts: {
        total: options.sessionStarts,
        remaining: options.sessionStarts,
        reset_after: 0,
        max_concurrency: options.maxConcurrency,
      },
    },
    listeners: new Set(),
  }
}

/** Notifies all listeners: the gateway and waiting tests. */
export function announce(world: World, happening: Happening): void {
  for (const listener of world.listeners) listener(happening)
}

/** The current version of a message, if it still exists. */
export function findMessage(world: World, channelId: string, messageId: string): APIMessage | undefined {
  return world.messages.get(channelId)?.get(messageId)
}
