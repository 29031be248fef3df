/** Keeps gateway sessions alive through an outage, so that missed messages are replayed. */
import type { IShardingStrategy, WebSocketManager } from '@discordjs/ws'
import { SimpleShardingStrategy } from 'discord.js'

/** Close code of a connection that broke without a closing handshake. */
const ABNORMAL_CLOSURE = 1006
/** Milliseconds for which a session that cannot be resumed is kept. */
const KEEP_FOR = 3 * 60_000

/**
 * A sharding strategy that keeps sessions through an outage. @discordjs/ws drops a session as soon as Discord is
 * unreachable, and with it every message sent meanwhile; a kept session is resumed, and Discord replays them.
 *
 * This patches `options.updateSessionInfo`, which WebSocketShard calls with `null` before it reconnects: check it when
 * @discordjs/ws (1.2, with discord.js 14) is updated.
 * @see https://github.com/discordjs/discord.js/blob/main/packages/ws/src/ws/WebSocketShard.ts
 */
export function persistSessions(manager: WebSocketManager): IShardingStrategy {
  /** Shard id → when it lost its connection. */
  const lostAt = new Map<number, number>()
  const { updateSessionInfo } = manager.options
  manager.options.updateSessionInfo = (shardId, session) => {
    const since = lostAt.get(shardId)
    const isKept = session === null && since !== undefined && performance.now() - since < KEEP_FOR
    return isKept ? undefined : updateSessionInfo(shardId, session)
  }
  manager.on('closed', ({ code, shardId }) => {
    if (code === ABNORMAL_CLOSURE && !lostAt.has(shardId)) lostAt.set(shardId, performance.now())
  })
  manager.on('hello', ({ shardId }) => void lostAt.delete(shardId))
  return new SimpleShardingStrategy(manager)
}
