/** Failures that tests inject into requests. */

/** How the next matching requests fail. */
export interface Failure {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Path below `/api/v10`; `*` matches one segment. */
  path: string
  /** A status, `hang` for no response, or a connection that breaks before (`drop`) or during (`cut`) the response. */
  how: number | 'hang' | 'drop' | 'cut'
  /** Replaces Discord's body for that status. */
  body?: object
  /** Of a 429, in seconds; 0.05 by default. */
  retryAfter?: number
  /** Of a 429: whether it applies to every route. */
  global?: boolean
  /** How many requests fail; 1 by default. */
  times?: number
  /** Whether the request takes effect and only its response is lost. */
  carriedOut?: boolean
}

/** The pending failures; each is used up. */
export class Failures {
  readonly #pending: { failure: Failure; left: number }[] = []

  add(failure: Failure): void {
    this.#pending.push({ failure, left: failure.times ?? 1 })
  }

  /** The failure of this request, if any. */
  take(method: string, path: string): Failure | undefined {
    const found = this.#pending.find(
      ({ failure, left }) => left > 0 && (failure.method ?? method) === method && fits(failure.path, path),
    )
    if (found === undefined) return undefined
    found.left -= 1
    return found.failure
  }
}

function fits(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  return wanted.length === given.length && wanted.every((part, index) => part === '*' || part === given[index])
}

const MESSAGES: Record<number, object> = {
  401: { message: '401: Unauthorized', code: 0 },
  403: { message: 'Missing Access', code: 50001 },
  404: { message: '404: Not Found', code: 0 },
}

/**
 * The response of a failure with a status.
 * @see https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit
 */
export function failedAnswer(failure: Failure, status: number): { body: object; headers: Record<string, string> } {
  if (status !== 429) {
    return { body: failure.body ?? MESSAGES[status] ?? { message: `${status}: Error`, code: 0 }, headers: {} }
  }
  const { retryAfter = 0.05, global = false } = failure
  return {
    body: failure.body ?? { message: 'You are being rate limited.', retry_after: retryAfter, global },
    headers: {
      'retry-after': String(retryAfter),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(retryAfter) }),
    },
  }
}
