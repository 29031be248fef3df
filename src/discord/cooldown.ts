import { TimestampStyles, time } from 'discord.js'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Within how many seconds so many questions are answered: more is a flood, less is a conversation. */
const WINDOW = 10
const OF_A_USER = 5
const IN_A_CHANNEL = 30

/** A question that comes too soon. */
export interface TooSoon {
  /** When to try again, as Discord's own markup, so that it counts down. */
  readonly when: string
  /** Whether this is the first time in a window that the asker has to be told. */
  readonly isFirst: boolean
}

/** Counts the questions of each person and in each channel. */
export interface Cooldown {
  /** Counts a question; gives nothing when it may be answered. */
  take(userId: string, channelId: string): Promise<TooSoon | undefined>
}

export function createCooldown(): Cooldown {
  const users = new RateLimiterMemory({ points: OF_A_USER, duration: WINDOW })
  const channels = new RateLimiterMemory({ points: IN_A_CHANNEL, duration: WINDOW })
  const told = new RateLimiterMemory({ points: 1, duration: WINDOW })
  return {
    take: async (userId, channelId) => {
      const over = (await refusal(users, userId)) ?? (await refusal(channels, channelId))
      if (over === undefined) return undefined
      const until = Math.ceil((Date.now() + over.msBeforeNext) / 1_000)
      return {
        when: time(until, TimestampStyles.RelativeTime),
        isFirst: (await refusal(told, userId)) === undefined,
      }
    },
  }
}

async function refusal(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(key)
    return undefined
  } catch (thrown) {
    if (thrown instanceof RateLimiterRes) return thrown
    throw thrown
  }
}
