// Asks a site's robots.txt whether a page may be fetched (RFC 9309).
import { createRequire } from 'node:module'
import { refused } from '../refused-import.ts'
import { type FetchOptions, fetchPage } from './fetch-page.ts'

/** Its types declare a default export that its CommonJS code does not have. */
const robotsParser: (
  address: string,
  rules: string,
) => { isDisallowed(url: string, name: string): boolean | undefined } = createRequire(import.meta.url)('robots-parser')

const NAME = 'VerbatimBot'

/** Bytes of rules that are read: what RFC 9309 asks for. Matching a rule takes time in its length times that of the address. */
const MOST_BYTES = 500 * 1_024

/** Remembers each site's answer for as long as it is kept. */
export function createRobots(options: Pick<FetchOptions, 'allowLoopback'>): (url: URL) => Promise<void> {
  const known = new Map<string, Promise<string>>()
  return async (url) => {
    const address = `${url.origin}/robots.txt`
    if (url.pathname === '/robots.txt') return
    const rules = known.get(url.origin) ?? readRules(address, options)
    known.set(url.origin, rules)
    if (robotsParser(address, await rules).isDisallowed(url.href, NAME))
      throw refused('forbiddenToBots', { host: url.host })
  }
}

/** No file means no rules; a server in trouble means to stay away. */
async function readRules(address: string, options: Pick<FetchOptions, 'allowLoopback'>): Promise<string> {
  const fetched = await fetchPage(address, options)
  if (fetched.kind === 'fetched') return fetched.bytes.toString('utf8', 0, MOST_BYTES)
  return fetched.kind === 'refused' && fetched.status >= 500 ? 'User-agent: *\nDisallow: /' : ''
}
