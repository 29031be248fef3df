/** Limits how fast one user, and one channel, may ask. */
import { TimestampStyles, time } from 'discord.js'
import type { RateLimits } from './rate-limits.ts'

/** Questions per window of so many seconds: enough for a conversation, too few for a flood. */
const WINDOW = 10
const PER_USER = 5
const PER_CHANNEL = 30

/** A question that exceeds a limit. */
export interface TooSoon {
  /** When to try again, as a Discord timestamp that counts down. */
  readonly when: string
  /** Whether the asker has not been told yet in this window. */
  readonly isFirst: boolean
}

export interface Cooldown {
  /** Counts a question; undefined when it may be answered. */
  take(userId: string, channelId: string): Promise<TooSoon | undefined>
}

export function createCooldown(rateLimits: RateLimits): Cooldown {
  const users = rateLimits.limiter('questions-of-user', PER_USER, WINDOW)
  const channels = rateLimits.limiter('questions-in-channel', PER_CHANNEL, WINDOW)
  const notices = rateLimits.limiter('too-fast-notice', 1, WINDOW)
  return {
    take: async (userId, channelId) => {
      const wait = (await users.take(userId)) ?? (await channels.take(channelId))
      if (wait === undefined) return undefined
      const until = Math.ceil((Date.now() + wait) / 1_000)
      return { when: time(until, TimestampStyles.RelativeTime), isFirst: (await notices.take(userId)) === undefined }
    },
  }
}
