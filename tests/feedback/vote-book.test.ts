// Votes are counted once a person, in their server, and without storing who.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createAnswerer } from '../../src/answer/answer.ts'
import { VoteBook } from '../../src/feedback/vote-book.ts'
import { passageKey } from '../../src/feedback/vote-keys.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { library } from '../discord/articles.ts'
import { hasSqlite } from '../store/has-sqlite.ts'

const [HARBOUR, MUSEUM] = ['100000000000000001', '100000000000000002']
const USER = '200000000000000003'
const MONTH = 31 * 24 * 60 * 60_000

const [passage] = (await createAnswerer([library])).ask('Who feeds the owls?').passages
if (!passage) throw new Error('The articles have no such passage')
const ballot = { server: HARBOUR, question: 'feed owl', passage }

async function openBook() {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-votes-'))
  const store = await openStore({ dataDir: folder })
  const writes: Promise<unknown>[] = []
  const book = new VoteBook(store, (write: (store: Store) => Promise<unknown>) => writes.push(write(store)))
  onTestFinished(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
  return { store, book, votes: () => Promise.all(writes).then(() => store.votes(HARBOUR)) }
}

describe.skipIf(!hasSqlite)('votes', () => {
  test('count for their question in their server only', async () => {
    const { book } = await openBook()
    await book.cast(ballot, USER, false)
    expect(book.countsOf(HARBOUR, ballot.question).get(passageKey(passage))).toEqual({ helpful: 0, wrong: 1 })
    expect(book.countsOf(MUSEUM, ballot.question).size).toBe(0)
    expect(book.countsOf(HARBOUR, 'other').size).toBe(0)
  })

  test('of a person replace each other until the secret that hides who it was is forgotten', async () => {
    const { store, book, votes } = await openBook()
    vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-01-10') })
    onTestFinished(() => void vi.useRealTimers())
    const isNew = []
    for (const isHelpful of [true, true, false]) isNew.push(await book.cast(ballot, USER, isHelpful))
    expect(isNew).toEqual([true, false, true])
    const [first, ...others] = await votes()
    expect(others).toEqual([])
    vi.setSystemTime(Date.now() + MONTH)
    await book.cast(ballot, USER, false)
    const voters = (await votes()).map(({ voter }) => voter)
    expect(voters).toHaveLength(2)
    expect(voters).toContain(first?.voter)
    // The secret of the first vote is gone by then: the name can be claimed again.
    vi.setSystemTime(Date.now() + MONTH)
    const period = Math.floor(Date.parse('2026-01-10') / (30 * 24 * 60 * 60_000))
    expect(await store.claim(`voters ${period}`, 'free', 1)).toBe('free')
  })
})
