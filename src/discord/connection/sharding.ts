/** Supervises one process per shard: starts, restarts and stops them. */
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { REST, Routes, type Shard, ShardEvents, ShardingManager } from 'discord.js'
import * as v from 'valibot'
import { UserError } from '../../errors.ts'
import { type LogStream, openLog } from '../log.ts'
import type { Shards } from './client.ts'
import { startFailure } from './startup-errors.ts'

/** Milliseconds between batches of starting shards; Discord allows one batch in five seconds. */
const BATCH_INTERVAL = 5_500
/** Milliseconds before a shard is restarted after its second exit in a row; doubles with each further exit. */
const RESTART_DELAY = 5_000
const MAX_RESTART_DELAY = 5 * 60_000
/** Milliseconds after which a running shard counts as stable and its earlier exits are forgotten. */
const STABLE_AFTER = 10 * 60_000
/** Milliseconds that a process has to reply to a request. */
const REPLY_TIMEOUT = 1_000

export interface ShardsOptions {
  readonly token: string
  /** Root of Discord's REST API; Discord's own when absent. */
  readonly apiUrl?: string
  /** The shards to start; all that Discord recommends when absent. */
  readonly shards?: Shards
  /** What each process runs. */
  readonly program: { readonly file: string; readonly args: readonly string[] }
  /** The exit status of a process that must not be restarted. */
  readonly fatalExitCode: number
  /** Where the log goes; standard error when absent. */
  readonly log?: LogStream
  /** Called with all shard ids before any shard is started. */
  readonly onShards?: (ids: readonly number[]) => void
  /** Called when a shard has connected to Discord or lost its connection. */
  readonly onConnected?: (shard: number, isReady: boolean) => void
  /** Called when a process has exited and is restarted. */
  readonly onRestart?: (shard: number) => void
}

/** The running processes, one per shard. */
export interface RunningShards {
  /** Resolves once all have stopped. Rejects with a UserError when one exited with `fatalExitCode`. */
  readonly ended: Promise<void>
  /** Lets every process finish the questions it is answering, then exit. */
  stop(): void
  /** Makes every process read the articles again. */
  reload(): void
  /** Kills every process immediately. */
  kill(): void
  /** Sends a message to every process; returns the replies that arrive within a second. */
  request(message: string): Promise<unknown[]>
}

const Gateway = v.object({
  shards: v.number(),
  session_start_limit: v.object({ max_concurrency: v.number() }),
})

/**
 * Starts one process per shard, as fast as Discord allows, and restarts those that exit.
 * @throws UserError when Discord refuses the token or cannot be reached
 */
export async function startShards(options: ShardsOptions): Promise<RunningShards> {
  const { token, apiUrl, program, fatalExitCode, onShards, onConnected, onRestart } = options
  const log = await openLog(options.log ?? process.stderr, token)
  const rest = new REST(apiUrl === undefined ? {} : { api: apiUrl }).setToken(token)
  const gateway = v.parse(
    Gateway,
    await rest.get(Routes.gatewayBot()).catch((thrown) => {
      throw startFailure(thrown)
    }),
  )
  const count = options.shards?.count ?? gateway.shards
  const ids = options.shards?.ids ?? Array.from({ length: count }, (_, id) => id)
  const manager = new ShardingManager(program.file, {
    token,
    totalShards: count,
    shardList: [...ids],
    // Restarting follows the rules of `supervise` instead.
    respawn: false,
    shardArgs: [...program.args],
    execArgv: process.execArgv,
  })
  onShards?.(ids)

  const stopping = new AbortController()
  const { signal } = stopping
  const aborted = once(signal, 'abort')
  const running = new Set<Promise<void>>()
  let fail = (_: unknown): void => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })

  /** Runs a shard's process, and restarts it whenever it exits. */
  const supervise = async (shard: Shard): Promise<void> => {
    const { id } = shard
    for (const event of [ShardEvents.Ready, ShardEvents.Resume] as const) shard.on(event, () => onConnected?.(id, true))
    for (const event of [ShardEvents.Disconnect, ShardEvents.Reconnecting, ShardEvents.Death] as const)
      shard.on(event, () => onConnected?.(id, false))
    let exits = 0
    while (!signal.aborted) {
      const started = Date.now()
      const child = await shard.spawn(-1)
      log.info({ shard: id, pid: child.pid }, 'shard is starting')
      if (signal.aborted) terminate(shard)
      const [status] = await once(child, 'exit')
      if (signal.aborted) return
      if (status === fatalExitCode) {
        fail(new UserError(`shard ${id} stopped for good`, 'fix the problem it reports above, then start again'))
        return
      }
      exits = Date.now() - started > STABLE_AFTER ? 1 : exits + 1
      const delay = restartDelay(exits)
      log.error({ shard: id, status, seconds: delay / 1_000 }, 'shard exited and will be restarted')
      await sleep(delay, undefined, { signal }).catch(() => undefined)
      if (!signal.aborted) onRestart?.(id)
    }
  }

  /** Starts the shards in batches of the size that Discord allows. */
  const startAll = async (): Promise<void> => {
    const batchSize = gateway.session_start_limit.max_concurrency
    for (let i = 0; i < ids.length && !signal.aborted; i += batchSize) {
      if (i > 0) await sleep(BATCH_INTERVAL, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      const batch = ids.slice(i, i + batchSize).map((id) => manager.createShard(id))
      for (const shard of batch) running.add(supervise(shard).catch(fail))
      await Promise.race([Promise.all(batch.map((shard) => once(shard, ShardEvents.Ready))), aborted])
    }
  }
  const stop = (): void => {
    stopping.abort()
    for (const shard of manager.shards.values()) terminate(shard)
  }
  const kill = (): void => {
    for (const shard of manager.shards.values()) shard.process?.kill('SIGKILL')
  }

  const finished = startAll()
    .then(() => aborted)
    .then(() => Promise.all(running))
  const ended = Promise.race([failed, finished]).then(
    () => undefined,
    async (thrown: unknown) => {
      stop()
      await Promise.all(running)
      throw thrown
    },
  )
  ended.catch(() => undefined)
  return {
    ended,
    stop,
    kill,
    reload: () => {
      for (const shard of manager.shards.values()) shard.process?.kill('SIGHUP')
    },
    request: async (message) => {
      const replies = await Promise.all([...manager.shards.values()].map((shard) => replyOf(shard, message)))
      return replies.filter((reply) => reply !== undefined)
    },
  }
}

/** Milliseconds before a shard is restarted, after so many exits in a row. */
export function restartDelay(exits: number): number {
  return exits === 1 ? 0 : Math.min(RESTART_DELAY * 2 ** (exits - 2), MAX_RESTART_DELAY)
}

function terminate(shard: Shard): void {
  shard.process?.kill('SIGTERM')
}

/** What a shard's process replies to a message, if it does in time. */
async function replyOf(shard: Shard, message: string): Promise<unknown> {
  const signal = AbortSignal.timeout(REPLY_TIMEOUT)
  try {
    const replied = once(shard, ShardEvents.Message, { signal })
    await Promise.all([shard.send(message), replied])
    const [reply] = await replied
    return reply
  } catch {
    return undefined
  }
}
