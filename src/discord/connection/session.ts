import type { IShardingStrategy, WebSocketManager } from '@discordjs/ws'
import { SimpleShardingStrategy } from 'discord.js'

/** What a connection that broke without a goodbye counts as. */
const BROKEN = 1006
/** For how many milliseconds of running time a session is kept that cannot be taken up again. */
const KEPT = 3 * 60_000

/**
 * Lets sessions outlive an outage. discord.js gives a session up as soon as Discord is out of reach, and with it
 * whatever was asked meanwhile; a session that was kept is resumed, and Discord sends it what it missed.
 */
export function persistSessions(manager: WebSocketManager): IShardingStrategy {
  /** Since when shards have not reached Discord. */
  const lost = new Map<number, number>()
  const { updateSessionInfo } = manager.options
  manager.options.updateSessionInfo = (shardId, session) => {
    const since = lost.get(shardId)
    const isKept = session === null && since !== undefined && performance.now() - since < KEPT
    return isKept ? undefined : updateSessionInfo(shardId, session)
  }
  manager.on('closed', ({ code, shardId }) => {
    if (code === BROKEN && !lost.has(shardId)) lost.set(shardId, performance.now())
  })
  manager.on('hello', ({ shardId }) => void lost.delete(shardId))
  return new SimpleShardingStrategy(manager)
}
