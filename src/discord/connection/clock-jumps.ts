import { type Client, RateLimitError, type RESTOptions } from 'discord.js'

/** Milliseconds: less is no jump. */
const JUMP = 500
/** Milliseconds that Discord's limits hardly ever last: a longer wait comes of a clock that was set back. */
const LONGEST_WAIT = 60_000

/** Which waits discord.js gives up instead, with an error: `heedClock` asks again. */
export const rejectOnRateLimit: RESTOptions['rejectOnRateLimit'] = ({ timeToReset }) => timeToReset > LONGEST_WAIT

/**
 * Heeds that the clock was set back. discord.js keeps the ends of rate limits as times of day, and would hold requests
 * back for as long as the clock jumped.
 */
export function watchClockJumps(client: Client): void {
  const { rest } = client
  const forgetLimits = () => {
    rest.globalReset = -1
    rest.handlers.clear()
  }
  let offset = Date.now() - performance.now()
  client.on('raw', () => {
    const now = Date.now() - performance.now()
    if (now < offset - JUMP) forgetLimits()
    offset = now
  })
  // The clock may also be set back while a request is made.
  const request = rest.request.bind(rest)
  rest.request = async (options) => {
    try {
      return await request(options)
    } catch (thrown) {
      if (!(thrown instanceof RateLimitError)) throw thrown
      forgetLimits()
      return request(options)
    }
  }
}
