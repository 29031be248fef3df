// Long loops that let the event loop turn.
import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work between two turns. */
const LONGEST = 5

/** Passes items on, and lets other work run whenever some time has gone. */
export async function* withPauses<T>(items: Iterable<T>): AsyncGenerator<T> {
  let began = performance.now()
  for (const item of items) {
    yield item
    if (performance.now() - began < LONGEST) continue
    await setImmediate()
    began = performance.now()
  }
}
