/** Retries of failed requests. */
import type { DefaultRestOptions } from 'discord.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { retryRequests } from '../../../src/discord/connection/retry-requests.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Send = typeof DefaultRestOptions.makeRequest

/** A `send` that fails for some seconds, and the seconds at which it was called. */
function unreachableFor(seconds: number): { send: Send; tried: number[] } {
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

test('retries through an outage of sixty seconds, often enough for an interaction at first', async () => {
  const { send, tried } = unreachableFor(60)
  const sending = retryRequests(send, () => 90_000)('http://127.0.0.1', {})
  await vi.advanceTimersByTimeAsync(70_000)
  expect((await sending).status).toBe(200)
  expect(tried.length).toBeLessThan(30)
  expect(tried.filter((second) => second < 3).length).toBeGreaterThan(4)
})

test('does not retry the answer to an interaction past the three seconds in which Discord takes it', async () => {
  const { send, tried } = unreachableFor(1_000)
  const url = 'http://127.0.0.1/api/v10/interactions/1/token/callback'
  const sending = expect(retryRequests(send, () => 90_000)(url, {})).rejects.toThrow('ECONNREFUSED')
  await vi.advanceTimersByTimeAsync(5_000)
  await sending
  expect(tried.every((second) => second < 3)).toBe(true)
  expect(tried.length).toBeGreaterThan(10)
})

test('gives up in the end with the last error', async () => {
  const { send } = unreachableFor(1_000)
  const sending = expect(retryRequests(send, () => 90_000)('http://127.0.0.1', {})).rejects.toThrow('ECONNREFUSED')
  await vi.advanceTimersByTimeAsync(100_000)
  await sending
})

test('does not retry a refusal', async () => {
  const send = vi.fn<Send>(async () => new Response('{}', { status: 403 }))
  expect((await retryRequests(send, () => 90_000)('http://127.0.0.1', {})).status).toBe(403)
  expect(send).toHaveBeenCalledOnce()
})
