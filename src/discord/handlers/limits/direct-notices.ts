/** Short notices to people in direct messages that the bot opens itself. */
import type { Message } from 'discord.js'
import type { Log } from '../../log.ts'
import { notice } from '../../replies/notice.ts'
import { withNonce } from '../message.ts'
import type { RateLimits } from './rate-limits.ts'

/**
 * Tells the author of a message something in a direct message. Discord quarantines a bot that opens many of them, so that
 * they are few; one that cannot be sent is dropped.
 */
export type SendDirectNotice = (message: Message, content: string) => Promise<void>

/** Direct messages that the bot opens in so many seconds, to everybody together. */
const BUDGET = 10
const WINDOW = 600

export function openDirectNotices(rateLimits: RateLimits, log: Log): SendDirectNotice {
  const budget = rateLimits.limiter('opened-direct-messages', BUDGET, WINDOW)
  return async (message, content) => {
    const payload = withNonce(message, notice(content))
    try {
      if (message.channel.isDMBased()) await message.reply(payload)
      else if ((await budget.take('all')) === undefined) await message.author.send(payload)
    } catch (error) {
      log.info({ err: error }, 'could not send a notice')
    }
  }
}
