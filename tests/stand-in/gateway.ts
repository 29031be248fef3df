import type { Server } from 'node:http'
import { GatewayIntentBits, GatewayOpcodes, PermissionFlagsBits } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod/mini'
import { permissionsIn } from './permissions.ts'
import { isKept } from './posting.ts'
import { messageEvent } from './showing.ts'
import { announce, type Channel, channelForBot, type Happening, newId, type World } from './world.ts'

const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent
const KNOWN_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (sum, bit) => (typeof bit === 'number' ? sum | bit : sum),
  0,
)

const frameSchema = z.object({ op: z.number(), d: z.optional(z.unknown()) })
const identifySchema = z.looseObject({
  token: z.string(),
  intents: z.number(),
  properties: z.looseObject({}),
  presence: z.optional(z.unknown()),
})
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })

/** What outlives a socket, so that a client can resume. */
interface Session {
  readonly id: string
  readonly intents: number
  readonly sent: { op: number; s: number; t: string; d: object }[]
  socket: WebSocket | undefined
}

export interface Gateway {
  /** The sessions that are alive, connected or resumable, with the intents that each asked for. */
  readonly sessions: readonly { id: string; intents: number; connected: boolean }[]
  /** Every IDENTIFY that was let in. */
  readonly identifies: readonly { intents: number; presence: unknown }[]
  /** Every RESUME that was let in, with the number of events it was sent again. */
  readonly resumes: readonly { sessionId: string; replayed: number }[]
  /** The close codes that the client sent. */
  readonly closedWith: readonly number[]
  /** Breaks the connection without a close frame. */
  drop(): void
  /** @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
  close(code: number): void
  /** Op 7: asks the client to reconnect and resume. */
  reconnect(): void
  /** Op 9. After one that is not resumable, discord.js waits five seconds before it identifies anew. */
  invalidate(resumable: boolean): void
  /** Refuses every RESUME from now on, as Discord does for sessions that are too old. */
  forgetSessions(): void
  stop(): void
}

/**
 * The gateway, v10, in JSON and without compression.
 * @param address the `ws://` address, known once the server listens
 * @see https://discord.com/developers/docs/events/gateway
 */
export function openGateway(world: World, server: Server, address: () => string): Gateway {
  const sockets = new WebSocketServer({ server })
  const sessions = new Map<string, Session>()
  const identifies: { intents: number; presence: unknown }[] = []
  const resumes: { sessionId: string; replayed: number }[] = []
  const closedWith: number[] = []

  const send = (socket: WebSocket, frame: object): void => socket.send(JSON.stringify(frame))

  const dispatch = (session: Session, t: string, d: object): void => {
    const frame = { op: GatewayOpcodes.Dispatch, s: session.sent.length + 1, t, d }
    session.sent.push(frame)
    if (session.socket !== undefined) send(session.socket, frame)
  }

  const identify = (socket: WebSocket, body: unknown): Session | undefined => {
    const parsed = z.safeParse(identifySchema, body)
    if (!parsed.success) return void socket.close(4002, 'Error while decoding payload.')
    const { token, intents, presence } = parsed.data
    if (token !== world.token) return void socket.close(4004, 'Authentication failed.')
    if ((intents & ~KNOWN_INTENTS) !== 0) return void socket.close(4013, 'Invalid intent(s).')
    if ((intents & PRIVILEGED & ~world.allowedIntents) !== 0) return void socket.close(4014, 'Disallowed intent(s).')
    const session: Session = { id: `session-${newId(world.now)}`, intents, sent: [], socket }
    sessions.set(session.id, session)
    identifies.push({ intents, presence })
    dispatch(session, 'READY', ready(world, session.id, address()))
    if (intents & GatewayIntentBits.Guilds) dispatch(session, 'GUILD_CREATE', guildCreate(world))
    return session
  }

  const resume = (socket: WebSocket, body: unknown): Session | undefined => {
    const parsed = z.safeParse(resumeSchema, body)
    if (!parsed.success) return void socket.close(4002, 'Error while decoding payload.')
    const { token, session_id: id, seq } = parsed.data
    if (token !== world.token) return void socket.close(4004, 'Authentication failed.')
    const session = sessions.get(id)
    if (session === undefined) return void send(socket, { op: GatewayOpcodes.InvalidSession, d: false })
    if (seq > session.sent.length) return void socket.close(4007, 'Invalid seq.')
    session.socket = socket
    const missed = session.sent.filter(({ s }) => s > seq)
    for (const frame of missed) send(socket, frame)
    resumes.push({ sessionId: id, replayed: missed.length })
    dispatch(session, 'RESUMED', {})
    return session
  }

  sockets.on('connection', (socket) => {
    let session: Session | undefined
    send(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: 41_250 } })
    socket.on('message', (text) => {
      const frame = z.safeParse(frameSchema, parsedJson(String(text)))
      if (!frame.success) return socket.close(4002, 'Error while decoding payload.')
      const { op, d } = frame.data
      if (op === GatewayOpcodes.Heartbeat) return send(socket, { op: GatewayOpcodes.HeartbeatAck })
      if (op === GatewayOpcodes.Identify || op === GatewayOpcodes.Resume) {
        if (session !== undefined) return socket.close(4005, 'Already authenticated.')
        session = op === GatewayOpcodes.Identify ? identify(socket, d) : resume(socket, d)
        return announce(world, { kind: 'connection' })
      }
      if (session === undefined) return socket.close(4003, 'Not authenticated.')
      if (op === GatewayOpcodes.PresenceUpdate || op === GatewayOpcodes.VoiceStateUpdate) return
      if (op === GatewayOpcodes.RequestGuildMembers)
        return dispatch(session, 'GUILD_MEMBERS_CHUNK', membersChunk(world))
      socket.close(4001, 'Unknown opcode.')
    })
    socket.on('close', (code) => {
      closedWith.push(code)
      if (session?.socket === socket) session.socket = undefined
      // A client that says goodbye with these codes gives its session up.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id)
      announce(world, { kind: 'connection' })
    })
  })

  const tell = (happening: Happening): void => {
    for (const session of sessions.values()) {
      const event = eventFor(world, happening, session.intents)
      if (event !== undefined) dispatch(session, event.t, event.d)
    }
  }
  world.listeners.add(tell)

  const connected = (): WebSocket[] => [...sockets.clients]
  return {
    get sessions() {
      return [...sessions.values()].map(({ id, intents, socket }) => ({ id, intents, connected: socket !== undefined }))
    },
    identifies,
    resumes,
    closedWith,
    drop: () => connected().forEach((socket) => void socket.terminate()),
    close: (code) => connected().forEach((socket) => void socket.close(code)),
    reconnect: () => connected().forEach((socket) => void send(socket, { op: GatewayOpcodes.Reconnect, d: null })),
    invalidate: (resumable) => {
      if (!resumable) sessions.clear()
      for (const socket of connected()) send(socket, { op: GatewayOpcodes.InvalidSession, d: resumable })
    },
    forgetSessions: () => sessions.clear(),
    stop: () => {
      world.listeners.delete(tell)
      for (const socket of connected()) socket.terminate()
      sockets.close()
    },
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @see https://discord.com/developers/docs/events/gateway-events#ready */
function ready(world: World, sessionId: string, address: string): object {
  return {
    v: 10,
    user: { ...world.bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: [{ id: world.guild.id, unavailable: true }],
    session_id: sessionId,
    resume_gateway_url: `${address}/resume`,
    shard: [0, 1],
    application: { id: world.bot.id, flags: 0 },
  }
}

/** @see https://discord.com/developers/docs/events/gateway-events#guild-create */
function guildCreate(world: World): object {
  const channels = [...world.channels.values()].filter((channel) => 'guild_id' in channel)
  const mayView = (channel: Channel): boolean => (permissionsIn(world, world.bot.id, channel) & VIEW) !== 0n
  return {
    ...guildBody(world),
    joined_at: new Date(world.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: world.members.size,
    voice_states: [],
    members: [...world.members.values()],
    channels: channels.filter(({ type }) => type === 0),
    threads: channels.filter((channel) => channel.type === 11 && mayView(channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

const VIEW = PermissionFlagsBits.ViewChannel

/** The server as `GET /guilds/{id}` answers. */
export function guildBody(world: World): object {
  return {
    id: world.guild.id,
    name: world.guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: world.guild.ownerId,
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
    preferred_locale: world.guild.locale,
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
  }
}

function membersChunk(world: World): object {
  const members = [...world.members.values()]
  return { guild_id: world.guild.id, members, chunk_index: 0, chunk_count: 1 }
}

/**
 * The event by which a bot of these intents learns of something, if it does.
 * @see https://discord.com/developers/docs/events/gateway#list-of-intents
 */
function eventFor(world: World, happening: Happening, intents: number): { t: string; d: object } | undefined {
  const has = (intent: GatewayIntentBits): boolean => (intents & intent) !== 0
  if (happening.kind === 'interaction') return { t: 'INTERACTION_CREATE', d: happening.payload }
  if (happening.kind === 'request' || happening.kind === 'connection') return undefined
  if (happening.kind === 'member') {
    if (!has(GatewayIntentBits.GuildMembers)) return undefined
    return { t: 'GUILD_MEMBER_ADD', d: { ...happening.member, guild_id: world.guild.id } }
  }
  const { channel } = happening
  const isThread = channel.type === 11
  if ('message' in happening) {
    const { message } = happening
    const intent = 'guild_id' in channel ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages
    if (!has(intent) || !isKept(message) || (permissionsIn(world, world.bot.id, channel) & VIEW) === 0n)
      return undefined
    if (happening.kind === 'removal') {
      const { id, channel_id } = message
      return { t: 'MESSAGE_DELETE', d: { id, channel_id, ...('guild_id' in channel && { guild_id: world.guild.id }) } }
    }
    const t = happening.kind === 'message' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE'
    return { t, d: messageEvent(world, message, channel, intents) }
  }
  if (!has(GatewayIntentBits.Guilds) || channel.type === 1) return undefined
  const what = { channel: 'CREATE', channelUpdate: 'UPDATE', channelRemoval: 'DELETE' }[happening.kind]
  return { t: `${isThread ? 'THREAD' : 'CHANNEL'}_${what}`, d: channelForBot(world, channel) }
}
