/** Keeps gateway sessions alive through an outage, so that missed messages are replayed. */
import type { IShardingStrategy, WebSocketManager } from '@discordjs/ws'
import { SimpleShardingStrategy } from 'discord.js'

/** Close code of a connection that broke without a closing handshake. */
const ABNORMAL_CLOSURE = 1006
/** Milliseconds for which a session that cannot be resumed is kept. */
const KEEP_FOR = 3 * 60_000
/** Milliseconds until a connection has to be open; @discordjs/ws waits for ever. */
const HANDSHAKE_TIMEOUT = 10_000
/** Closed connections after which the address of the session counts as dead, and the main gateway is tried. */
const RESUME_ATTEMPTS = 3
/** Milliseconds between attempts after those, besides the half second of @discordjs/ws; each pause is longer. */
const FIRST_PAUSE = 250
const PAUSE_GROWTH = 1.5
const MAX_PAUSE = 5_000

/** The failing connection of a shard. */
interface Failure {
  /** When it lost its connection, in milliseconds of `performance.now()`. */
  readonly since: number
  /** Closed connections since. */
  closed: number
  /** Whether Discord has not answered since. */
  isUnreachable: boolean
}

/**
 * A sharding strategy that keeps sessions through an outage. @discordjs/ws drops a session as soon as Discord is
 * unreachable, and with it every message sent meanwhile; a kept session is resumed, and Discord replays them. If the
 * address of the session is dead, it is resumed at the main gateway, with growing pauses.
 *
 * This patches `options.updateSessionInfo`, which WebSocketShard calls with `null` before it reconnects, and
 * `options.retrieveSessionInfo`, which it awaits before it connects: check both when @discordjs/ws (1.2, with discord.js
 * 14) is updated.
 * @see https://github.com/discordjs/discord.js/blob/main/packages/ws/src/ws/WebSocketShard.ts
 */
export function persistSessions(manager: WebSocketManager): IShardingStrategy {
  /** By shard id. */
  const failures = new Map<number, Failure>()
  let mainAddress: string | undefined
  let isDestroyed = false
  const { options } = manager
  const { updateSessionInfo, retrieveSessionInfo } = options
  options.handshakeTimeout = HANDSHAKE_TIMEOUT
  options.updateSessionInfo = (shardId, session) => {
    const failure = failures.get(shardId)
    const isKept = session === null && failure?.isUnreachable && performance.now() - failure.since < KEEP_FOR
    return isKept ? undefined : updateSessionInfo(shardId, session)
  }
  options.retrieveSessionInfo = async (shardId) => {
    const session = await retrieveSessionInfo(shardId)
    const failure = failures.get(shardId)
    if (!failure || failure.closed < RESUME_ATTEMPTS) return session
    await pause(Math.min(FIRST_PAUSE * PAUSE_GROWTH ** (failure.closed - RESUME_ATTEMPTS), MAX_PAUSE))
    // A shard that waits does not know that the bot has stopped.
    if (isDestroyed) return new Promise(() => undefined)
    return session && mainAddress !== undefined ? { ...session, resumeURL: mainAddress } : session
  }
  const fetchGatewayInformation = manager.fetchGatewayInformation.bind(manager)
  manager.fetchGatewayInformation = async (force) => {
    const information = await fetchGatewayInformation(force)
    mainAddress = information.url
    return information
  }
  const destroy = manager.destroy.bind(manager)
  manager.destroy = (how) => {
    isDestroyed = true
    return destroy(how)
  }
  manager.on('closed', ({ code, shardId }) => {
    const failure = failures.get(shardId) ?? { since: performance.now(), closed: 0, isUnreachable: false }
    failure.closed++
    failure.isUnreachable ||= code === ABNORMAL_CLOSURE
    failures.set(shardId, failure)
  })
  manager.on('hello', ({ shardId }) => {
    const failure = failures.get(shardId)
    if (failure) failure.isUnreachable = false
  })
  for (const event of ['ready', 'resumed'] as const) manager.on(event, ({ shardId }) => void failures.delete(shardId))
  return new SimpleShardingStrategy(manager)
}

/** Waits about as long as told. The timer is all that keeps a disconnected bot's process alive. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds * (0.75 + Math.random() / 2)))
}
