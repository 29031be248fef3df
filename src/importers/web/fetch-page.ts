// Fetches a web page from a public address, within limits.
import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createInflate, createUnzip } from 'node:zlib'
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent'
import { messageOf } from '../../errors.ts'
import { type RefusedImport, refused } from '../refused-import.ts'
import { type Validators, validatorsOf } from './validators.ts'

/** Bytes, as sent and decompressed. */
export const LARGEST_BODY = 10_000_000
const MILLISECONDS = 20_000
const MOST_REDIRECTS = 5
/** All IPv6 addresses that are not global unicast: the filter lets some through that embed IPv4 ones. */
const NOT_GLOBAL = ['::/3', '4000::/2', '8000::/1'] as const
/** Names the bot, and the token that a robots.txt may address. */
const USER_AGENT = 'VerbatimBot/0.1 (quotes articles with a link to their source)'

/** `etag` and `lastModified` are of an earlier answer: the server then says whether the page has changed. */
export interface FetchOptions extends Validators {
  /** Lets addresses of this machine through, for tests and pages of one's own. */
  readonly allowLoopback?: boolean
  /** Asked before each request, those of redirects too; throws where it must not be made. */
  readonly approve?: (url: URL) => Promise<void>
}

export type Fetched =
  | ({
      readonly kind: 'fetched'
      /** After redirects. */
      readonly url: string
      readonly bytes: Buffer
      /** Lower case, without parameters. */
      readonly mediaType: string
      readonly charset?: string
    } & Validators)
  | { readonly kind: 'unchanged' }
  /** `status` is HTTP's, 400 or more. */
  | { readonly kind: 'refused'; readonly status: number }

/**
 * Follows redirects. The address is checked as the socket connects, not after a separate look-up: the owner of a name
 * can change where it points between the two (DNS rebinding).
 * @throws RefusedImport for an address that is not fetched, and for a server that gives no answer
 */
export async function fetchPage(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(MILLISECONDS)
  let url = parseAddress(address)
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    await options.approve?.(url)
    const response = await request(url, options, signal)
    const { statusCode = 0, headers } = response
    if (statusCode >= 300 && statusCode < 400 && statusCode !== 304 && headers.location !== undefined) {
      response.destroy()
      url = parseAddress(headers.location, url.href)
      continue
    }
    if (statusCode !== 200) response.destroy()
    if (statusCode === 304) return { kind: 'unchanged' }
    if (statusCode !== 200) return { kind: 'refused', status: statusCode }
    const bytes = await readBody(response, url, signal)
    const type = headers['content-type'] ?? ''
    const charset = /\bcharset=["']?([\w.:-]+)/iu.exec(type)?.[1]
    return {
      kind: 'fetched',
      url: url.href,
      bytes,
      mediaType: type.split(';')[0]?.trim().toLowerCase() ?? '',
      ...(charset !== undefined && { charset }),
      ...validatorsOf({ etag: headers.etag, lastModified: headers['last-modified'] }),
    }
  }
  throw refused('tooManyRedirects', { address, most: MOST_REDIRECTS })
}

/** @throws RefusedImport for anything but a plain http or https address */
function parseAddress(address: string, base?: string): URL {
  if (!URL.canParse(address, base)) throw refused('notAnAddress', { address })
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('otherScheme', { address: url.href })
  if (url.username !== '' || url.password !== '') throw refused('withUserName', { host: url.host })
  url.hash = ''
  return url
}

function request(url: URL, options: FetchOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const filter = {
    allowIPAddressList: options.allowLoopback ? ['127.0.0.1', '::1'] : [],
    denyIPAddressList: [...NOT_GLOBAL],
  }
  const isSecure = url.protocol === 'https:'
  const agent = isSecure ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter)
  return new Promise((resolve, reject) => {
    const headers = {
      'user-agent': USER_AGENT,
      accept: 'text/html, application/xhtml+xml, application/pdf, application/rss+xml, application/atom+xml, */*;q=0.5',
      'accept-encoding': 'gzip, deflate, br',
      ...(options.etag !== undefined && { 'if-none-match': options.etag }),
      ...(options.lastModified !== undefined && { 'if-modified-since': options.lastModified }),
    }
    const sent = (isSecure ? https : http).get(url, { agent, headers, signal }, resolve)
    sent.once('error', (error) => reject(unreachable(url, error)))
  })
}

function unreachable(url: URL, error: Error): RefusedImport {
  if (/is not allowed\. Because/iu.test(error.message)) return refused('privateAddress', { host: url.host })
  if (error.name === 'AbortError' || error.name === 'TimeoutError')
    return refused('timedOut', { host: url.host, seconds: MILLISECONDS / 1_000 })
  return refused('unreachable', { host: url.host, detail: messageOf(error) })
}

async function readBody(response: http.IncomingMessage, url: URL, signal: AbortSignal): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  let sent = 0
  response.on('data', (part: Buffer) => {
    sent += part.length
    if (sent > LARGEST_BODY) response.destroy(new Error('too large'))
  })
  try {
    for await (const part of decompressed(response)) {
      size += part.length
      if (size > LARGEST_BODY) throw new Error('too large')
      parts.push(part)
    }
  } catch (error) {
    response.destroy()
    if (size > LARGEST_BODY || sent > LARGEST_BODY)
      throw refused('tooLarge', { address: url.href, megabytes: LARGEST_BODY / 1e6 })
    throw unreachable(url, signal.aborted ? Object.assign(new Error(), { name: 'TimeoutError' }) : toError(error))
  }
  return Buffer.concat(parts)
}

function decompressed(response: http.IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase()
  const decoder =
    encoding === 'br'
      ? createBrotliDecompress()
      : encoding === 'gzip'
        ? createUnzip()
        : encoding === 'deflate'
          ? createInflate()
          : undefined
  if (!decoder) return response
  response.once('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown))
}
