// What the store keeps, and the interface that SQLite and Redis implement.

/** A question that got no answer. Holds nothing about who asked it. */
export interface QuestionRecord {
  /** Hash of the message or interaction that asked it, so that deleting the question deletes its record. */
  readonly key: string
  /** Id of the server. */
  readonly server: string
  readonly question: string
  /** `answered`: it was answered, but its asker marked the answer as wrong. */
  readonly verdict: 'answered' | 'related' | 'silent'
  /** Its words that the articles never mention. */
  readonly unknown: readonly string[]
  /** Milliseconds since 1970. */
  readonly askedAt: number
  /** Dismissed ones hide later questions that ask the same. */
  readonly state: 'open' | 'dismissed'
}

/** What a person thinks of a sentence as the answer to a question. */
export interface Vote {
  readonly server: string
  /** Key of the question: the same for questions with the same content words. */
  readonly question: string
  /** Id of the article. */
  readonly article: string
  /** Hash of the sentence. */
  readonly sentence: string
  /** Keyed hash of the voter and what the vote is for; its key is forgotten after a while. */
  readonly voter: string
  readonly isHelpful: boolean
  /** Milliseconds since 1970. */
  readonly votedAt: number
}

/** How often something happened in a server on a day. */
export interface Counter {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string
  readonly name: string
  readonly count: number
}

/** Which records of a kind are kept. */
interface Kept {
  /** The oldest time, in milliseconds since 1970. */
  readonly since: number
  /** How many of one server. */
  readonly most: number
}

export type Retention = Readonly<Record<'questions' | 'votes' | 'counters', Kept>>

/** Every method rejects when the store cannot be reached, read or written. */
export interface Store {
  /** Ids of the servers with records. */
  servers(): Promise<string[]>
  /** Adds a question, or replaces the one with its key. */
  putQuestion(record: QuestionRecord): Promise<void>
  /** Newest first. */
  questions(server: string): Promise<QuestionRecord[]>
  removeQuestions(server: string, keys: readonly string[]): Promise<void>
  /** Adds a vote, or replaces the one of the same voter. */
  putVote(vote: Vote): Promise<void>
  votes(server: string): Promise<Vote[]>
  /** Adds to the counter of a day (`YYYY-MM-DD`). */
  count(server: string, day: string, name: string, by: number): Promise<void>
  /** In the order of their days and names. */
  counters(server: string): Promise<Counter[]>
  setting(server: string, name: string): Promise<string | undefined>
  /** Sets a setting; removes it when the value is undefined. */
  putSetting(server: string, name: string, value: string | undefined): Promise<void>
  /** Claims a name for so many seconds, unless it is claimed; the value it is claimed with. */
  claim(name: string, value: string, seconds: number): Promise<string>
  /** Removes all questions, votes and counters, or those of one server; how many there were. */
  forget(server?: string): Promise<number>
  /** Removes what is too old, and the oldest of what is too much. */
  purge(retention: Retention): Promise<void>
  close(): Promise<void>
}

/** A calendar day, UTC, as counters name it. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 'YYYY-MM-DD'.length)
}
