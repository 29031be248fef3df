/** Rate limits, counted in memory or in Redis. */
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, RLWrapperTimeouts } from 'rate-limiter-flexible'
import type { Log } from '../../log.ts'

/** Milliseconds to wait for Redis. */
const COMMAND_TIMEOUT = 500

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
  const { connectRedis } = await import('../../../store/redis-client.ts')
  const storeClient = await connectRedis(redisUrl, {
    onLost: (error) => log.warn({ err: error }, 'Redis is unreachable: counting rate limits in this process'),
    onFound: () => log.info('Redis is reachable again'),
  })
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
