import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { REST, Routes, type Shard, ShardEvents, ShardingManager } from 'discord.js'
import * as v from 'valibot'
import { UserError } from '../../errors.ts'
import { type LogStream, openLog } from '../log.ts'
import type { Shards } from './client.ts'
import { startFailure } from './startup-errors.ts'

/** Milliseconds between the starts of so many shards as Discord lets in together. */
const LET_IN_EVERY = 5_500
/** Milliseconds until a shard that has ended twice is started again; twice as long each time after that. */
const PATIENCE = 5_000
const MOST_PATIENCE = 5 * 60_000
/** For how many milliseconds a shard has to stay up for its earlier ends to be forgotten. */
const STEADY = 10 * 60_000
/** Milliseconds in which a process answers. */
const REPLY_WITHIN = 1_000

export interface ShardsOptions {
  readonly token: string
  /** Root of Discord's REST interface; Discord's own when absent. */
  readonly apiUrl?: string
  /** Which shards to start; as many as Discord recommends when absent. */
  readonly shards?: Shards
  /** The program of each process, and its arguments. */
  readonly program: { readonly file: string; readonly args: readonly string[] }
  /** The exit status of a process that no other start can help. */
  readonly fatalExitCode: number
  /** Where the log goes; standard error when absent. */
  readonly log?: LogStream
  /** Is told which shards there will be, before any is started. */
  readonly onShards?: (ids: readonly number[]) => void
  /** Is told when a shard has come on Discord, or has lost it. */
  readonly onConnected?: (shard: number, isReady: boolean) => void
  /** Is told when a process has ended and is started again. */
  readonly onRestart?: (shard: number) => void
}

/** A process for each shard. */
export interface RunningShards {
  /** Resolves once all are stopped. Rejects with a UserError when one has ended whom no other start can help. */
  readonly ended: Promise<void>
  /** Asks all to finish what they are answering, and to leave. */
  stop(): void
  /** Has all look at the articles anew. */
  reload(): void
  /** Ends all at once. */
  kill(): void
  /** Asks every process something; what those reply that do soon, each an object with that key. */
  ask(what: string): Promise<unknown[]>
}

const Gateway = v.object({
  shards: v.number(),
  session_start_limit: v.object({ max_concurrency: v.number() }),
})

/**
 * Starts a process for each shard, as fast as Discord lets them in, and each again when it ends.
 * @throws UserError when Discord refuses the token or is out of reach
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
    // What ends is started again by the rules below.
    respawn: false,
    shardArgs: [...program.args],
    execArgv: process.execArgv,
  })
  onShards?.(ids)

  const stopping = new AbortController()
  const { signal } = stopping
  const aborted = once(signal, 'abort')
  const running = new Set<Promise<void>>()
  let lose = (_: unknown): void => undefined
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })

  /** Runs a shard's process, and starts it again whenever it ends. */
  const keep = async (shard: Shard): Promise<void> => {
    const { id } = shard
    for (const event of [ShardEvents.Ready, ShardEvents.Resume] as const) shard.on(event, () => onConnected?.(id, true))
    for (const event of [ShardEvents.Disconnect, ShardEvents.Reconnecting, ShardEvents.Death] as const)
      shard.on(event, () => onConnected?.(id, false))
    let ends = 0
    while (!signal.aborted) {
      const started = Date.now()
      const child = await shard.spawn(-1)
      log.info({ shard: id, pid: child.pid }, 'a shard is starting')
      if (signal.aborted) stopOne(shard)
      const [status] = await once(child, 'exit')
      if (signal.aborted) return
      if (status === fatalExitCode) {
        lose(new UserError(`shard ${id} cannot go on`, 'mend what it says above, and start again'))
        return
      }
      ends = Date.now() - started > STEADY ? 1 : ends + 1
      const wait = waitAfter(ends)
      log.error({ shard: id, status, seconds: wait / 1_000 }, 'a shard has ended and is started again')
      await sleep(wait, undefined, { signal }).catch(() => undefined)
      if (!signal.aborted) onRestart?.(id)
    }
  }

  /** Starts the shards, so many at once as Discord lets in together. */
  const startAll = async (): Promise<void> => {
    const atOnce = gateway.session_start_limit.max_concurrency
    for (let i = 0; i < ids.length && !signal.aborted; i += atOnce) {
      if (i > 0) await sleep(LET_IN_EVERY, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) return
      const batch = ids.slice(i, i + atOnce).map((id) => manager.createShard(id))
      for (const shard of batch) running.add(keep(shard).catch(lose))
      await Promise.race([Promise.all(batch.map((shard) => once(shard, ShardEvents.Ready))), aborted])
    }
  }
  const stop = (): void => {
    stopping.abort()
    for (const shard of manager.shards.values()) stopOne(shard)
  }
  const kill = (): void => {
    for (const shard of manager.shards.values()) shard.process?.kill('SIGKILL')
  }

  const finished = startAll()
    .then(() => aborted)
    .then(() => Promise.all(running))
  const ended = Promise.race([lost, finished]).then(
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
    ask: async (what) => {
      const replies = await Promise.all([...manager.shards.values()].map((shard) => reply(shard, what)))
      return replies.filter((each) => each !== undefined)
    },
  }
}

/** For how many milliseconds to let a shard be that has ended so many times in a row. */
export function waitAfter(ends: number): number {
  return ends === 1 ? 0 : Math.min(PATIENCE * 2 ** (ends - 2), MOST_PATIENCE)
}

function stopOne(shard: Shard): void {
  shard.process?.kill('SIGTERM')
}

/** What a shard's process replies to a question, if it does in time. */
async function reply(shard: Shard, what: string): Promise<unknown> {
  const signal = AbortSignal.timeout(REPLY_WITHIN)
  try {
    const replied = once(shard, ShardEvents.Message, { signal })
    await Promise.all([shard.send(what), replied])
    const [message] = await replied
    return message
  } catch {
    return undefined
  }
}
