/** How the next requests of one kind shall fail. */
export interface Failure {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/api/v10`; a star stands for one segment. */
  path: string
  /** The status to answer with, or `hang` for no answer, or a connection that breaks: before or amid the answer. */
  how: number | 'hang' | 'drop' | 'cut'
  /** Instead of Discord's own body for that status. */
  body?: object
  /** For a 429, in seconds; 0.05 by default. */
  retryAfter?: number
  /** For a 429: whether it holds for every route. */
  global?: boolean
  /** How many requests shall fail; 1 by default. */
  times?: number
  /** Carries the request out and loses the answer, as a network does. */
  carriedOut?: boolean
}

/** The failures still to come. A class, as each takes its turn and is then gone. */
export class Failures {
  readonly #pending: { failure: Failure; left: number }[] = []

  add(failure: Failure): void {
    this.#pending.push({ failure, left: failure.times ?? 1 })
  }

  /** The failure that this request shall suffer, if any. */
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
 * The answer of a failure with a status.
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
