// Tracks every question until it is answered as expected.
import type { APIMessage } from 'discord.js'
import type { Happening, StandIn } from '../stand-in/stand-in.ts'
import type { Article } from './articles.ts'
import { checkQuote } from './check-quote.ts'
import type { EventLog } from './event-log.ts'

/** The outcome that a question must have. */
export type Expected =
  | 'answer'
  | 'apology'
  | 'answer or apology'
  | 'answer or refusal'
  | 'direct message'
  | 'nothing left'
  | 'at most one'

interface Entry {
  readonly question: string
  readonly askedAt: number
  readonly expected: Expected
  /** Under which heading its time counts. */
  readonly timing: Timing
  /** Messages that answered it, and those not deleted since. */
  messages: number
  left: number
}

export type Timing = 'plain' | 'in a flood' | 'not timed'

/** Milliseconds after which Discord rejects the answer to a command. */
const LATE = 3_000

/** All questions, their outcomes and times. */
export class Ledger {
  readonly times: Record<Timing, number[]> = { plain: [], 'in a flood': [], 'not timed': [] }
  readonly faults: string[] = []
  asked = 0
  quotes = 0
  late = 0
  readonly #open = new Map<string, Entry>()
  readonly #articles: readonly Article[]
  readonly #events: EventLog

  constructor(discord: StandIn, articles: readonly Article[], events: EventLog) {
    this.#articles = articles
    this.#events = events
    discord.watch((happening) => {
      if (!('message' in happening) || happening.message.author.id !== discord.bot.id) return
      this.#see(happening.kind, happening.message)
    })
  }

  /** Registers a question by the id of its message or interaction. */
  ask(id: string, question: string, expected: Expected = 'answer', timing: Timing = 'not timed'): void {
    this.asked++
    this.#open.set(id, { question, askedAt: performance.now(), expected, timing, messages: 0, left: 0 })
  }

  /** Number of questions without the expected outcome. */
  get unfinished(): number {
    return [...this.#open.values()].filter((entry) => shortfall(entry) !== undefined).length
  }

  /** Closes questions asked before a time; those without the expected outcome become faults. */
  close(before: number): void {
    for (const [id, entry] of this.#open) {
      if (entry.askedAt >= before) continue
      const fault = shortfall(entry)
      if (fault !== undefined) {
        this.#fault(`${fault}: ${entry.question} (${id})\n    ${this.#events.around(id, entry.askedAt)}`)
      }
      this.#open.delete(id)
    }
  }

  #see(kind: Happening['kind'], message: APIMessage): void {
    // The nonce of an answer to an edited question has a suffix.
    const [id = ''] = String(message.interaction_metadata?.id ?? message.nonce ?? '').split('-')
    const entry = this.#open.get(id)
    if (entry === undefined) {
      if (kind === 'message') this.#fault(`nobody asked for: ${message.content}`)
      return
    }
    if (kind === 'removal') {
      entry.left--
      return
    }
    if (kind === 'message') {
      entry.messages++
      entry.left++
      if (entry.messages === 1) this.#time(entry)
    }
    this.#check(entry, message)
  }

  #time({ askedAt, timing }: Entry): void {
    const time = performance.now() - askedAt
    this.times[timing].push(time)
    if (timing !== 'not timed' && time > LATE) this.late++
  }

  #check({ question, expected, askedAt }: Entry, { content, interaction_metadata: command }: APIMessage): void {
    const isApology = content.startsWith('Sorry, ')
    if (isApology && !expected.includes('apology')) this.#fault(`apologised: ${question}: ${content}`)
    if (!isApology && expected === 'apology') this.#fault(`did not apologise: ${question}: ${content}`)
    if (isApology || expected === 'direct message') return
    if (content.includes('Please try again')) {
      if (expected !== 'answer or refusal') this.#fault(`refused: ${question}: ${content}`)
      return
    }
    if (command && !content.includes(question)) this.#fault(`answers another question than ${question}: ${content}`)
    const wrong = checkQuote(content, this.#articles, askedAt)
    if (wrong !== undefined) this.#fault(`a quote ${wrong}`)
    this.quotes++
  }

  #fault(fault: string): void {
    this.faults.push(fault)
  }
}

function shortfall({ expected, messages, left }: Entry): string | undefined {
  if (expected === 'nothing left') return left === 0 ? undefined : 'outlived its question'
  if (expected === 'at most one') return messages > 0 && left <= 1 ? undefined : 'lost, or answered twice'
  if (messages === 0) return `no ${expected}`
  return messages > 1 ? 'answered twice' : undefined
}
