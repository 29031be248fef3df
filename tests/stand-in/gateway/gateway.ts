/** Discord’s gateway: sessions, heartbeats, resuming, close codes. */
import type { Server } from 'node:http'
import { GatewayIntentBits, GatewayOpcodes } from 'discord.js'
import { type WebSocket, WebSocketServer } from 'ws'
import * as z from 'zod/mini'
import { newId } from '../world/ids.ts'
import { announce, type Happening, type World } from '../world/world.ts'
import { eventFor, guildCreate, guildsOf, isFor, membersChunk, ready, type Shard } from './events.ts'

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
  shard: z._default(z.tuple([z.int(), z.int()]), [0, 1]),
})
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() })

/** What outlives a connection, so that a client can resume. */
interface Session {
  readonly id: string
  readonly intents: number
  readonly shard: Shard
  /** The events that can be replayed. */
  readonly sent: { op: number; s: number; t: string; d: object }[]
  /** The number of the last event. */
  last: number
  socket: WebSocket | undefined
}

/** The address for resuming serves, breaks connections, or accepts and closes them. */
export type ResumeAddress = 'works' | 'refuses' | 'closes'

export interface Gateway {
  /** The connected and resumable sessions, with their intents and shards. */
  readonly sessions: readonly { id: string; intents: number; shard: Shard; connected: boolean }[]
  /** Every accepted IDENTIFY. */
  readonly identifies: readonly { intents: number; shard: Shard; presence: unknown }[]
  /** Every accepted RESUME, with the number of replayed events. */
  readonly resumes: readonly { sessionId: string; replayed: number }[]
  /** The connections to the address for resuming that it did not serve. */
  readonly failedResumes: readonly ResumeAddress[]
  /** What happens at the address for resuming from now on; the main gateway stays as it is. */
  setResumeAddress(how: ResumeAddress): void
  /** Close codes sent by clients. */
  readonly closedWith: readonly number[]
  /** Breaks the connection without a close frame. */
  drop(): void
  /** @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
  close(code: number): void
  /** Op 7: asks the client to reconnect and resume. */
  reconnect(): void
  /** Op 9. After one that is not resumable, discord.js waits five seconds before it identifies again. */
  invalidate(resumable: boolean): void
  /** Refuses every RESUME from now on, as Discord does for sessions that are too old. */
  forgetSessions(): void
  /** Sends an event to every session as it is, for events that the stand-in does not produce itself. */
  dispatch(type: string, data: object): void
  /** Drops sent events, except the last thousand of each session. */
  forget(): void
  stop(): void
}

/**
 * The gateway, v10, in JSON and without compression.
 * @param address the `ws://` address, known once the server listens
 * @see https://discord.com/developers/docs/events/gateway
 */
export function openGateway(world: World, server: Server, address: () => string): Gateway {
  const sockets = new WebSocketServer({ noServer: true })
  let resumeAddress: ResumeAddress = 'works'
  server.on('upgrade', (request, socket, head) => {
    const isDead = request.url?.startsWith('/resume') && resumeAddress !== 'works'
    if (isDead) failedResumes.push(resumeAddress)
    if (isDead && resumeAddress === 'refuses') {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      if (isDead) client.close(1001)
      else sockets.emit('connection', client, request)
    })
  })
  const sessions = new Map<string, Session>()
  const identifies: { intents: number; shard: Shard; presence: unknown }[] = []
  const resumes: { sessionId: string; replayed: number }[] = []
  const failedResumes: ResumeAddress[] = []
  const closedWith: number[] = []

  const send = (socket: WebSocket, frame: object): void => socket.send(JSON.stringify(frame))

  const dispatch = (session: Session, t: string, d: object): void => {
    session.last += 1
    const frame = { op: GatewayOpcodes.Dispatch, s: session.last, t, d }
    session.sent.push(frame)
    if (session.socket !== undefined) send(session.socket, frame)
  }

  const identify = (socket: WebSocket, body: unknown): Session | undefined => {
    const parsed = z.safeParse(identifySchema, body)
    if (!parsed.success) return void socket.close(4002, 'Error while decoding payload.')
    const { token, intents, presence, shard } = parsed.data
    const { least, starts } = world.shards
    // After too many sessions Discord resets the token.
    if (token !== world.token || starts.remaining === 0) return void socket.close(4004, 'Authentication failed.')
    if ((intents & ~KNOWN_INTENTS) !== 0) return void socket.close(4013, 'Invalid intent(s).')
    if ((intents & PRIVILEGED & ~world.allowedIntents) !== 0) return void socket.close(4014, 'Disallowed intent(s).')
    const [id, count] = shard
    if (id < 0 || id >= count) return void socket.close(4010, 'Invalid shard.')
    if (count < least) return void socket.close(4011, 'Sharding required.')
    starts.remaining -= 1
    const session: Session = { id: `session-${newId(world.now)}`, intents, shard, sent: [], last: 0, socket }
    sessions.set(session.id, session)
    identifies.push({ intents, shard, presence })
    dispatch(session, 'READY', ready(world, session.id, address(), shard))
    if (intents & GatewayIntentBits.Guilds) {
      for (const guild of guildsOf(world, shard)) dispatch(session, 'GUILD_CREATE', guildCreate(world, guild))
    }
    return session
  }

  const resume = (socket: WebSocket, body: unknown): Session | undefined => {
    const parsed = z.safeParse(resumeSchema, body)
    if (!parsed.success) return void socket.close(4002, 'Error while decoding payload.')
    const { token, session_id: id, seq } = parsed.data
    if (token !== world.token) return void socket.close(4004, 'Authentication failed.')
    const session = sessions.get(id)
    if (session === undefined) return void send(socket, { op: GatewayOpcodes.InvalidSession, d: false })
    if (seq > session.last) return void socket.close(4007, 'Invalid seq.')
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
      // A client that closes with these codes ends its session.
      if (session !== undefined && (code === 1000 || code === 1001)) sessions.delete(session.id)
      announce(world, { kind: 'connection' })
    })
  })

  const tell = (happening: Happening): void => {
    for (const session of sessions.values()) {
      if (!isFor(world, session.shard, happening)) continue
      const event = eventFor(world, happening, session.intents)
      if (event !== undefined) dispatch(session, event.t, event.d)
    }
  }
  world.listeners.add(tell)

  const connected = (): WebSocket[] => [...sockets.clients]
  return {
    get sessions() {
      return [...sessions.values()].map(({ id, intents, shard, socket }) => ({
        id,
        intents,
        shard,
        connected: socket !== undefined,
      }))
    },
    identifies,
    resumes,
    failedResumes,
    setResumeAddress: (how) => {
      resumeAddress = how
    },
    closedWith,
    drop: () => connected().forEach((socket) => void socket.terminate()),
    close: (code) => connected().forEach((socket) => void socket.close(code)),
    reconnect: () => connected().forEach((socket) => void send(socket, { op: GatewayOpcodes.Reconnect, d: null })),
    invalidate: (resumable) => {
      if (!resumable) sessions.clear()
      for (const socket of connected()) send(socket, { op: GatewayOpcodes.InvalidSession, d: resumable })
    },
    forgetSessions: () => sessions.clear(),
    dispatch: (type, data) => {
      for (const session of sessions.values()) dispatch(session, type, data)
    },
    forget: () => {
      for (const { sent } of sessions.values()) sent.splice(0, sent.length - 1_000)
    },
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
