// Records faults and connections, to explain why a question was lost.
import type { LoggedRequest, StandIn } from '../stand-in/stand-in.ts'

/** Milliseconds around a question in which an event may be why it was lost. */
const AROUND = 3_000

interface Event {
  /** Milliseconds of `performance.now()`. */
  readonly at: number
  readonly what: string
  /** When it was over, if it took time. */
  ended?: number
}

/** The events of a run. */
export class EventLog {
  readonly #discord: StandIn
  readonly #started = performance.now()
  readonly #events: Event[] = []
  #resumes = 0

  constructor(discord: StandIn) {
    this.#discord = discord
    discord.watch(({ kind }) => {
      if (kind === 'connection') this.note(this.#connection())
    })
  }

  note(what: string): Event {
    const event = { at: performance.now(), what }
    this.#events.push(event)
    return event
  }

  /** One line on a question: when it was asked, the events around it, and the requests that answered it. */
  around(id: string, askedAt: number): string {
    const near = this.#events.filter(
      ({ at, ended = at }) => at - askedAt < AROUND && askedAt - Math.max(at, ended) < AROUND,
    )
    const requests = this.#discord.requests
      .filter((request) => answers(request, id))
      .map(({ at, method, path, status }) => ({
        at,
        what: `${method} ${path.replace(/\/interactions\/.*\//u, '')} → ${status || 'nothing'}`,
      }))
    const told = [...near, ...requests]
      .sort((a, b) => a.at - b.at)
      .map(({ at, what, ended }: Event) => {
        const until = ended === undefined ? '' : ` until ${inSeconds(ended - askedAt)}`
        return `${inSeconds(at - askedAt)} ${what}${until}`
      })
    return [`asked after ${inSeconds(askedAt - this.#started)} s`, ...told].join('; ')
  }

  /** The connected sessions, and whether the last one was resumed. */
  #connection(): string {
    const { sessions, resumes } = this.#discord.gateway
    const on = sessions.filter(({ connected }) => connected).map(({ id }) => id.slice(-6))
    const isResumed = resumes.length > this.#resumes
    this.#resumes = resumes.length
    const again = isResumed ? ` resumed, ${resumes.at(-1)?.replayed} events replayed` : ''
    return on.length > 0 ? `session ${on.join()}${again}` : `nobody connected, ${sessions.length} sessions`
  }
}

/** Whether a request answers the interaction or the message of an id. */
function answers({ path, body }: LoggedRequest, id: string): boolean {
  const nonce = typeof body === 'object' && body !== null && 'nonce' in body ? body.nonce : undefined
  return nonce === id || path.startsWith(`/interactions/${id}/`)
}

function inSeconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2)
}
