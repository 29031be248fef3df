/** Waits for something to happen on the stand-in. */
import type { World } from './world/world.ts'

/** Default timeout in milliseconds. */
export const PATIENCE = 5_000

export interface WaitOptions {
  /** Milliseconds. */
  timeout?: number
  /** What is awaited, for the error. */
  what?: string
}

/**
 * Calls `look` now and after every event, until it returns something other than undefined and false.
 * @param report what to add to the error, such as the last requests
 * @throws {Error} after the timeout, and whatever `look` throws
 */
export function waitFor<T>(
  world: World,
  look: () => T | undefined | false,
  { timeout = PATIENCE, what = 'what the test waits for' }: WaitOptions,
  report: () => string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (): void => {
      clearTimeout(timer)
      world.listeners.delete(check)
    }
    const check = (): void => {
      try {
        const found = look()
        if (found === undefined || found === false) return
        finish()
        resolve(found)
      } catch (thrown) {
        finish()
        reject(thrown)
      }
    }
    const timer = setTimeout(() => {
      finish()
      reject(new Error(`Waited ${timeout} ms for ${what}. ${report()}`))
    }, timeout)
    // A forgotten wait must not keep the process alive.
    timer.unref()
    world.listeners.add(check)
    check()
  })
}
