// The store in an SQLite database, in a process of its own: neither a lock, a slow disk nor a crash in SQLite reaches
// the one that answers questions.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { atMost } from '../../at-most.ts'
import { UserError } from '../../errors.ts'
import type { Store } from '../store.ts'
import type { Arguments, Results, StoreOutcome } from './calls.ts'

const isSource = import.meta.url.endsWith('.ts')
const PROGRAM = fileURLToPath(new URL(isSource ? './store-process.ts' : './store-process.js', import.meta.url))

/** Milliseconds after which a call fails: twice what SQLite waits for another process. */
const CALL_TIMEOUT = 2_000
/** The first call waits for the process to start. */
const OPEN_TIMEOUT = 10_000
const CLOSE_TIMEOUT = 1_000
/** Milliseconds in which a process answers no call after which it is ended: SQLite itself waits for a second at most. */
const HANG_TIMEOUT = 30_000
/** Milliseconds after the last start in which a process that has ended is not started again. */
const RESTART_PAUSE = 10_000

interface Pending {
  resolve(result: unknown): void
  reject(error: Error): void
}

const hasEnded = () => new Error('its process has ended')

/** @throws UserError as `openSqlite` */
export async function runStore(folder: string): Promise<Store> {
  const pending = new Map<number, Pending>()
  let calls = 0
  let startedAt = Number.NEGATIVE_INFINITY
  /** Calls that the process has not answered, and since when it has answered none. */
  let unanswered = 0
  let silentSince = 0
  let isClosed = false
  let child: ChildProcess | undefined

  const onOutcome = (outcome: StoreOutcome): void => {
    unanswered--
    silentSince = performance.now()
    const { resolve, reject } = pending.get(outcome.id) ?? {}
    if (outcome.kind === 'result') resolve?.(outcome.result)
    else if (outcome.remedy === undefined) reject?.(new Error(outcome.message))
    else reject?.(new UserError(outcome.message, outcome.remedy))
  }
  const onEnd = (): void => {
    child = undefined
    for (const { reject } of pending.values()) reject(hasEnded())
  }
  const running = (): ChildProcess => {
    if (isClosed) throw new Error('it is closed')
    // What it is sent meanwhile stays in memory.
    if (unanswered > 0 && performance.now() - silentSince > HANG_TIMEOUT) child?.kill('SIGKILL')
    if (child) return child
    if (performance.now() - startedAt < RESTART_PAUSE) throw hasEnded()
    startedAt = performance.now()
    unanswered = 0
    child = fork(PROGRAM, [folder], {
      execArgv: isSource ? ['--import', 'tsx'] : [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Neither tokens nor NODE_OPTIONS.
      env: {},
    })
    return child.on('message', onOutcome).once('exit', onEnd).once('error', onEnd)
  }
  const callWithin = async <Method extends keyof Store>(
    timeout: number,
    method: Method,
    ...args: Arguments[Method]
  ): Promise<Results[Method]> => {
    const process = running()
    const id = calls++
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise<Results[Method]>((resolve, reject) => {
        pending.set(id, { resolve, reject })
        timer = setTimeout(() => reject(new Error(`no answer within ${timeout / 1_000} s`)), timeout)
        if (unanswered++ === 0) silentSince = performance.now()
        process.send({ id, method, args }, (error) => {
          // Its pipe closes a little before its end is reported.
          if (error) reject(hasEnded())
        })
      })
    } finally {
      clearTimeout(timer)
      pending.delete(id)
    }
  }
  const call = <Method extends keyof Store>(method: Method, ...args: Arguments[Method]) =>
    callWithin(CALL_TIMEOUT, method, ...args)

  const close = async (): Promise<void> => {
    const running = child
    if (running)
      await atMost(
        CLOSE_TIMEOUT,
        call('close').catch(() => undefined),
      )
    isClosed = true
    running?.kill('SIGKILL')
  }
  try {
    await callWithin(OPEN_TIMEOUT, 'servers')
  } catch (error) {
    await close()
    throw error
  }
  return {
    servers: () => call('servers'),
    putQuestion: (record) => call('putQuestion', record),
    questions: (server) => call('questions', server),
    removeQuestions: (server, keys) => call('removeQuestions', server, keys),
    putVote: (vote) => call('putVote', vote),
    votes: (server) => call('votes', server),
    count: (server, day, name, by) => call('count', server, day, name, by),
    counters: (server) => call('counters', server),
    setting: (server, name) => call('setting', server, name),
    putSetting: (server, name, value) => call('putSetting', server, name, value),
    claim: (name, value, seconds) => call('claim', name, value, seconds),
    forget: (server) => call('forget', server),
    purge: (oldest) => call('purge', oldest),
    close,
  }
}
