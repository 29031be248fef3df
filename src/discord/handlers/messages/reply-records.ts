/** Remembers which reply answers which question, and handles the events of one question one after the other. */
import { LimitedCollection, SnowflakeUtil } from 'discord.js'

/** Questions whose replies are remembered; the replies to older ones are looked up on Discord. */
const MAX_REMEMBERED = 10_000

export interface ReplyRecord {
  /** Undefined if the question has no reply. */
  readonly replyId: string | undefined
  /** When the version of the question that the reply answers was written, in milliseconds since 1970. */
  readonly answered: number
}

export class ReplyRecords {
  /** Every question since then is remembered. */
  readonly #startedAt = Date.now()
  readonly #records = new LimitedCollection<string, ReplyRecord>({ maxSize: MAX_REMEMBERED })
  /** Question id → the last of its events, while events of it are being handled. */
  readonly #lastEvents = new Map<string, Promise<unknown>>()

  get(questionId: string): ReplyRecord | undefined {
    return this.#records.get(questionId)
  }

  set(questionId: string, record: ReplyRecord): void {
    this.#records.set(questionId, record)
  }

  /** Whether the reply to a question, or that it has none, is remembered or will be. */
  knows(questionId: string): boolean {
    return this.#records.has(questionId) || this.#lastEvents.has(questionId)
  }

  /** Whether a message may have a reply; known for certain for messages since the start. */
  mayHaveReply(questionId: string): boolean {
    return this.knows(questionId) || this.mayBeForgotten(questionId)
  }

  /** Whether a reply may exist although it is not remembered. */
  mayBeForgotten(questionId: string): boolean {
    const isOlder = SnowflakeUtil.timestampFrom(questionId) < this.#startedAt
    return isOlder || this.#records.size === MAX_REMEMBERED
  }

  /** Runs `handle` once the earlier events of the question have been handled, whether they failed or not. */
  async inOrder<T>(questionId: string, handle: () => Promise<T>): Promise<T> {
    const earlier = this.#lastEvents.get(questionId) ?? Promise.resolve()
    const handled = earlier.then(handle)
    const event = handled.catch(() => undefined)
    this.#lastEvents.set(questionId, event)
    await event
    if (this.#lastEvents.get(questionId) === event) this.#lastEvents.delete(questionId)
    return handled
  }
}
