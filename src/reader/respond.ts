// Sends pages: headers, validation, compression, and texts of any length.
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { constants, createGzip, gzip } from 'node:zlib'
import { shortHash } from '../short-hash.ts'

const compress = promisify(gzip)

/** Sent with every response. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  vary: 'accept-encoding, accept-language',
} as const satisfies OutgoingHttpHeaders

export interface Content {
  readonly status?: number
  readonly type: string
  /** A whole text, or the parts of a long one. */
  readonly body: string | AsyncIterable<string>
  /** Names the version of the content; a response without it is not validated. */
  readonly version?: string
  readonly headers?: OutgoingHttpHeaders
}

/** The value of an ETag header for whatever names a version of a page. */
export function entityTag(...version: readonly string[]): string {
  return `W/"${shortHash(version.join('\n'), 22)}"`
}

/** Whether the client has this version already. */
export function isFresh({ headers }: IncomingMessage, tag: string): boolean {
  return (headers['if-none-match'] ?? '').split(',').some((each) => each.trim() === tag)
}

/** Sends a response to GET or HEAD. Resolves when it is sent, or the client has gone. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { status = 200, type, body, version, headers: own = {} }: Content,
  acceptsGzip: boolean,
): Promise<void> {
  const headers: OutgoingHttpHeaders = { ...HEADERS, ...own, ...(version !== undefined && { etag: version }) }
  if (version !== undefined && isFresh(request, version)) {
    response.writeHead(304, headers).end()
    return
  }
  headers['content-type'] = `${type}; charset=utf-8`
  if (acceptsGzip) headers['content-encoding'] = 'gzip'
  if (typeof body === 'string') {
    const bytes = acceptsGzip ? await compress(body) : Buffer.from(body)
    response.writeHead(status, { ...headers, 'content-length': bytes.length })
    response.end(request.method === 'HEAD' ? undefined : bytes)
    return
  }
  response.writeHead(status, headers)
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  try {
    const parts = Readable.from(body, { objectMode: false, highWaterMark: 65_536 })
    const flushing = { flush: constants.Z_SYNC_FLUSH, level: 4 }
    if (acceptsGzip) await pipeline(parts, createGzip(flushing), response)
    else await pipeline(parts, response)
  } catch (error) {
    // The client has gone, which is no failure.
    if (!response.destroyed) throw error
  }
}

/** Sends the headers that every response has, and one line. */
export function refuse(
  response: ServerResponse,
  status: number,
  line: string,
  headers: OutgoingHttpHeaders = {},
): void {
  // A cache would otherwise be free to serve what one client's headers brought about to others.
  const caching = { 'cache-control': 'no-store' }
  response
    .writeHead(status, { ...HEADERS, ...caching, ...headers, 'content-type': 'text/plain; charset=utf-8' })
    .end(`${line}\n`)
}
