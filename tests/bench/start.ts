// Measures `npm start` until the bot is on Discord.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { startStandIn } from '../stand-in/stand-in.ts'
import { median, printFigure } from './print.ts'

/** Milliseconds after which memory has settled. */
const RESTING = 20_000

/** Time from `npm start` to the line that the bot is on Discord, and its memory then. */
export async function benchStart(): Promise<void> {
  const discord = await startStandIn({ token: 'the.local.token' })
  const place = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATA_DIR: join(tmpdir(), 'verbatim-bench'),
  }
  const env = { ...process.env, ...place }
  try {
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      const started = performance.now()
      const npm = spawn('npm', ['start', '--silent'], { env, detached: true, stdio: ['ignore', 'pipe', 'ignore'] })
      await once(npm.stdout, 'data')
      times.push(performance.now() - started)
      if (npm.pid !== undefined) process.kill(-npm.pid)
      await once(npm, 'close')
    }
    printFigure('npm start to being on Discord, median of 5', `${median(times).toFixed(0)} ms`, 'at most 1,500 ms')
    const bot = spawn(process.execPath, ['dist/main.js'], { env, stdio: ['ignore', 'pipe', 'ignore'] })
    await once(bot.stdout, 'data')
    printFigure('  its memory', await memoryOf(bot.pid), 'at most 140 MB')
    await setTimeout(RESTING)
    printFigure('  and 20 seconds later', await memoryOf(bot.pid))
    bot.kill()
    await once(bot, 'close')
  } finally {
    await discord.stop()
  }
}

async function memoryOf(process: number | undefined): Promise<string> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(process)])
  return `${((Number(stdout) * 1024) / 1e6).toFixed(0)} MB`
}
