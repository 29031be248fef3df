/** The events of a running bot that metrics are made from. */

/** How a question reached the bot; `apps` is the context menu of a message. */
export type Trigger = 'command' | 'apps' | 'mention' | 'direct' | 'edit' | 'button'

/** Receives the events of a running bot. */
export interface Observer {
  onQuestion(trigger: Trigger, verdict: string): void
  /** @param ms milliseconds between receiving the question and Discord accepting the reply */
  onReply(trigger: Trigger, ms: number): void
  /** Something failed inside the bot. */
  onFailure(): void
  /** Discord answered a request with this HTTP status of 400 or more. */
  onRestError(status: number): void
  /** A shard has connected to Discord, or lost its connection. */
  onConnection(shard: number, isReady: boolean): void
}

/** Ignores every event. */
export const noObserver: Observer = {
  onQuestion: () => undefined,
  onReply: () => undefined,
  onFailure: () => undefined,
  onRestError: () => undefined,
  onConnection: () => undefined,
}
