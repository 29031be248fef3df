/** Discord’s REST API: routing, authentication, a record of requests. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { invalidForm, Refusal, unauthorized, unknownRoute } from '../refusal.ts'
import { announce, type World } from '../world/world.ts'
import { type Failures, failedAnswer } from './failures.ts'

/** What a route receives besides the ids in its path. */
export interface Call {
  query: URLSearchParams
  body: unknown
}

export interface Answer {
  status: number
  body?: unknown
}

/** Handles one route; the ids are the path segments that start with a colon, in order. */
export type Handler = (call: Call, ...ids: string[]) => Answer

/** By method and path: `GET /channels/:channel`. */
export type Routes = Record<string, Handler>

/** A request and its outcome. */
export interface LoggedRequest {
  /** When it arrived, in milliseconds of `performance.now()`. */
  at: number
  method: string
  /** Below `/api/v10`, without the query. */
  path: string
  query: Record<string, string>
  body: unknown
  /** 0 if no response was sent. */
  status: number
  answer: unknown
}

/** A request that Discord always refuses: a bug in the bot. */
export interface Violation {
  method: string
  path: string
  reasons: string[]
  body: unknown
}

export interface Rest {
  handle(request: IncomingMessage, response: ServerResponse): void
  readonly requests: readonly LoggedRequest[]
  readonly violations: readonly Violation[]
  /** Drops requests older than a time of `performance.now()`. */
  forget(before: number): void
}

const PREFIX = '/api/v10'

/**
 * The REST API, v10: routes requests and records them.
 * @see https://discord.com/developers/docs/reference
 */
export function openRest(world: World, routes: Routes, failures: Failures): Rest {
  const requests: LoggedRequest[] = []
  const violations: Violation[] = []
  const table = Object.entries(routes).map(([key, handler]) => {
    const [method = '', path = ''] = key.split(' ')
    return { method, pattern: new RegExp(`^${path.replace(/:\w+/gu, '([^/]+)')}$`, 'u'), handler }
  })

  const answer = (method: string, path: string, call: Call, authorization: string | undefined): Answer => {
    // Interaction routes carry their own token in the path; all others need the bot's.
    const isOpen = /^\/(?:interactions\/[^/]+|webhooks\/[^/]+)\/./u.test(path)
    if (!isOpen && authorization !== `Bot ${world.token}`) throw unauthorized()
    for (const { method: wanted, pattern, handler } of table) {
      const match = wanted === method ? pattern.exec(path) : null
      if (match !== null) return handler(call, ...match.slice(1))
    }
    throw unknownRoute()
  }

  /** Requests whose response was lost after they took effect: repeating them is no bug. */
  const lost = new Set<string>()

  const carryOut = (record: LoggedRequest, call: Call, authorization: string | undefined): Answer => {
    const isAgain = lost.delete(record.path)
    try {
      return answer(record.method, record.path, call, authorization)
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown
      const { method, path, body } = record
      if (thrown.violation && !isAgain) violations.push({ method, path, reasons: thrown.reasons, body })
      return { status: thrown.status, body: thrown.body }
    }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now()
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const method = request.method ?? 'GET'
    // discord.js writes `@original` as `%40original`.
    const whole = decodeURIComponent(url.pathname)
    const path = whole.startsWith(PREFIX) ? whole.slice(PREFIX.length) : whole
    const { body, problem } = await readBody(request)
    const query = Object.fromEntries(url.searchParams)
    const record: LoggedRequest = { at, method, path, query, body, status: 0, answer: undefined }
    requests.push(record)

    const reply = (status: number, content: unknown, headers: Record<string, string> = {}): void => {
      record.status = status
      record.answer = content
      response.writeHead(status, { ...(content !== undefined && { 'content-type': 'application/json' }), ...headers })
      response.end(content === undefined ? undefined : JSON.stringify(content))
    }
    const call = { query: url.searchParams, body }
    const failure = failures.take(method, path)
    if (failure !== undefined) {
      const { how, carriedOut = how === 'cut' } = failure
      if (carriedOut) {
        carryOut(record, call, request.headers.authorization)
        lost.add(path)
      }
      if (how === 'drop') request.socket.destroy()
      else if (how === 'cut') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': 100 })
        response.write('{', () => request.socket.destroy())
      } else if (how !== 'hang') {
        const { body: content, headers } = failedAnswer(failure, how)
        reply(how, content, headers)
      }
    } else if (problem !== undefined) {
      violations.push({ method, path, reasons: [problem], body })
      reply(400, invalidForm([{ path: [], code: 'BODY', message: problem }]).body)
    } else {
      const { status, body: content } = carryOut(record, call, request.headers.authorization)
      reply(status, content)
    }
    announce(world, { kind: 'request' })
  }

  return {
    requests,
    violations,
    forget: (before) => {
      const kept = requests.findIndex(({ at }) => at >= before)
      requests.splice(0, kept < 0 ? requests.length : kept)
    },
    handle: (request, response) => {
      serve(request, response).catch((thrown: unknown) => {
        // A bug in the stand-in: marked as such, so that nobody looks for it in the bot.
        const reason = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
        violations.push({ method: request.method ?? '', path: request.url ?? '', reasons: [reason], body: undefined })
        response.writeHead(500).end(JSON.stringify({ message: `stand-in: ${reason}`, code: 0 }))
        announce(world, { kind: 'request' })
      })
    },
  }
}

/** The JSON of a request: its body, or the part `payload_json` of a form with files. */
async function readBody(request: IncomingMessage): Promise<{ body: unknown; problem?: string }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  if (bytes.length === 0) return { body: undefined }
  const type = request.headers['content-type'] ?? ''
  let text = bytes.toString('utf8')
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
    text = String(form.get('payload_json') ?? '{}')
  }
  try {
    return { body: JSON.parse(text) }
  } catch {
    return { body: text, problem: 'The body is not valid JSON.' }
  }
}
