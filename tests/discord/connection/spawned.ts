/** Starts the bot as a process of its own. */
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { command, dataDir, elsewhere } from '../../run-verbatim.ts'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'

/** A bot process. */
export interface Spawned {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  /** All of standard error, once the process has exited. */
  readonly stderr: Promise<string>
  /** The exit status, or the signal that killed it. */
  readonly ended: Promise<number | string>
}

/** A stand-in that is stopped when the test has finished. */
export async function openDiscord(): Promise<StandIn> {
  const discord = await startStandIn({ token: 'the.local.token' })
  onTestFinished(() => discord.stop())
  return discord
}

/** @param before JavaScript to run in the process before the program */
export function spawnBot(discord: StandIn, before = ''): Spawned {
  const preload = `data:text/javascript,${encodeURIComponent(before)}`
  const bot = spawn(process.execPath, ['--import', preload, ...command], {
    cwd: elsewhere,
    env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void bot.kill('SIGKILL'))
  const ended = once(bot, 'exit').then(([status, signal]) => status ?? signal)
  return { process: bot, stderr: text(bot.stderr).catch(() => ''), ended }
}

/** Starts a bot, and waits until it is connected and has registered its commands. */
export async function startedBot(discord: StandIn, before?: string): Promise<Spawned> {
  const bot = spawnBot(discord, before)
  await discord.waitFor(() => discord.commands.length > 0 && discord.gateway.sessions.some((each) => each.connected), {
    timeout: 20_000,
    what: 'the bot to connect',
  })
  return bot
}
