// Rate limits that seem to last for an hour, because the clock was set back while they lasted.
import { Routes } from 'discord.js'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createClient } from '../../../src/discord/connection/client.ts'
import { noObserver } from '../../../src/observer.ts'
import { startStandIn } from '../../stand-in/stand-in.ts'

test('sends a request again whose own rate limit would last for an hour', async () => {
  const discord = await startStandIn()
  onTestFinished(() => discord.stop())
  onTestFinished(() => void vi.restoreAllMocks())
  const { rest } = createClient(discord.url, undefined, noObserver).client
  rest.setToken(discord.token)
  const { now } = Date
  // discord.js has just noted when the limit ends.
  rest.on('rateLimited', () => vi.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000))
  discord.fail({ method: 'GET', path: '/users/@me', how: 429, retryAfter: 0.01 })
  expect(await rest.get(Routes.user())).toHaveProperty('bot', true)
})
