// Writes to a store in the background, one write after the other, so that no answer waits for it.
import { setImmediate } from 'node:timers/promises'
import { messageOf } from '../errors.ts'
import type { Store } from './store.ts'

/** Writes that may wait; further ones are dropped, so that a store that hangs costs no memory. */
const MAX_WAITING = 1_000

export class WriteQueue {
  readonly #store: Store
  readonly #onProblem: (line: string) => void
  #last: Promise<void> = Promise.resolve()
  #waiting = 0
  #isFailing = false

  /** @param onProblem receives a line when writing begins to fail, and when it works again */
  constructor(store: Store, onProblem: (line: string) => void) {
    this.#store = store
    this.#onProblem = onProblem
  }

  /** Never throws. */
  push(write: (store: Store) => Promise<unknown>): void {
    if (this.#waiting === MAX_WAITING) return
    this.#waiting++
    this.#last = this.#last.then(() => this.#run(write))
  }

  /** Resolves when all writes so far have succeeded or failed. */
  drained(): Promise<void> {
    return this.#last
  }

  async #run(write: (store: Store) => Promise<unknown>): Promise<void> {
    // Events of Discord have their turn between two writes.
    await setImmediate()
    try {
      await write(this.#store)
      if (this.#isFailing) this.#onProblem('the store can be written again')
      this.#isFailing = false
    } catch (error) {
      if (!this.#isFailing)
        this.#onProblem(
          `the store cannot be written (${messageOf(error)}): questions and feedback are not kept until it can`,
        )
      this.#isFailing = true
    } finally {
      this.#waiting--
    }
  }
}
