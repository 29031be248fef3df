/** How the bot’s process fails at the start. */
import { expect, onTestFinished, test } from 'vitest'
import { runVerbatim } from '../../run-verbatim.ts'
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts'

async function openDiscord(): Promise<{ discord: StandIn; env: Record<string, string> }> {
  const discord = await startStandIn({ token: 'the.local.token' })
  onTestFinished(() => discord.stop())
  return { discord, env: { DISCORD_TOKEN: 'the.local.token', DISCORD_API_URL: discord.url } }
}

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
