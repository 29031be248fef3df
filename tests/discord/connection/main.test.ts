/** The program as a bot, from the command line. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { command, elsewhere, runVerbatim } from '../../run-verbatim.ts'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'

async function openDiscord(): Promise<{ discord: StandIn; env: Record<string, string> }> {
  const discord = await startStandIn({ token: 'the.local.token' })
  onTestFinished(() => discord.stop())
  return { discord, env: { DISCORD_TOKEN: 'the.local.token', DISCORD_API_URL: discord.url } }
}

test('runs the bot over corpus/ when there is a token, until SIGTERM', { timeout: 30_000 }, async () => {
  const { discord, env } = await openDiscord()
  const bot = spawn(process.execPath, command, { cwd: elsewhere, env })
  const [stderr, ended] = [text(bot.stderr), once(bot, 'close')]
  await once(bot.stdout, 'data')
  discord.say(discord.alice, discord.general, `<@${discord.bot.id}> When did Kim last meet Putin?`)
  const { content } = await discord.nextMessage(discord.general)
  expect(content).toContain('Kim last met with Putin in Vladivostok in **2019**.')
  bot.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await stderr).not.toContain('the.local.token')
  expect(discord.violations).toEqual([])
})

/** Without the line that says that there is no SQLite, where an optional package is missing. */
const withoutNotice = (stderr: string): string =>
  stderr.replace(/^unanswered questions and feedback are not kept: .*\n/u, '')

test('exits with one line and a remedy when the token is refused', { timeout: 30_000 }, async () => {
  const { env } = await openDiscord()
  const { status, stdout, stderr } = await runVerbatim([], { env: { ...env, DISCORD_TOKEN: 'another.secret.token' } })
  expect(withoutNotice(stderr)).toMatch(/^verbatim: .*DISCORD_TOKEN.*\n$/u)
  expect(stderr).not.toContain('another.secret.token')
  // EX_CONFIG: restarting will not help.
  expect({ status, stdout }).toEqual({ status: 78, stdout: '' })
})

test('exits with one line when Discord cannot be reached', { timeout: 30_000 }, async () => {
  const env = { DISCORD_TOKEN: 'the.local.token', DISCORD_API_URL: 'http://127.0.0.1:9/api' }
  const { status, stderr } = await runVerbatim([], { env })
  expect(withoutNotice(stderr)).toMatch(/^verbatim: Discord cannot be reached .*DISCORD_API_URL.*\n$/u)
  expect(status).toBe(1)
})
