/** Keeps questions without an answer, and distinguishes new gaps from those that were asked before. */
import { setImmediate } from 'node:timers/promises'
import { LimitedCollection } from 'discord.js'
import type { Answer, Answerer } from '../../../answer/answer.ts'
import { questionKey } from '../../../feedback/vote-keys.ts'
import { contentWords } from '../../../gaps/content-words.ts'
import { languagesOf } from '../../../gaps/languages.ts'
import { isNoise } from '../../../gaps/noise.ts'
import { dayOf, type QuestionRecord, type Store } from '../../../store/store.ts'
import { recordKey } from '../../replies/fingerprint.ts'

/** Questions of which it is remembered who asked them, so that nobody raises a count alone. */
const MAX_REMEMBERED = 10_000
/** Questions of one person that are kept a day, so that nobody crowds out those of others. */
const MAX_A_DAY = 20

/** Ids of people, channels and messages; mentions of them are no part of a question any more. */
const ID = /\d{17,20}/gu

export class UnansweredQuestions {
  readonly #onOpened: (server: string) => void
  /** Asker and question → the key of the last record of the question. */
  readonly #recorded = new LimitedCollection<string, string>({ maxSize: MAX_REMEMBERED })
  /** Asker and day → questions kept. */
  readonly #askers = new LimitedCollection<string, number>({ maxSize: MAX_REMEMBERED })
  /** Server → the keys of the questions that are kept. */
  readonly #known = new Map<string, Promise<Set<string>>>()

  /** @param onOpened called for a question that nobody in the server has asked while it is kept */
  constructor(onOpened: (server: string) => void) {
    this.#onOpened = onOpened
  }

  /**
   * Keeps a question, instead of what its asker asked in the same words before; nothing if it is noise.
   * @param asker user id
   */
  async keep(store: Store, asked: QuestionRecord, asker: string, answerer: Answerer): Promise<void> {
    const { server, key, question } = asked
    const languages = await languagesOf(answerer)
    if (isNoise(question, contentWords(question, languages))) return
    const sameQuestion = recordKey(asker, server, questionKey(question, languages))
    const earlier = this.#recorded.get(sameQuestion)
    if (earlier !== undefined && earlier !== key) {
      const records = await store.questions(server)
      if (records.find((record) => record.key === earlier)?.state === 'dismissed') return
      await store.removeQuestions(server, [earlier])
    }
    const asking = recordKey(asker, server, dayOf(asked.askedAt))
    const kept = this.#askers.get(asking) ?? 0
    if (earlier === undefined && kept >= MAX_A_DAY) return
    this.#askers.set(asking, kept + 1)
    this.#recorded.set(sameQuestion, key)
    await this.put(store, asked, answerer)
  }

  /** Keeps a question without the ids in its text; its asker has no limit. */
  async put(store: Store, asked: QuestionRecord, answerer: Answerer): Promise<void> {
    const withoutId = (text: string) => text.replace(ID, '…')
    const record = { ...asked, question: withoutId(asked.question), unknown: asked.unknown.map(withoutId) }
    const known = await this.#knownIn(store, record.server, answerer)
    await store.putQuestion(record)
    const key = questionKey(record.question, await languagesOf(answerer))
    if (!known.has(key)) this.#onOpened(record.server)
    known.add(key)
  }

  /** Reads again what is kept of a server, or of all: it has become less. */
  reread(server?: string): void {
    if (server === undefined) this.#known.clear()
    else this.#known.delete(server)
  }

  #knownIn(store: Store, server: string, answerer: Answerer): Promise<Set<string>> {
    const known = this.#known.get(server) ?? keysOf(store, server, answerer)
    this.#known.set(server, known)
    known.catch(() => this.#known.delete(server))
    return known
  }
}

async function keysOf(store: Store, server: string, answerer: Answerer): Promise<Set<string>> {
  const languages = await languagesOf(answerer)
  const keys = new Set<string>()
  for (const { question } of await store.questions(server)) {
    keys.add(questionKey(question, languages))
    // Questions of members have their turn.
    await setImmediate()
  }
  return keys
}

/** What is kept of a question and its answer. */
export type Asked = Pick<Answer, 'question' | 'verdict' | 'unknown'>

/** The record of a question that has just been asked. */
export function recordOf({ question, verdict, unknown }: Asked, server: string, id: string): QuestionRecord {
  return { key: recordKey(id), server, question, verdict, unknown, askedAt: Date.now(), state: 'open' }
}
