/** Recovery from rate limits that seem to last for hours because the system clock was set back. */
import { type Client, RateLimitError, type RESTOptions } from 'discord.js'

/** Milliseconds. Discord's limits are hardly ever longer; a longer wait means that the clock was set back. */
const MAX_WAIT = 60_000

/** Makes discord.js throw a `RateLimitError` instead of waiting out an implausible rate limit. */
export const rejectOnRateLimit: RESTOptions['rejectOnRateLimit'] = ({ timeToReset }) => timeToReset > MAX_WAIT

/**
 * Sends a request again that discord.js held back because of an implausible rate limit. discord.js stores the end of a
 * rate limit as a time of day, so setting the clock back an hour would stop all requests for an hour. `globalReset` and
 * `handlers` are internals of @discordjs/rest (checked with discord.js 14.28).
 * @see https://github.com/discordjs/discord.js/blob/main/packages/rest/src/lib/handlers/SequentialHandler.ts
 */
export function recoverFromClockJumps({ rest }: Client): void {
  const request = rest.request.bind(rest)
  rest.request = async (options) => {
    try {
      return await request(options)
    } catch (thrown) {
      if (!(thrown instanceof RateLimitError)) throw thrown
      rest.globalReset = -1
      rest.handlers.clear()
      return request(options)
    }
  }
}
