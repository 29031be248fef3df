import { TimestampStyles, time } from 'discord.js'
import type { RateLimits } from './rate-limits.ts'

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

export function createCooldown(counts: RateLimits): Cooldown {
  const users = counts.limiter('questions-of-user', OF_A_USER, WINDOW)
  const channels = counts.limiter('questions-in-channel', IN_A_CHANNEL, WINDOW)
  const told = counts.limiter('told-too-fast', 1, WINDOW)
  return {
    take: async (userId, channelId) => {
      const wait = (await users.take(userId)) ?? (await channels.take(channelId))
      if (wait === undefined) return undefined
      const until = Math.ceil((Date.now() + wait) / 1_000)
      return { when: time(until, TimestampStyles.RelativeTime), isFirst: (await told.take(userId)) === undefined }
    },
  }
}
