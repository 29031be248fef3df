import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, RLWrapperTimeouts } from 'rate-limiter-flexible'
import type { Log } from '../log.ts'

/** Milliseconds. */
const CONNECT_WITHIN = 2_000
const ANSWER_WITHIN = 500
const ALIVE_WITHIN = 10_000

/** Counts something by keys. */
export interface Limiter {
  /** Counts one more of a key; gives nothing while that is within the limit, else for how many milliseconds it is over. */
  take(key: string): Promise<number | undefined>
}

/** Where things are counted: in Redis by all processes together, or in the memory of this one. */
export interface RateLimits {
  /** Allows each key so many `points` in so many seconds. */
  limiter(name: string, points: number, seconds: number): Limiter
  close(): void
}

/**
 * Opens the counts. When Redis is away, a line in the log says so, and this process counts for itself until it is back.
 * @param redisUrl where all processes count together; in memory when absent
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
      return toLimiter(new RLWrapperTimeouts({ limiter, timeoutMs: ANSWER_WITHIN }))
    },
    close: () => storeClient.destroy(),
  }
}

/** A client that keeps trying, and is given back once it has connected or failed to for the first time. */
async function connectRedis(url: string, log: Log) {
  const { createClient } = await import('@redis/client')
  const client = createClient({
    url,
    // A command that cannot be sent now fails now.
    disableOfflineQueue: true,
    // A connection that is silent although it is asked for a sign is dead.
    pingInterval: ALIVE_WITHIN / 2,
    socket: { connectTimeout: CONNECT_WITHIN, socketTimeout: ALIVE_WITHIN },
  })
  let isAway = false
  await new Promise<void>((resolve) => {
    client.on('error', (error: Error) => {
      if (!isAway) log.warn({ err: error }, 'Redis is away: this process limits questions by its own counts')
      isAway = true
      resolve()
    })
    client.on('ready', () => {
      if (isAway) log.info('Redis is back')
      isAway = false
      resolve()
    })
    // It fails only when it is closed while it tries.
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
