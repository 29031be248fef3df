// Keeps the values that were used last.

/** Values up to a size in all, of which the ones used last stay. */
export class RecentlyUsed<Key, Value> {
  readonly #limit: number
  readonly #sizeOf: (value: Value) => number
  /** The one used last is the last. */
  readonly #values = new Map<Key, Value>()
  #size = 0

  constructor(limit: number, sizeOf: (value: Value) => number) {
    this.#limit = limit
    this.#sizeOf = sizeOf
  }

  async get(key: Key, make: () => Promise<Value>): Promise<Value> {
    const value = this.#values.get(key) ?? (await make())
    this.#remove(key)
    this.#values.set(key, value)
    this.#size += this.#sizeOf(value)
    for (const oldest of this.#values.keys()) {
      if (this.#size <= this.#limit) break
      this.#remove(oldest)
    }
    return value
  }

  #remove(key: Key): void {
    const value = this.#values.get(key)
    if (value === undefined) return
    this.#values.delete(key)
    this.#size -= this.#sizeOf(value)
  }
}
