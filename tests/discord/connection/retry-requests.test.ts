/** Retries of failed requests. */
import type { DefaultRestOptions } from 'discord.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { retryRequests } from '../../../src/discord/connection/retry-requests.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Send = typeof DefaultRestOptions.makeRequest

/** Sends to a Discord that is out of reach for some seconds; tells the seconds at which it was tried. */
function outOfReachFor(seconds: number): { send: Send; tried: number[] } {
  const started = performance.now()
  const tried: number[] = []
  return {
    tried,
    send: async () => {
      const now = (performance.now() - started) / 1_000
      tried.push(now)
      if (now < seconds) throw new Error('connect ECONNREFUSED')
      return new Response('{}')
    },
  }
}

test('a request outlives sixty seconds without Discord, and is tried often enough for an interaction', async () => {
  const { send, tried } = outOfReachFor(60)
  const sending = retryRequests(send, () => 90_000)('http://127.0.0.1', {})
  await vi.advanceTimersByTimeAsync(70_000)
  expect((await sending).status).toBe(200)
  expect(tried.length).toBeLessThan(30)
  expect(tried.filter((second) => second < 3).length).toBeGreaterThan(4)
})

test('a request is given up in the end, with the reason', async () => {
  const { send } = outOfReachFor(1_000)
  const sending = expect(retryRequests(send, () => 90_000)('http://127.0.0.1', {})).rejects.toThrow('ECONNREFUSED')
  await vi.advanceTimersByTimeAsync(100_000)
  await sending
})

test('a refusal is no reason to ask again', async () => {
  const send = vi.fn<Send>(async () => new Response('{}', { status: 403 }))
  expect((await retryRequests(send, () => 90_000)('http://127.0.0.1', {})).status).toBe(403)
  expect(send).toHaveBeenCalledOnce()
})
