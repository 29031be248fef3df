// The votes of servers: read in the background, so that no answer waits for them, and counted in memory.
import { createHmac, randomBytes } from 'node:crypto'
import type { Passage } from '../answer/answer.ts'
import type { Store, Vote } from '../store/store.ts'
import { passageKey, sentenceHash, type VoteCounts } from './vote-keys.ts'

/** Milliseconds after which the votes of a server are read again, for those that other processes took. */
const REFRESHED_AFTER = 60_000
/** Milliseconds for which voters are hashed with the same secret, and seconds after which it is forgotten. */
const SECRET_PERIOD = 30 * 24 * 60 * 60_000
const SECRET_KEPT = (2 * SECRET_PERIOD) / 1_000

interface ServerVotes {
  readAt: number
  /** Question key → passage key → voter → whether it was helpful. */
  byQuestion: Map<string, Map<string, Map<string, boolean>>>
}

/** What is voted on: a passage as the answer to a question in a server. */
export interface Ballot {
  readonly server: string
  /** `questionKey` of the question. */
  readonly question: string
  readonly passage: Passage
}

export class VoteBook {
  readonly #store: Store
  readonly #write: (write: (store: Store) => Promise<unknown>) => void
  readonly #servers = new Map<string, ServerVotes>()
  #secret: { readonly period: number; readonly value: string } | undefined

  /** @param write writes to the store in the background */
  constructor(store: Store, write: (write: (store: Store) => Promise<unknown>) => void) {
    this.#store = store
    this.#write = write
  }

  /** The votes on the passages of a question, by `passageKey`; those that have been read so far. */
  countsOf(server: string, question: string): ReadonlyMap<string, VoteCounts> {
    const votes = this.#votesOf(server)
    if (Date.now() - votes.readAt > REFRESHED_AFTER) this.#refresh(server, votes)
    const counts = new Map<string, VoteCounts>()
    for (const [passage, voters] of votes.byQuestion.get(question) ?? []) {
      const helpful = [...voters.values()].filter((isHelpful) => isHelpful).length
      counts.set(passage, { helpful, wrong: voters.size - helpful })
    }
    return counts
  }

  /**
   * Counts a vote at once, and keeps it in the background. A person's next vote on the same replaces it, as long as the
   * secret is the same: within 30 days.
   * @returns whether that person has not voted so yet
   * @throws when the secret cannot be read from the store
   */
  async cast({ server, question, passage }: Ballot, userId: string, isHelpful: boolean): Promise<boolean> {
    const [votedAt, article, sentence] = [Date.now(), passage.article.id, sentenceHash(passage)]
    const secret = await this.#secretAt(votedAt)
    const voter = createHmac('sha256', secret)
      .update(JSON.stringify([userId, server, question, article, sentence]))
      .digest('base64url')
    const vote: Vote = { server, question, article, sentence, voter, isHelpful, votedAt }
    const votes = this.#votesOf(server)
    const earlier = votes.byQuestion.get(question)?.get(passageKey(passage))?.get(voter)
    add(votes, vote, passageKey(passage))
    this.#write((store) => store.putVote(vote))
    return earlier !== isHelpful
  }

  #votesOf(server: string): ServerVotes {
    const votes = this.#servers.get(server) ?? { readAt: Number.NEGATIVE_INFINITY, byQuestion: new Map() }
    this.#servers.set(server, votes)
    return votes
  }

  #refresh(server: string, votes: ServerVotes): void {
    votes.readAt = Date.now()
    this.#write(async (store) => {
      const read: ServerVotes = { readAt: votes.readAt, byQuestion: new Map() }
      for (const vote of await store.votes(server)) add(read, vote, `${vote.sentence} ${vote.article}`)
      this.#servers.set(server, read)
    })
  }

  async #secretAt(time: number): Promise<string> {
    const period = Math.floor(time / SECRET_PERIOD)
    if (this.#secret?.period === period) return this.#secret.value
    const value = await this.#store.claim(`voters ${period}`, randomBytes(32).toString('base64url'), SECRET_KEPT)
    this.#secret = { period, value }
    return value
  }
}

function add({ byQuestion }: ServerVotes, { question, voter, isHelpful }: Vote, passage: string): void {
  const passages = byQuestion.get(question) ?? new Map<string, Map<string, boolean>>()
  byQuestion.set(question, passages)
  const voters = passages.get(passage) ?? new Map<string, boolean>()
  passages.set(passage, voters.set(voter, isHelpful))
}
