/** Logs when the connection to Discord is lost, with the cause, and when it is back: one line each. */
import { type Client, Events, GatewayCloseCodes } from 'discord.js'
import { messageOf } from '../../errors.ts'
import type { Observer } from '../../observer.ts'
import type { Log } from '../log.ts'

/** Close codes that discord.js uses itself. */
const ABNORMAL_CLOSURE = 1006
const RESUMING = 4200

/** @param isStopping whether the bot leaves Discord on purpose */
export function logOutages(client: Client, log: Log, observer: Observer, isStopping: () => boolean): void {
  /** Shard → when it lost its connection, in milliseconds of `performance.now()`. */
  const lostAt = new Map<number, number>()

  const onLost = (shard: number, cause: string): void => {
    observer.onConnection(shard, false)
    if (isStopping() || lostAt.has(shard)) return
    lostAt.set(shard, performance.now())
    log.warn({ shard, cause }, 'connection lost')
  }
  const onBack = (shard: number, replayed?: number): void => {
    observer.onConnection(shard, true)
    const since = lostAt.get(shard)
    if (since === undefined) return
    lostAt.delete(shard)
    const seconds = Math.round((performance.now() - since) / 100) / 10
    log.info({ shard, seconds, ...(replayed !== undefined && { replayed }) }, 'connected again')
  }
  client.on(Events.ShardError, (error, shard) => onLost(shard, messageOf(error)))
  client.on(Events.ShardReady, (shard) => onBack(shard))
  client.on(Events.ShardResume, onBack)
  client.on(Events.ShardDisconnect, ({ code }, shard) => onLost(shard, causeOf(code)))
  // The shards exist once Discord has told how many there should be.
  client.once(Events.ClientReady, ({ ws }) => {
    for (const [id, shard] of ws.shards) shard.on('close', ({ code }) => onLost(id, causeOf(code)))
  })
}

function causeOf(code: number): string {
  switch (code) {
    case ABNORMAL_CLOSURE:
      return 'the connection broke'
    case RESUMING:
      return 'Discord asked to reconnect'
    default:
      return `Discord closed the connection (code ${code}${code in GatewayCloseCodes ? `, ${GatewayCloseCodes[code]}` : ''})`
  }
}
