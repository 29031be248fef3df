import type { Verdict } from '../answer/answer.ts'

/** How a question came. */
export type Trigger = 'command' | 'apps' | 'mention' | 'direct' | 'edit' | 'button'

/** Whoever watches the bot from outside: what it is told. */
export interface Observer {
  /** A question was judged. */
  onQuestion(trigger: Trigger, verdict: Verdict): void
  /** The reply was on Discord, so many milliseconds after the bot had heard of the question. */
  onReply(trigger: Trigger, ms: number): void
  /** Something failed, and the asker was given a reference or nothing. */
  onFailure(): void
  /** Discord answered a request with an error: its HTTP status. */
  onRestError(status: number): void
  /** A shard has come on Discord, or has lost it. */
  onConnection(shard: number, isReady: boolean): void
}

/** Where nobody watches. */
export const unobserved: Observer = {
  onQuestion: () => undefined,
  onReply: () => undefined,
  onFailure: () => undefined,
  onRestError: () => undefined,
  onConnection: () => undefined,
}
