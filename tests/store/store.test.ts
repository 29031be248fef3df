// What every store does, tested with real SQLite and a real Redis server.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore, type StoreOptions } from '../../src/store/open-store.ts'
import type { QuestionRecord, Store, Vote } from '../../src/store/store.ts'
import { freePort } from '../free-port.ts'
import { hasRedis, type RedisServer, spawnRedis } from '../redis-server.ts'
import { hasSqlite } from './has-sqlite.ts'
import { importBuilt } from './import-built.ts'

const HARBOUR = '100000000000000001'
const MUSEUM = '100000000000000002'
const DAY = 24 * 60 * 60 * 1_000

const question = (key: string, rest: Partial<QuestionRecord> = {}): QuestionRecord => ({
  key,
  server: HARBOUR,
  question: 'When does the ferry leave?',
  verdict: 'silent',
  unknown: ['ferry'],
  askedAt: 1_000,
  state: 'open',
  ...rest,
})

const vote = (voter: string, rest: Partial<Vote> = {}): Vote => ({
  server: HARBOUR,
  question: 'ferry leave',
  article: 'guide/ferries',
  sentence: 'abcdefgh',
  voter,
  isHelpful: true,
  votedAt: 1_000,
  ...rest,
})

const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'))
let redis: RedisServer | undefined

afterAll(async () => {
  await redis?.kill()
  rmSync(folder, { recursive: true })
})

describe.each([
  { name: 'SQLite', isHere: hasSqlite, open: openStore, options: () => ({ dataDir: folder }) },
  {
    name: 'SQLite in a process of its own',
    isHere: hasSqlite,
    open: (await importBuilt()).openStoreInBackground,
    options: () => ({ dataDir: join(folder, 'own') }),
  },
  {
    name: 'Redis',
    isHere: hasRedis,
    open: openStore,
    options: async (): Promise<StoreOptions> => {
      redis = await spawnRedis(await freePort())
      return { dataDir: folder, redisUrl: redis.url }
    },
  },
])('the store in $name', ({ isHere, open, options }) => {
  describe.skipIf(!isHere)('where it is installed', () => {
    let store: Store
    let settings: StoreOptions

    beforeAll(async () => {
      settings = await options()
      store = await open(settings)
      return () => store.close()
    })

    test('returns the questions of a server, the newest first', async () => {
      await store.putQuestion(question('old'))
      await store.putQuestion(question('new', { askedAt: 2_000, verdict: 'related', unknown: [] }))
      await store.putQuestion(question('elsewhere', { server: MUSEUM }))
      expect(await store.questions(HARBOUR)).toEqual([
        question('new', { askedAt: 2_000, verdict: 'related', unknown: [] }),
        question('old'),
      ])
      expect((await store.servers()).sort()).toEqual([HARBOUR, MUSEUM])
    })

    test('replaces a question with the same key, and removes by key', async () => {
      await store.putQuestion(question('old', { question: '“Où?” 🚢\n%s', state: 'dismissed' }))
      expect(await store.questions(HARBOUR)).toContainEqual(
        question('old', { question: '“Où?” 🚢\n%s', state: 'dismissed' }),
      )
      await store.removeQuestions(HARBOUR, ['old', 'never there', 'elsewhere'])
      expect((await store.questions(HARBOUR)).map(({ key }) => key)).toEqual(['new'])
      expect(await store.questions(MUSEUM)).toHaveLength(1)
    })

    test('keeps one vote a voter', async () => {
      await store.putVote(vote('first'))
      await store.putVote(vote('second'))
      await store.putVote(vote('first', { isHelpful: false }))
      const votes = await store.votes(HARBOUR)
      expect(votes).toHaveLength(2)
      expect(votes).toContainEqual(vote('first', { isHelpful: false }))
      expect(await store.votes(MUSEUM)).toEqual([])
    })

    test('adds up counters of a day', async () => {
      await store.count(HARBOUR, '2026-01-02', 'answered', 1)
      await store.count(HARBOUR, '2026-01-02', 'answered', 2)
      await store.count(HARBOUR, '2026-01-01', 'cited guide/the ferries', 1)
      expect(await store.counters(HARBOUR)).toEqual([
        { day: '2026-01-01', name: 'cited guide/the ferries', count: 1 },
        { day: '2026-01-02', name: 'answered', count: 3 },
      ])
    })

    test('keeps and removes settings', async () => {
      expect(await store.setting(HARBOUR, 'channel')).toBeUndefined()
      await store.putSetting(HARBOUR, 'channel', '1')
      await store.putSetting(HARBOUR, 'channel', '2')
      expect(await store.setting(HARBOUR, 'channel')).toBe('2')
      await store.putSetting(HARBOUR, 'channel', undefined)
      expect(await store.setting(HARBOUR, 'channel')).toBeUndefined()
    })

    test('gives a claimed name to the first only', async () => {
      expect(await store.claim('summary', 'mine', 60)).toBe('mine')
      expect(await store.claim('summary', 'yours', 60)).toBe('mine')
      expect(await store.claim('other', 'yours', 60)).toBe('yours')
      await store.claim('short', 'mine', 1)
      await expect.poll(() => store.claim('short', 'yours', 60)).toBe('yours')
    })

    test('has everything when it is opened again, also by a second process', async () => {
      const second = await open(settings)
      expect(await second.questions(HARBOUR)).toEqual(await store.questions(HARBOUR))
      await second.putQuestion(question('second'))
      expect((await store.questions(HARBOUR)).map(({ key }) => key)).toContain('second')
      await second.close()
    })

    test('purges what is too old', async () => {
      const now = 1_700_000_000_000
      await store.putQuestion(question('kept', { askedAt: now }))
      await store.putVote(vote('kept', { votedAt: now }))
      await store.count(HARBOUR, '2026-01-03', 'silent', 1)
      const counters = Date.parse('2026-01-02')
      const kept = (since: number) => ({ since, most: 100 })
      await store.purge({ questions: kept(now - DAY), votes: kept(now - DAY), counters: kept(counters) })
      expect((await store.questions(HARBOUR)).map(({ key }) => key)).toEqual(['kept'])
      expect((await store.votes(HARBOUR)).map(({ voter }) => voter)).toEqual(['kept'])
      expect((await store.counters(HARBOUR)).map(({ day }) => day)).toEqual(['2026-01-02', '2026-01-03'])
    })

    test('forgets one server, or all', async () => {
      await store.putQuestion(question('elsewhere', { server: MUSEUM }))
      expect(await store.forget(HARBOUR)).toBe(4)
      expect(await store.questions(HARBOUR)).toEqual([])
      expect(await store.votes(HARBOUR)).toEqual([])
      expect(await store.counters(HARBOUR)).toEqual([])
      expect(await store.forget()).toBe(1)
      expect(await store.servers()).toEqual([])
    })

    test('is bounded: the oldest records of each kind are purged, for each server by itself', async () => {
      const days = ['2026-01-03', '2026-01-01', '2026-01-04', '2026-01-02']
      for (const [i, day] of days.entries()) {
        const time = Date.parse(day)
        await store.putQuestion(question(`q${i}`, { askedAt: time }))
        await store.putVote(vote(`v${i}`, { votedAt: time }))
        await store.count(HARBOUR, day, 'silent', 1)
      }
      await store.putQuestion(question('elsewhere', { server: MUSEUM, askedAt: 1 }))
      const kept = { since: 0, most: 2 }
      await store.purge({ questions: kept, votes: kept, counters: kept })
      expect((await store.questions(HARBOUR)).map(({ key }) => key)).toEqual(['q2', 'q0'])
      expect((await store.votes(HARBOUR)).map(({ voter }) => voter).sort()).toEqual(['v0', 'v2'])
      expect((await store.counters(HARBOUR)).map(({ day }) => day)).toEqual(['2026-01-03', '2026-01-04'])
      expect(await store.questions(MUSEUM)).toHaveLength(1)
    })
  })
})
