// Starts, measures and stops the built bot.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { StandIn } from '../stand-in/stand-in.ts'

/** A message to the fault injector in the bot's process. */
export interface Order {
  /** Offset of the clock, in milliseconds. */
  readonly clock?: number
  /** Error code for every write to the log; none when empty. */
  readonly log?: string
  /** Error code for every write to the cache; none when empty. */
  readonly cache?: string
  /** Causes an unhandled rejection. */
  readonly reject?: true
}

interface BotPlace {
  readonly corpus: string
  readonly log: string
  readonly cache: string
  readonly data: string
  readonly injectsFaults: boolean
  readonly settings?: Readonly<Record<string, string>>
}

/** The built bot, as a process. */
export class BotProcess {
  readonly #child: ChildProcess
  /** Why it ended; undefined while it runs. */
  ended: string | undefined

  private constructor(child: ChildProcess) {
    this.#child = child
    child.once('exit', (code, signal) => {
      this.ended = `exit status ${code ?? signal}`
    })
  }

  /**
   * @param place.log file for its standard error
   * @param place.cache folder for snapshots
   * @param place.data folder for the store
   * @param place.injectsFaults whether it accepts orders
   * @param place.settings more environment variables
   */
  static async start(
    discord: StandIn,
    { corpus, log, cache, data, injectsFaults, settings }: BotPlace,
  ): Promise<BotProcess> {
    const injector = ['--import', new URL('./inject-faults.mjs', import.meta.url).href]
    const child = spawn(
      process.execPath,
      [...(injectsFaults ? injector : []), resolve('dist/main.js'), '--corpus', corpus],
      {
        // Not where a .env may be.
        cwd: corpus,
        env: {
          PATH: process.env.PATH,
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.url,
          CACHE_DIR: cache,
          DATA_DIR: data,
          ...settings,
        },
        stdio: ['ignore', 'pipe', openSync(log, 'a'), 'ipc'],
      },
    )
    const bot = new BotProcess(child)
    if (child.stdout) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    if (bot.ended !== undefined) throw new Error(`the bot did not start; its log: ${readFileSync(log, 'utf8')}`)
    return bot
  }

  order(order: Order): void {
    this.#child.send(order)
  }

  /** Milliseconds of processor time so far, all threads together; Linux counts in steps of 10. */
  processorTime(): number {
    const afterName = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(afterName[11]) + Number(afterName[12])) * 10
  }

  /** Resident memory in megabytes, and the number of open files and sockets. */
  measure(): { memory: number; handles: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/mu.exec(status) ?? []
    return { memory: (Number(kilobytes) * 1024) / 1e6, handles: readdirSync(`/proc/${this.#child.pid}/fd`).length }
  }

  /** Sends SIGTERM; returns the exit status and the milliseconds it took. */
  async stop(): Promise<{ status: unknown; took: number }> {
    const asked = performance.now()
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const [status] = await ended
    return { status, took: performance.now() - asked }
  }

  /** Sends SIGKILL. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
