/** Retries REST requests that failed because of the network or a server error. */
import type { RESTOptions } from 'discord.js'

type Send = RESTOptions['makeRequest']
type SentResponse = Awaited<ReturnType<Send>>

/** Milliseconds between attempts; each pause is longer than the one before. */
const FIRST_PAUSE = 100
const PAUSE_GROWTH = 1.5
const MAX_PAUSE = 5_000
/** The first response to an interaction is only accepted for three seconds: retry it more often, and not for longer. */
const URGENT = /\/interactions\/\d+\/[^/]+\/callback/u
const URGENT_FOR = 3_000
const MAX_URGENT_PAUSE = 250
/** Milliseconds until a response has to begin; undici's own limit is five minutes. */
const RESPONSE_TIMEOUT = 15_000

/**
 * Wraps `send` so that connection errors and statuses from 500 are retried with growing pauses. discord.js itself
 * retries at most three times, without a pause, and only for some connection errors.
 * @param retryFor milliseconds for which a request is retried; called once per request
 */
export function retryRequests(send: Send, retryFor: () => number): Send {
  return async (url, init) => {
    const isUrgent = URGENT.test(url)
    const options = { ...init, headersTimeout: isUrgent ? URGENT_FOR : RESPONSE_TIMEOUT }
    const maxPause = isUrgent ? MAX_URGENT_PAUSE : MAX_PAUSE
    // performance.now() is monotonic: the system clock may jump.
    const until = performance.now() + (isUrgent ? Math.min(URGENT_FOR, retryFor()) : retryFor())
    for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * PAUSE_GROWTH, maxPause)) {
      const wait = pause * (0.75 + Math.random() / 2)
      const isLast = performance.now() + wait > until
      try {
        const response = await readWhole(send(url, options))
        if (response.status < 500 || isLast) return response
      } catch (error) {
        if (isLast || init.signal?.aborted) throw error
      }
      await sleep(wait)
    }
  }
}

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Reads the body as well, so that a connection that breaks halfway through it counts as failed. */
async function readWhole(sending: Promise<SentResponse>): Promise<SentResponse> {
  const response = await sending
  const { status, statusText, headers } = response
  const body = await response.arrayBuffer()
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers: [...headers] })
}
