/** What the bot keeps of public questions: those without an answer, and counters. */
import { LimitedCollection, type Message } from 'discord.js'
import type { Answer, Answerer } from '../../../answer/answer.ts'
import { atMost } from '../../../at-most.ts'
import { VoteBook } from '../../../feedback/vote-book.ts'
import type { Gap } from '../../../gaps/gaps.ts'
import { openRememberedAnswers, type RememberedAnswers } from '../../../importers/server/remembered-answers.ts'
import type { Observer, ServerEvent } from '../../../observer.ts'
import { dayOf, type Store } from '../../../store/store.ts'
import { WriteQueue } from '../../../store/write-queue.ts'
import { recordKey } from '../../replies/fingerprint.ts'
import { type Asked, recordOf, UnansweredQuestions } from './unanswered-questions.ts'

/** Milliseconds. */
const HOUR = 60 * 60_000
const DAY = 24 * HOUR
/** Votes and counters are kept for so many days. */
const KEEP_COUNTS = 90
/** Records that are kept of one server. */
const MAX_QUESTIONS = 2_000
const MAX_VOTES = 10_000
const MAX_COUNTERS = 20_000
/** Writes after which what is too old or too much is removed. */
const PURGED_AFTER = 1_000
const MAX_PENDING = 100
/** Milliseconds to wait for the writes of a store that is slow or gone. */
const WRITTEN_TIMEOUT = 1_000

/** A public question in a server. */
export interface AskedInServer {
  /** Id of the server. */
  readonly server: string
  /** Id of the message or the interaction that asked it. */
  readonly id: string
  /** User id; only kept in memory. */
  readonly asker: string
  readonly isEdit: boolean
}

export interface LearningOptions {
  readonly store: Store
  /** Days for which questions are kept; none are with 0. */
  readonly keepQuestions: number
  /** Id of the channel that gets a weekly summary of unanswered questions. */
  readonly gapsChannel?: string
  /** Folder of articles below which remembered answers are written. */
  readonly corpus: string
}

/** Writes in the background: no method that returns nothing waits for the store. */
export class Learning {
  readonly store: Store
  readonly keepQuestions: number
  readonly answers: RememberedAnswers
  /** Messages to be remembered whose question is being typed, by their id. */
  readonly pendingAnswers = new LimitedCollection<string, Message>({ maxSize: MAX_PENDING })
  readonly votes: VoteBook
  readonly #queue: WriteQueue
  readonly #purging: NodeJS.Timeout
  #writes = 0
  readonly #observer: Observer
  readonly #unanswered = new UnansweredQuestions((server) => this.count(server, 'opened'))

  /** @param onProblem receives a line when the store fails, and when it works again */
  constructor(
    { store, keepQuestions, corpus }: LearningOptions,
    observer: Observer,
    onProblem: (line: string) => void,
  ) {
    this.#observer = observer
    this.store = store
    this.keepQuestions = keepQuestions
    this.answers = openRememberedAnswers(corpus)
    this.#queue = new WriteQueue(store, onProblem)
    this.votes = new VoteBook(store, (write) => this.write(write))
    this.#purge()
    this.#purging = setInterval(() => this.#purge(), HOUR).unref()
  }

  /** Counts a public question, and keeps it if it has no answer. */
  record(answer: Answer, answerer: Answerer, { server, id, asker, isEdit }: AskedInServer): void {
    const { verdict, about, passages } = answer
    // Nobody waits for a greeting to be answered.
    if (about) return
    if (!isEdit) this.count(server, verdict)
    const record = recordOf(answer, server, id)
    this.write(async (store) => {
      const [shown] = passages
      if (shown && verdict !== 'silent')
        await store.count(server, dayOf(record.askedAt), `cited ${shown.article.id}`, 1)
      if (isEdit) await store.removeQuestions(server, [record.key])
      if (verdict !== 'answered' && this.keepQuestions > 0) await this.#unanswered.keep(store, record, asker, answerer)
    })
  }

  /** Counts an event of a server, for its statistics and for metrics. */
  count(server: string, event: ServerEvent, by = 1): void {
    for (let i = 0; i < by; i++) this.#observer.onServerEvent(server, event)
    this.write((store) => store.count(server, dayOf(Date.now()), event, by))
  }

  /** Keeps a question that lost its answer: it was marked as wrong, or is forgotten. */
  reopen(asked: Asked, answerer: Answerer, server: string, id: string): void {
    if (this.keepQuestions === 0) return
    const record = recordOf(asked, server, id)
    this.write((store) => this.#unanswered.put(store, record, answerer))
  }

  /** Removes a gap that has an answer by now. */
  closeGap(server: string, { keys }: Gap): void {
    this.write((store) => store.removeQuestions(server, keys))
    this.count(server, 'closed')
    this.#unanswered.reread(server)
  }

  /** Deletes the records of deleted questions. */
  removeQuestions(server: string, ids: readonly string[]): void {
    const keys = ids.map((id) => recordKey(id))
    this.write((store) => store.removeQuestions(server, keys))
  }

  write(write: (store: Store) => Promise<unknown>): void {
    this.#queue.push(write)
    this.#writes = (this.#writes + 1) % PURGED_AFTER
    if (this.#writes === 0) this.#purge()
  }

  /** Resolves when everything before has been written or has failed, or after a second. */
  written(): Promise<void> {
    return atMost(WRITTEN_TIMEOUT, this.#queue.drained())
  }

  async close(): Promise<void> {
    clearInterval(this.#purging)
    await this.written()
    await this.store.close()
  }

  #purge(): void {
    this.#unanswered.reread()
    const now = Date.now()
    const counted = now - KEEP_COUNTS * DAY
    this.write((store) =>
      store.purge({
        questions: { since: now - this.keepQuestions * DAY, most: MAX_QUESTIONS },
        votes: { since: counted, most: MAX_VOTES },
        counters: { since: counted, most: MAX_COUNTERS },
      }),
    )
  }
}
