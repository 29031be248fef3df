/** Rate limits, counted in memory or in Redis. */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, RLWrapperTimeouts } from 'rate-limiter-flexible'
import type { Log } from '../log.ts'

/** Milliseconds. */
const CONNECT_TIMEOUT = 2_000
const COMMAND_TIMEOUT = 500
const SOCKET_TIMEOUT = 10_000

export interface Limiter {
  /** Counts one use of a key; undefined within the limit, else the milliseconds until the next use is allowed. */
  take(key: string): Promise<number | undefined>
}

/** Counts in Redis, shared by all processes, or in the memory of this process. */
export interface RateLimits {
  /** Allows each key so many `points` per window of so many seconds. */
  limiter(name: string, points: number, seconds: number): Limiter
  close(): void
}

/**
 * While Redis is unreachable, which is logged once, this process counts by itself.
 * @param redisUrl counts in memory when absent
 */
export async function openRateLimits(redisUrl: string | undefined, log: Log): Promise<RateLimits> {
  const inMemory = (name: string, points: number, duration: number) =>
    new RateLimiterMemory({ keyPrefix: name, points, duration })
  if (redisUrl === undefined) {
    return { limiter: (...limit) => toLimiter(inMemory(...limit)), close: () => undefined }
  }
  const storeClient = await connectRedis(redisUrl, log)
  return {
    limiter: (name, points, duration) => {
      const keyPrefix = `verbatim:${name}`
      const insuranceLimiter = inMemory(name, points, duration)
      const limiter = new RateLimiterRedis({
        storeClient,
        useRedisPackage: true,
        keyPrefix,
        points,
        duration,
        insuranceLimiter,
      })
      return toLimiter(new RLWrapperTimeouts({ limiter, timeoutMs: COMMAND_TIMEOUT }))
    },
    close: () => storeClient.destroy(),
  }
}

/** Resolves after the first connection attempt, whether it succeeded or not; the client keeps retrying. */
async function connectRedis(url: string, log: Log) {
  const { createClient } = await import('@redis/client')
  const client = createClient({
    url,
    // Commands fail at once while there is no connection.
    disableOfflineQueue: true,
    // Pings, so that a dead connection is noticed by the socket timeout.
    pingInterval: SOCKET_TIMEOUT / 2,
    socket: { connectTimeout: CONNECT_TIMEOUT, socketTimeout: SOCKET_TIMEOUT },
  })
  let isUnreachable = false
  await new Promise<void>((resolve) => {
    client.on('error', (error: Error) => {
      if (!isUnreachable) log.warn({ err: error }, 'Redis is unreachable: counting rate limits in this process')
      isUnreachable = true
      resolve()
    })
    client.on('ready', () => {
      if (isUnreachable) log.info('Redis is reachable again')
      isUnreachable = false
      resolve()
    })
    // Rejects only if the client is closed while it connects.
    client.connect().catch(() => undefined)
  })
  return client
}

function toLimiter(limiter: RateLimiterMemory | RLWrapperTimeouts): Limiter {
  return {
    take: async (key) => {
      try {
        await limiter.consume(key)
        return undefined
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) return thrown.msBeforeNext
        throw thrown
      }
    },
  }
}
