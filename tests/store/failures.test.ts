// Stores under failures: killed writers, full and read-only disks, and a Redis that is gone.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { loadSqlite } from '../../src/store/sqlite-module.ts'
import type { QuestionRecord, Store } from '../../src/store/store.ts'
import { WriteQueue } from '../../src/store/write-queue.ts'
import { freePort } from '../free-port.ts'
import { hasRedis, startRedis } from '../redis-server.ts'
import { checkIntegrity } from './check-integrity.ts'
import { hasSqlite } from './has-sqlite.ts'
import { importBuilt } from './import-built.ts'
import { killWriters } from './kill-writers.ts'

const question = (key: string): QuestionRecord => ({
  key,
  server: '100000000000000001',
  question: 'When does the ferry leave?',
  verdict: 'silent',
  unknown: [],
  askedAt: 1,
  state: 'open',
})

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A queue, and the lines it reported. */
function queueOf(store: Store): { readonly queue: WriteQueue; readonly lines: string[] } {
  const lines: string[] = []
  return { queue: new WriteQueue(store, (line) => lines.push(line)), lines }
}

describe.skipIf(!hasSqlite)('SQLite', () => {
  test('loses nothing that it acknowledged when four writers are killed', async () => {
    const folder = temporaryFolder()
    const { acknowledged, lost } = await killWriters({ dataDir: folder }, 1_000, Math.random)
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(0)
    expect(await checkIntegrity(folder)).toBe('ok')
  })

  test.each([
    ['3.51.2', false],
    ['3.51.3', true],
    ['3.50.9', false],
    ['3.52.0', true],
    ['4.0.0', true],
  ])('of Node in version %s is used: %s', async (version, isUsed) => {
    const builtIn = {
      DatabaseSync: class {
        prepare = () => ({ get: () => ({ version }) })
        close = () => undefined
      },
    }
    const getBuiltinModule = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(builtIn)
    onTestFinished(() => getBuiltinModule.mockRestore())
    const used: object = await loadSqlite()
    expect(used === builtIn).toBe(isUsed)
  })

  test('reports a full disk once, goes on, and says when it can write again', async () => {
    const folder = temporaryFolder()
    // A trigger fails writes with the error of a full disk.
    const { DatabaseSync } = await loadSqlite()
    const store = await openStore({ dataDir: folder })
    const blocker = new DatabaseSync(join(folder, 'verbatim.sqlite'))
    const { queue, lines } = queueOf(store)
    blocker.exec(
      `CREATE TRIGGER full BEFORE INSERT ON questions BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
    )
    queue.push((each) => each.putQuestion(question('a')))
    queue.push((each) => each.putQuestion(question('b')))
    await queue.drained()
    expect(lines).toEqual([
      'the store cannot be written (database or disk is full): questions and feedback are not kept until it can',
    ])
    blocker.exec('DROP TRIGGER full')
    queue.push((each) => each.putQuestion(question('c')))
    await queue.drained()
    expect(lines[1]).toBe('the store can be written again')
    expect((await store.questions(question('c').server)).map(({ key }) => key)).toEqual(['c'])
    blocker.close()
    await store.close()
  })

  test('in a process of its own waits for other processes while this one goes on', async () => {
    const folder = temporaryFolder()
    const { openStoreInBackground } = await importBuilt()
    const store = await openStoreInBackground({ dataDir: folder })
    const { DatabaseSync } = await loadSqlite()
    const other = new DatabaseSync(join(folder, 'verbatim.sqlite'))
    other.exec('BEGIN IMMEDIATE')
    const kept = store.putQuestion(question('a'))
    await setImmediate()
    other.exec('COMMIT')
    await kept
    expect((await store.questions(question('a').server)).map(({ key }) => key)).toEqual(['a'])
    other.close()
    await store.close()
    await expect(store.servers()).rejects.toThrow('it is closed')
  })

  describe.skipIf(!existsSync('/proc'))('in a process of its own', () => {
    /** A store, and the id of its process. */
    const started = async (folder: string) => {
      const { openStoreInBackground } = await importBuilt()
      const store = await openStoreInBackground({ dataDir: folder })
      onTestFinished(() => store.close())
      const isItsProcess = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder)
      const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ')
      return { store, pid: Number(children.find(isItsProcess)) }
    }
    const messageOf = ({ message }: Error) => message
    const wait = (milliseconds: number) => {
      const now = performance.now.bind(performance)
      const spy = vi.spyOn(performance, 'now').mockImplementation(() => now() + milliseconds)
      onTestFinished(() => spy.mockRestore())
    }

    test('survives its end, and a disk that has room again only later', async () => {
      const folder = temporaryFolder()
      const { store, pid } = await started(folder)
      const file = join(folder, 'verbatim.sqlite')
      process.kill(pid, 'SIGKILL')
      await expect.poll(() => store.servers().catch(messageOf)).toBe('its process has ended')
      renameSync(file, `${file}.kept`)
      mkdirSync(file)
      // It is started again after a while.
      wait(11_000)
      expect(await store.servers().catch(messageOf)).toContain('cannot be opened')
      rmSync(file, { recursive: true })
      renameSync(`${file}.kept`, file)
      expect(await store.servers()).toEqual([])
    })

    test('is ended and started again when it hangs', async () => {
      const { store, pid } = await started(temporaryFolder())
      process.kill(pid, 'SIGSTOP')
      const hanging = store.servers().catch(messageOf)
      wait(31_000)
      expect(await Promise.all([store.servers().catch(messageOf), hanging])).toEqual(
        Array(2).fill('its process has ended'),
      )
      expect(await store.servers()).toEqual([])
    })
  })

  test('names the file and the setting when the folder cannot be written', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'file')
    writeFileSync(file, '')
    const { openStoreInBackground } = await importBuilt()
    for (const open of [openStore, openStoreInBackground])
      await expect(open({ dataDir: join(file, 'data') })).rejects.toThrow(
        /verbatim\.sqlite cannot be opened \(.*\): check DATA_DIR and its disk$/u,
      )
  })

  test('leaves a file alone that is no database, or that of a newer version', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'verbatim.sqlite'), 'Dear diary, today I learnt about file formats. '.repeat(40))
    await expect(openStore({ dataDir: folder })).rejects.toThrow(/not a database/u)
    const newer = temporaryFolder()
    const store = await openStore({ dataDir: newer })
    await store.close()
    const { DatabaseSync } = await loadSqlite()
    const database = new DatabaseSync(join(newer, 'verbatim.sqlite'))
    database.exec('PRAGMA user_version = 999')
    database.close()
    await expect(openStore({ dataDir: newer })).rejects.toThrow(/newer version of Verbatim: update Verbatim/u)
  })

  test.skipIf(process.getuid?.() === 0)('says so when the disk is read-only', async () => {
    const folder = join(temporaryFolder(), 'data')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    await expect(openStore({ dataDir: folder })).rejects.toThrow(/check DATA_DIR/u)
  })
})

describe.skipIf(!hasRedis || !hasSqlite)('Redis', () => {
  test('loses nothing that it acknowledged when four writers are killed', async () => {
    const { url } = await startRedis(await freePort())
    const { acknowledged, lost } = await killWriters({ dataDir: '', redisUrl: url }, 1_000, Math.random)
    expect(lost).toEqual([])
    expect(acknowledged).toBeGreaterThan(0)
  })

  test('may be gone at the start and come back', async () => {
    const port = await freePort()
    const store = await openStore({ dataDir: '', redisUrl: `redis://127.0.0.1:${port}/0` })
    const { queue, lines } = queueOf(store)
    queue.push((each) => each.putQuestion(question('lost')))
    await queue.drained()
    expect(lines).toEqual([expect.stringMatching(/^the store cannot be written \(Redis is unreachable \(.+\): check/u)])
    await expect(store.questions(question('').server)).rejects.toThrow(/^Redis is unreachable/u)
    await startRedis(port)
    await expect.poll(() => store.questions(question('').server).catch(() => 'gone'), { timeout: 10_000 }).toEqual([])
    queue.push((each) => each.putQuestion(question('kept')))
    await queue.drained()
    expect(lines[1]).toBe('the store can be written again')
    await store.close()
  })

  test('may hang for a while', async () => {
    const redis = await startRedis(await freePort())
    const store = await openStore({ dataDir: '', redisUrl: redis.url })
    redis.freeze()
    await expect(store.putQuestion(question('lost'))).rejects.toThrow()
    redis.thaw()
    await expect.poll(() => store.putQuestion(question('kept')).catch(() => 'gone')).toBeUndefined()
    await store.close()
  })
})
