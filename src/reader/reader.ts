// The reader: serves the articles as web pages.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { toHtml } from 'hast-util-to-html'
import type { Answerer } from '../answer/answer.ts'
import { type Address, type HttpServer, isMisdirected, listen } from '../http/listen.ts'
import { messagesFor } from '../text/messages.ts'
import { KEYBOARD } from './assets/keyboard.ts'
import { STYLESHEET } from './assets/stylesheet.ts'
import { findVisible, type Library, libraryOf, type VisibleArticle } from './library.ts'
import { listPage } from './pages/list-page.ts'
import { noticePage } from './pages/notice-page.ts'
import { createRateLimit } from './rate-limit.ts'
import { type ReaderRequest, readRequest } from './request.ts'
import { type Content, entityTag, isFresh, refuse, respond } from './respond.ts'
import { answerArticle } from './routes/article.ts'
import { askPage } from './routes/ask.ts'
import { HTML, type Outcome } from './routes/outcome.ts'
import { createLinkSigner } from './signed-links.ts'
import type { Site } from './site.ts'

export interface ReaderOptions {
  readonly address: Address
  /** The answerer of the newest version of the articles. */
  readonly current: () => Answerer
  /** The public address, without a slash at its end. */
  readonly publicUrl?: string | undefined
  /** What the links to articles of servers are signed with; without it, these have no pages. */
  readonly secret?: string | undefined
  /** Whether search engines may list the pages. */
  readonly isIndexed: boolean
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter?: number
  /** Whether a proxy on another machine names the client in `X-Forwarded-For`. */
  readonly isBehindProxy: boolean
  /** Something failed while a page was made. */
  readonly onError: (error: unknown) => void
}

/**
 * Milliseconds: how long a client may take to send its headers, may keep a connection between two requests, and may leave
 * it without any traffic while a response is sent. Proxies keep connections for 60 s and must be the first to close one,
 * or they send a request into a connection that is being closed.
 */
const TIMEOUTS = { headers: 10_000, keepAlive: 65_000, idle: 60_000 } as const

/** More are closed at once. An idle connection takes 2 to 16 kB of memory (`tests/reader/load.ts`). */
const MAX_CONNECTIONS = 2_000

/** Where the paths of articles begin. */
const ARTICLES = '/a/'

/** Longest question, in UTF-16 units. */
const MAX_QUESTION = 500

/** Files that never change while the program runs. */
const ASSETS = new Map<string, Content>([
  ['/style.css', { type: 'text/css', body: STYLESHEET, version: entityTag(STYLESHEET) }],
  ['/keyboard.js', { type: 'text/javascript', body: KEYBOARD, version: entityTag(KEYBOARD) }],
])
const ASSET_HEADERS = { 'cache-control': 'public, max-age=3600' } as const

/**
 * Serves the articles until it is closed; it does not keep the process alive.
 * @throws UserError when the address cannot be listened on
 */
export async function openReader(options: ReaderOptions): Promise<HttpServer> {
  const { address, current, publicUrl, secret, isIndexed, isBehindProxy, staleAfter, onError } = options
  const { pathname = '', host } = publicUrl === undefined ? {} : new URL(publicUrl)
  const prefix = pathname.replace(/\/$/u, '')
  const signer = secret === undefined ? undefined : createLinkSigner(secret)
  const rateLimit = createRateLimit(isBehindProxy)

  return listen(
    address,
    'READER_PORT or READER_HOST',
    async (request, response) => {
      try {
        await answer(request, response)
      } catch (thrown) {
        onError(thrown)
        if (response.headersSent) response.destroy()
        else refuse(response, 500, messagesFor(null).web.failure)
      }
    },
    (server) => {
      server.headersTimeout = TIMEOUTS.headers
      server.requestTimeout = TIMEOUTS.headers
      server.keepAliveTimeout = TIMEOUTS.keepAlive
      server.timeout = TIMEOUTS.idle
      server.maxConnections = MAX_CONNECTIONS
    },
  )

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method } = request
    if (isMisdirected(address, request.headers.host, host))
      return refuse(response, 421, 'these pages have another name: READER_URL can tell it')
    if (method !== 'GET' && method !== 'HEAD') return refuse(response, 405, 'only GET and HEAD', { allow: 'GET, HEAD' })
    const asked = readRequest(request, prefix)
    if (!asked) return refuse(response, 400, 'this address cannot be decoded')
    const { path, parameters, text, acceptsGzip } = asked
    const asset = ASSETS.get(path)
    if (asset) return respond(request, response, { ...asset, headers: ASSET_HEADERS }, acceptsGzip)
    if (path === '/robots.txt') {
      const body = `User-agent: *\nDisallow:${isIndexed ? '' : ' /'}\n`
      return respond(request, response, { type: 'text/plain', body }, acceptsGzip)
    }
    const wait = await rateLimit.take(request)
    if (wait !== undefined) return refuse(response, 429, text.web.tooMany, { 'retry-after': String(wait) })
    const library = libraryOf(current())
    const opened = path.startsWith(ARTICLES)
      ? findVisible(library, path.slice(ARTICLES.length), parameters.get('k'), signer)
      : undefined
    const { key } = opened ?? {}
    const site: Site = {
      text,
      publicUrl,
      isIndexed: isIndexed && key === undefined,
      staleAfter,
      key,
      address: (target) => prefix + target,
    }
    const headers = {
      'cache-control': key === undefined ? 'no-cache' : 'private, no-cache',
      ...(!site.isIndexed && { 'x-robots-tag': 'noindex' }),
    }
    const version = entityTag(library.version, text.tag, request.url ?? '')
    // What is not found now has no version, whatever the client has kept of an expired link.
    if (isFresh(request, version) && (opened || !path.startsWith(ARTICLES)))
      return respond(request, response, { ...HTML, body: '', version, headers }, false)
    const outcome = await routeTo(site, library, asked, opened)
    if ('redirect' in outcome) {
      response.writeHead(302, { ...headers, location: outcome.redirect }).end()
      return
    }
    const content: Content =
      'missing' in outcome
        ? { ...HTML, status: 404, body: toHtml(noticePage(site, text.web.notFound)), headers }
        : { ...outcome.content, version, headers }
    return respond(request, response, content, acceptsGzip)
  }
}

async function routeTo(
  site: Site,
  library: Library,
  { path, parameters }: ReaderRequest,
  opened: VisibleArticle | undefined,
): Promise<Outcome> {
  if (path === '/') {
    const find = parameters.get('find')?.trim().slice(0, MAX_QUESTION) ?? ''
    const page = Number(parameters.get('page'))
    return { content: { ...HTML, body: toHtml(listPage(site, library.listed, { find, page })) } }
  }
  if (path === '/ask') {
    const question = parameters.get('q')?.slice(0, MAX_QUESTION) ?? ''
    return { content: { ...HTML, body: toHtml(askPage(site, library, question)) } }
  }
  return opened ? answerArticle(site, library, opened.article, parameters) : { missing: true }
}
