// Bounds how long something is waited for.
import { setTimeout } from 'node:timers/promises'

/** Waits for a promise, but at most so many milliseconds. */
export async function atMost(milliseconds: number, done: Promise<unknown>): Promise<void> {
  const timer = new AbortController()
  await Promise.race([done, setTimeout(milliseconds, undefined, timer)])
  timer.abort()
}
