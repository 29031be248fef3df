/** The events of a running bot that metrics are made from. */

/** How a question reached the bot; `apps` is the context menu of a message. */
export type Trigger = 'command' | 'apps' | 'mention' | 'direct' | 'edit' | 'button'

/** What happened in a server: the verdict on a public question, a vote, a gap that was opened or closed. */
export type ServerEvent = 'answered' | 'related' | 'silent' | 'helpful' | 'wrong' | 'opened' | 'closed'

/** Receives the events of a running bot. */
export interface Observer {
  onQuestion(trigger: Trigger, verdict: string): void
  /** @param ms milliseconds between receiving the question and Discord accepting the reply */
  onReply(trigger: Trigger, ms: number): void
  /** Only while there is a store. */
  onServerEvent(server: string, event: ServerEvent): void
  /** Something failed inside the bot. */
  onFailure(): void
  /** Discord answered a request with this HTTP status of 400 or more. */
  onRestError(status: number): void
  /** Discord has answered a request as if the token were wrong (true), or has accepted the token after all (false). */
  onTokenDoubt(isInDoubt: boolean): void
  /** A shard has connected to Discord, or lost its connection. */
  onConnection(shard: number, isReady: boolean): void
}

/** Ignores every event. */
export const noObserver: Observer = {
  onQuestion: () => undefined,
  onReply: () => undefined,
  onServerEvent: () => undefined,
  onFailure: () => undefined,
  onRestError: () => undefined,
  onTokenDoubt: () => undefined,
  onConnection: () => undefined,
}
