/** A stand-in for Discord on this machine, for tests. */
import { createServer } from 'node:http'
import {
  type APIApplicationCommand,
  type APIMessage,
  type APIRole,
  type APITextChannel,
  type APIUser,
  GatewayIntentBits,
  Locale,
} from 'discord.js'
import { type Gateway, openGateway } from './gateway/gateway.ts'
import { type Acts, createActs } from './interactions/acts.ts'
import { forget, type Interactions } from './interactions/interactions.ts'
import type { Wait } from './interactions/use.ts'
import { createWriting, type Writing } from './messages/writing.ts'
import { type Failure, Failures } from './rest/failures.ts'
import { openRest, type Rest } from './rest/rest.ts'
import { botRoutes } from './rest/routes/bot.ts'
import { channelRoutes } from './rest/routes/channels.ts'
import { commandRoutes } from './rest/routes/commands.ts'
import { interactionRoutes } from './rest/routes/interactions.ts'
import { type WaitOptions, waitFor } from './waiting.ts'
import { type Administration, createAdministration } from './world/administration.ts'
import { newMember, newUser } from './world/objects.ts'
import { type Channel, createWorld, type Happening } from './world/world.ts'

export type { Gateway } from './gateway/gateway.ts'
export type { ActOptions } from './interactions/acts.ts'
export type { FirstAnswer } from './interactions/interactions.ts'
export type { Use } from './interactions/use.ts'
export type { SayOptions } from './messages/writing.ts'
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

/** A running stand-in. */
export interface StandIn extends Acts, Administration, Writing, Pick<Rest, 'requests' | 'violations'> {
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

  /** The bot's commands, global and of this server. */
  readonly commands: readonly APIApplicationCommand[]
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
  const administration = createAdministration(world)
  const writing = createWriting(world)
  const returned = new Set<string>()

  const addOwner = (): APIUser => {
    const owner = { ...newUser(world.now, 'owner'), id: world.guild.ownerId }
    world.users.set(owner.id, owner)
    world.members.set(owner.id, newMember(world.now, owner, []))
    return owner
  }
  return {
    ...createActs(world, interactions, wait),
    ...administration,
    ...writing,
    url: `http://127.0.0.1:${port}/api`,
    token: world.token,
    bot: world.bot,
    botRole: world.botRole,
    guild: world.guild,
    alice: administration.addUser('alice'),
    bob: administration.addUser('bob'),
    owner: addOwner(),
    general: administration.addChannel('general'),
    gateway,
    requests: rest.requests,
    violations: rest.violations,

    get commands() {
      return [...world.commands.values()].flat()
    },
    nextMessage: (channel, waitOptions = {}) => {
      const look = (): APIMessage | undefined => {
        const next = writing.messages(channel).find(({ id, author }) => author.id === world.bot.id && !returned.has(id))
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
