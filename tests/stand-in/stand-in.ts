/** A stand-in for Discord on this machine, for tests. */
import { createServer } from 'node:http'
import {
  AllowedMentionsTypes,
  type APIApplicationCommand,
  type APIApplicationCommandPermission,
  type APIAttachment,
  type APIMessage,
  type APIPublicThreadChannel,
  type APIRole,
  type APITextChannel,
  type APIUser,
  ChannelType,
  GatewayIntentBits,
  Locale,
  type MessageType,
} from 'discord.js'
import { type Gateway, openGateway } from './gateway/gateway.ts'
import { type Acts, createActs } from './interactions/acts.ts'
import { forget, type Interactions } from './interactions/interactions.ts'
import type { Wait } from './interactions/use.ts'
import { isKept, post, preview, remove, removeAll, revise } from './messages/posting.ts'
import { forward, type PollText, poll } from './messages/shared-content.ts'
import { type Failure, Failures } from './rest/failures.ts'
import { openRest, type Rest } from './rest/rest.ts'
import { botRoutes } from './rest/routes/bot.ts'
import { channelRoutes } from './rest/routes/channels.ts'
import { commandRoutes } from './rest/routes/commands.ts'
import { interactionRoutes } from './rest/routes/interactions.ts'
import type { MessageBody } from './rest/schema.ts'
import { type WaitOptions, waitFor } from './waiting.ts'
import { changeThread, directChannel, newTextChannel, newThread, overwriteFor } from './world/channels.ts'
import {
  addGuild,
  announce,
  type Channel,
  createWorld,
  findMessage,
  type Happening,
  newId,
  newMember,
  newRole,
  newUser,
  removeGuild,
} from './world/world.ts'

export type { Gateway } from './gateway/gateway.ts'
export type { ActOptions } from './interactions/acts.ts'
export type { FirstAnswer } from './interactions/interactions.ts'
export type { Use } from './interactions/use.ts'
export type { Failure } from './rest/failures.ts'
export type { LoggedRequest, Violation } from './rest/rest.ts'
export type { Channel, Happening } from './world/world.ts'

export interface StandInOptions {
  /** The bot's token. */
  token?: string
  /** Milliseconds since 1970; the system clock by default. */
  now?: () => number
  /** The privileged intents enabled in the developer portal; all by default. */
  allowedIntents?: number
  botName?: string
  guildName?: string
  guildLocale?: Locale
  /** The recommended number of shards; one by default. */
  shards?: number
  /** The smallest number of shards that the gateway accepts; one by default. */
  leastShards?: number
  /** The daily limit of sessions; 1,000 by default. */
  sessionStarts?: number
  /** How many shards may identify at once; one by default. */
  maxConcurrency?: number
}

export interface SayOptions {
  /** The message it replies to. */
  replyTo?: APIMessage
  /** Whether the reply pings that message's author; true by default, as in Discord's client. */
  pingReply?: boolean
  /** Posts through a webhook with the name of `user`. */
  webhook?: boolean
  readonly attachments?: readonly APIAttachment[]
  /** Embeds of a webhook, or what an app posts; `say` takes the flag of the latter's components. */
  readonly parts?: Pick<MessageBody, 'embeds' | 'components' | 'flags'>
  /** The message that it forwards, without a text of its own. */
  readonly forwards?: APIMessage
  readonly poll?: PollText
  /** Whether it is the first message of a forum post, which has the id of its thread. */
  readonly opensPost?: boolean
  /** The type of a system message, such as 7 for a new member. */
  type?: MessageType
}

/** A running stand-in. */
export interface StandIn extends Acts, Pick<Rest, 'requests' | 'violations'> {
  /** The option `rest.api` of discord.js. */
  readonly url: string
  readonly token: string
  readonly bot: APIUser
  /** The bot's managed role, which people mention by mistake. */
  readonly botRole: APIRole
  readonly guild: { readonly id: string; readonly name: string }
  /** Two members of the server. */
  readonly alice: APIUser
  readonly bob: APIUser
  /** The owner of the application and of the server. */
  readonly owner: APIUser
  readonly general: APITextChannel
  readonly gateway: Omit<Gateway, 'stop' | 'forget'>

  addUser(name: string, options?: { bot?: boolean; roles?: APIRole[]; member?: boolean }): APIUser
  addRole(name: string, permissions?: bigint): APIRole
  /** Adds the bot to another server on a given shard, with the same members and one channel. */
  addGuild(name: string, shard: readonly [id: number, count: number]): APITextChannel
  addChannel(name: string): APITextChannel
  /** Removes the bot from a server; people can use it there if they have installed it for themselves. */
  removeGuild(guildId: string): void
  addThread(parent: APITextChannel, name: string): APIPublicThreadChannel
  /** Archives or locks a thread, or ends that. */
  setThread(thread: APIPublicThreadChannel, state: { archived?: boolean; locked?: boolean }): void
  removeChannel(channel: Channel): void
  /** The direct messages between a user and the bot, or between two users. */
  dm(user: APIUser, other?: APIUser): Channel
  /** Removes a member from one server, but not from the others. */
  leave(user: APIUser, guildId: string): void
  /** Sets who may use a command in the first server, and where, as under Server Settings ▸ Integrations; all where unnamed. */
  setCommandPermissions(permissions: readonly APIApplicationCommandPermission[], command?: string): void
  /** Makes this user refuse direct messages. */
  closeDms(user: APIUser): void
  /** Sets the permissions of a user, the bot by default, in a channel. */
  setPermissions(channel: Channel, bits: bigint, who?: APIUser): void

  /** Uploads a file, which is kept at an address; its id is what an option for attachments takes. */
  upload(name: string, url: string, size: number): APIAttachment
  /** Posts a message of a user. `<@id>`, `<@&id>` and `@everyone` ping. */
  say(user: APIUser, channel: Channel, text: string, options?: SayOptions): APIMessage
  /** Edits a message and returns the new version. */
  edit(message: APIMessage, text: string): APIMessage
  /** Adds a link preview to a message, as Discord does. */
  preview(message: APIMessage): void
  remove(message: APIMessage): void
  /** Deletes messages of one channel at once. */
  removeAll(channel: Channel, messages: readonly APIMessage[]): void

  /** The bot's commands, global and of this server. */
  readonly commands: readonly APIApplicationCommand[]
  /** The messages of a channel, oldest first, including ephemeral ones of `seenBy`. */
  messages(channel: Channel, seenBy?: APIUser): APIMessage[]
  /** The current version of a message, if it still exists. */
  current(message: APIMessage): APIMessage | undefined
  /**
   * The bot's next message in the channel, replies to commands included: the first that no earlier call returned.
   */
  nextMessage(channel: Channel, options?: WaitOptions): Promise<APIMessage>
  /**
   * Calls `look` now and after every event on the stand-in, until it returns something other than undefined and false.
   */
  waitFor<T>(look: () => T | undefined | false, options?: WaitOptions): Promise<T>

  /** Calls `listener` for every event, until the returned function is called. */
  watch(listener: (happening: Happening) => void): () => void

  /** Makes the next matching requests fail. */
  fail(failure: Failure): void
  /** Simulates an outage: breaks all connections, and accepts none until the returned function is called. */
  vanish(): Promise<() => Promise<void>>
  /** Drops requests, interactions, messages and sent events older than some milliseconds, for long runs. */
  forget(age: number): void
  stop(): Promise<void>
}

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent

/** Serves Discord's REST API and gateway on a free local port. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const world = createWorld({
    now: Date.now,
    token: 'stand-in.token',
    allowedIntents: PRIVILEGED,
    botName: 'Verbatim',
    guildName: 'Reading room',
    guildLocale: Locale.EnglishUS,
    shards: 1,
    leastShards: 1,
    sessionStarts: 1_000,
    maxConcurrency: 1,
    ...options,
  })
  const interactions: Interactions = new Map()
  const failures = new Failures()
  let port = 0
  const address = (): string => `ws://127.0.0.1:${port}`

  const rest = openRest(
    world,
    {
      ...botRoutes(world, address),
      ...channelRoutes(world),
      ...commandRoutes(world),
      ...interactionRoutes(world, interactions),
    },
    failures,
  )
  const server = createServer(rest.handle)
  const gateway = openGateway(world, server, address)
  const listen = (): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  await listen()
  const bound = server.address()
  if (typeof bound === 'object' && bound !== null) port = bound.port

  const report = (): string => {
    const last = rest.requests.slice(-5).map(({ method, path, status }) => `${method} ${path} → ${status}`)
    const faults = rest.violations.flatMap(({ reasons }) => reasons)
    return `Last requests: ${last.join('; ') || 'none'}. Violations: ${faults.join('; ') || 'none'}.`
  }
  const wait: Wait = (look, waitOptions) => waitFor(world, look, waitOptions, report)
  const returned = new Set<string>()

  const addOwner = (): APIUser => {
    const owner = { ...newUser(world.now, 'owner'), id: world.guild.ownerId }
    world.users.set(owner.id, owner)
    world.members.set(owner.id, newMember(world.now, owner, []))
    return owner
  }
  const addUser: StandIn['addUser'] = (name, { bot = false, roles = [], member = true } = {}) => {
    const user = newUser(world.now, name, bot)
    world.users.set(user.id, user)
    if (!member) return user
    const joined = newMember(
      world.now,
      user,
      roles.map(({ id }) => id),
    )
    world.members.set(user.id, joined)
    announce(world, { kind: 'member', member: joined, user })
    return user
  }
  const addAnyChannel = <T extends Channel>(channel: T): T => {
    world.channels.set(channel.id, channel)
    announce(world, { kind: 'channel', channel })
    return channel
  }
  const messages = (channel: Channel, seenBy?: APIUser): APIMessage[] =>
    [...(world.messages.get(channel.id)?.values() ?? [])].filter(
      (message) => isKept(message) || (seenBy !== undefined && message.interaction_metadata?.user.id === seenBy.id),
    )

  return {
    ...createActs(world, interactions, wait),
    url: `http://127.0.0.1:${port}/api`,
    token: world.token,
    bot: world.bot,
    botRole: world.botRole,
    guild: world.guild,
    alice: addUser('alice'),
    bob: addUser('bob'),
    owner: addOwner(),
    general: addAnyChannel(newTextChannel(world, 'general')),
    gateway,
    requests: rest.requests,
    violations: rest.violations,

    addUser,
    addRole: (name, permissions = 0n) => {
      const role = newRole(newId(world.now), name, permissions)
      world.roles.set(role.id, role)
      announce(world, { kind: 'role', role })
      return role
    },
    addGuild: (name, shard) => {
      const guild = addGuild(world, name, shard)
      const channel = newTextChannel(world, 'general', guild)
      world.channels.set(channel.id, channel)
      announce(world, { kind: 'guild', guild })
      return channel
    },
    addChannel: (name) => addAnyChannel(newTextChannel(world, name)),
    removeGuild: (id) => {
      const guild = removeGuild(world, id)
      announce(world, { kind: 'guildRemoval', guild })
    },
    addThread: (parent, name) => addAnyChannel(newThread(world, parent, name)),
    setThread: (thread, state) => changeThread(world, thread, state),
    removeChannel: (channel) => {
      world.channels.delete(channel.id)
      announce(world, { kind: 'channelRemoval', channel })
    },
    dm: (user, other = world.bot) => directChannel(world, [user, other]),
    leave: (user, guildId) => void world.absences.add(`${guildId} ${user.id}`),
    setCommandPermissions: (permissions, command) => {
      const named = [...world.commands.values()].flat().find(({ name }) => name === command)
      const set = {
        id: named?.id ?? world.bot.id,
        application_id: world.bot.id,
        guild_id: world.guild.id,
        permissions: [...permissions],
      }
      const others = world.commandPermissions.filter(({ id }) => id !== set.id)
      world.commandPermissions.splice(0, world.commandPermissions.length, ...others, set)
      announce(world, { kind: 'commandPermissions', permissions: set })
    },
    closeDms: (user) => void world.closedDms.add(user.id),
    setPermissions: (channel, bits, who = world.bot) => {
      if (channel.type !== ChannelType.GuildText) throw new Error('Only a text channel has permissions of its own')
      const others = (channel.permission_overwrites ?? []).filter(({ id }) => id !== who.id)
      channel.permission_overwrites = [...others, overwriteFor(who.id, bits)]
      announce(world, { kind: 'channelUpdate', channel })
    },

    upload: (filename, url, size) => {
      const attachment = { id: newId(world.now), filename, url, proxy_url: url, size }
      world.attachments.set(attachment.id, attachment)
      return attachment
    },
    say: (
      user,
      channel,
      text,
      { replyTo, pingReply = true, webhook, type, attachments, parts, forwards, poll: asked, opensPost } = {},
    ) =>
      post(world, {
        author: user,
        channel,
        body: {
          ...parts,
          content: text,
          allowed_mentions: { parse: Object.values(AllowedMentionsTypes), replied_user: pingReply },
        },
        replyTo,
        extra: {
          ...(webhook && { webhook_id: newId(world.now) }),
          ...(type !== undefined && { type }),
          ...(attachments && { attachments: [...attachments] }),
          ...(forwards && forward(world, forwards)),
          ...(asked && { poll: poll(world, asked) }),
          ...(opensPost && { id: channel.id }),
        },
      }),
    edit: (message, text) => {
      const now = findMessage(world, message.channel_id, message.id)
      if (now === undefined) throw new Error('That message is gone')
      return revise(world, now, { content: text })
    },
    preview: (message) => preview(world, message),
    remove: (message) => remove(world, message),
    removeAll: (channel, removed) => removeAll(world, channel, removed),

    get commands() {
      return [...world.commands.values()].flat()
    },
    messages,
    current: (message) => findMessage(world, message.channel_id, message.id),
    nextMessage: (channel, waitOptions = {}) => {
      const look = (): APIMessage | undefined => {
        const next = messages(channel).find(({ id, author }) => author.id === world.bot.id && !returned.has(id))
        if (next !== undefined) returned.add(next.id)
        return next
      }
      return wait(look, { what: `the bot's next message in ${channel.name ?? 'the DM'}`, ...waitOptions })
    },
    waitFor: (look, waitOptions = {}) => wait(look, waitOptions),

    watch: (listener) => {
      world.listeners.add(listener)
      return () => void world.listeners.delete(listener)
    },

    fail: (failure) => failures.add(failure),
    vanish: async () => {
      gateway.drop()
      await close()
      return listen
    },
    forget: (age) => {
      rest.forget(performance.now() - age)
      gateway.forget()
      forget(world, interactions, age)
    },
    stop: async () => {
      gateway.stop()
      await close()
    },
  }
}
