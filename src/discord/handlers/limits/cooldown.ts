/** Limits how fast one user may use the bot, and how fast it is asked in messages of one channel. */
import { TimestampStyles, time } from 'discord.js'
import type { RateLimits } from './rate-limits.ts'

/** Questions per window of so many seconds: enough for a conversation, too few for a flood. */
const WINDOW = 10
const PER_USER = 5
/** Only messages count: nobody else reads a refused command, and a few accounts must not silence a channel for it. */
const PER_CHANNEL = 30
/** Commands, buttons and menus, and suggestions while somebody types. */
const USES = 20
const COMPLETIONS = 40

/** Something that exceeds a limit. */
export interface TooSoon {
  /** When to try again, as a Discord timestamp that counts down. */
  readonly when: string
  /** Whether the person has not been told yet in this window. */
  readonly isFirst: boolean
  /** Whether the channel's limit is exceeded, not the person's own. */
  readonly isChannel: boolean
}

export interface Cooldown {
  /** Counts a question; undefined when it may be answered. The channel is given for messages only. */
  take(userId: string, channelId?: string): Promise<TooSoon | undefined>
  /** Counts any interaction; undefined when it may be handled. */
  takeUse(userId: string, isCompletion: boolean): Promise<TooSoon | undefined>
}

export function createCooldown(rateLimits: RateLimits): Cooldown {
  const users = rateLimits.limiter('questions-of-user', PER_USER, WINDOW)
  const channels = rateLimits.limiter('questions-in-channel', PER_CHANNEL, WINDOW)
  const uses = rateLimits.limiter('uses-of-user', USES, WINDOW)
  const completions = rateLimits.limiter('completions-of-user', COMPLETIONS, WINDOW)
  const notices = rateLimits.limiter('too-fast-notice', 1, WINDOW)
  const tooSoon = async (userId: string, wait: number, isChannel: boolean): Promise<TooSoon> => {
    const until = Math.ceil((Date.now() + wait) / 1_000)
    const isFirst = (await notices.take(userId)) === undefined
    return { when: time(until, TimestampStyles.RelativeTime), isFirst, isChannel }
  }
  return {
    async take(userId, channelId) {
      const own = await users.take(userId)
      if (own !== undefined) return tooSoon(userId, own, false)
      const shared = channelId === undefined ? undefined : await channels.take(channelId)
      return shared === undefined ? undefined : tooSoon(userId, shared, true)
    },
    async takeUse(userId, isCompletion) {
      const wait = await (isCompletion ? completions : uses).take(userId)
      return wait === undefined ? undefined : tooSoon(userId, wait, false)
    },
  }
}
