// How many pages an address may ask for.
import type { IncomingMessage } from 'node:http'
import { isIP, isIPv6 } from 'node:net'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/** Pages in a window of so many seconds: more than a person reads or a careful crawler takes. */
const PAGES = 120
const WINDOW = 60

export interface RateLimit {
  /** Counts a request; undefined within the limit, else the seconds until the next one is allowed. */
  take(request: IncomingMessage): Promise<number | undefined>
}

/**
 * Counts requests per IPv4 address and per IPv6 network of 64 bits, which is what one subscriber has.
 * @param isBehindProxy whether the last entry of `X-Forwarded-For`, which a proxy on any machine wrote, names the client
 */
export function createRateLimit(isBehindProxy: boolean): RateLimit {
  const limiter = new RateLimiterMemory({ points: PAGES, duration: WINDOW })
  return {
    async take(request) {
      const client = clientOf(request, isBehindProxy)
      if (client === undefined) return undefined
      try {
        await limiter.consume(client)
        return undefined
      } catch (thrown) {
        if (thrown instanceof RateLimiterRes) return Math.max(1, Math.ceil(thrown.msBeforeNext / 1_000))
        throw thrown
      }
    },
  }
}

/**
 * What is counted as one client. A proxy on this machine is believed in any case. A request of this machine that names
 * no client has no limit without `isBehindProxy`: it may come from a proxy that adds no address, and then stands for all.
 */
function clientOf({ headers, socket }: IncomingMessage, isBehindProxy: boolean): string | undefined {
  const direct = socket.remoteAddress ?? ''
  const isLocal = isLoopback(direct)
  if (!isBehindProxy && !isLocal) return networkOf(direct)
  // Node joins repeated headers with commas.
  const forwarded =
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() ?? ''
  if (isIP(forwarded)) return networkOf(forwarded)
  return isLocal && !isBehindProxy ? undefined : networkOf(direct)
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./iu.test(address)
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1]
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address
  const [left = [], right = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''))
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...zeros, ...right].slice(0, 4)
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')
}
