import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readdirSync, readFileSync } from 'node:fs'
import { settingNames } from '../../src/config.ts'
import type { StandIn } from '../stand-in/stand-in.ts'

/** What the saboteur in the bot's process is told. */
export interface Order {
  /** Milliseconds by which the clock is wrong. */
  readonly clock?: number
  /** The error of every write to the log; none when empty. */
  readonly log?: string
  /** The error of every write to the cache; none when empty. */
  readonly cache?: string
  /** Rejects a promise that nobody awaits. */
  readonly reject?: true
}

/** The built program in a process of its own. */
export class BotProcess {
  readonly #child: ChildProcess
  /** Why it ended, if it did. */
  ended: string | undefined

  private constructor(child: ChildProcess) {
    this.#child = child
    child.once('exit', (code, signal) => {
      this.ended = `exit status ${code ?? signal}`
    })
  }

  /**
   * @param place.log the file for its standard error
   * @param place.cache the folder for its snapshots
   * @param place.isSabotaged whether it heeds orders
   */
  static async start(
    discord: StandIn,
    { corpus, log, cache, isSabotaged }: { corpus: string; log: string; cache: string; isSabotaged: boolean },
  ): Promise<BotProcess> {
    const saboteur = ['--import', new URL('./saboteur.mjs', import.meta.url).href]
    const unset = Object.fromEntries(settingNames.map((name) => [name, '']))
    const child = spawn(process.execPath, [...(isSabotaged ? saboteur : []), 'dist/main.js', '--corpus', corpus], {
      env: {
        PATH: process.env.PATH,
        ...unset,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.url,
        CACHE_DIR: cache,
      },
      stdio: ['ignore', 'pipe', openSync(log, 'a'), 'ipc'],
    })
    const bot = new BotProcess(child)
    if (child.stdout) await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    if (bot.ended !== undefined) throw new Error(`the bot did not start; its log: ${readFileSync(log, 'utf8')}`)
    return bot
  }

  order(order: Order): void {
    this.#child.send(order)
  }

  /** The resident memory in megabytes, and how many files and sockets are open. */
  measure(): { memory: number; handles: number } {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8')
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/mu.exec(status) ?? []
    return { memory: (Number(kilobytes) * 1024) / 1e6, handles: readdirSync(`/proc/${this.#child.pid}/fd`).length }
  }

  /** Asks it to end; gives its exit status, and how many milliseconds that took. */
  async stop(): Promise<{ status: unknown; took: number }> {
    const asked = performance.now()
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    const [status] = await ended
    return { status, took: performance.now() - asked }
  }

  /** Ends it whatever it does. */
  kill(): void {
    this.#child.kill('SIGKILL')
  }
}
