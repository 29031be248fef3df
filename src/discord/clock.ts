import type { Client } from 'discord.js'

/** Milliseconds: less is no jump. */
const JUMP = 500

/**
 * Heeds that the clock was set back. discord.js keeps the ends of rate limits as times of day, and would hold requests
 * back for as long as the clock jumped.
 */
export function heedClock(client: Client): void {
  let offset = Date.now() - performance.now()
  client.on('raw', () => {
    const now = Date.now() - performance.now()
    if (now < offset - JUMP) {
      client.rest.globalReset = -1
      client.rest.handlers.clear()
    }
    offset = now
  })
}
