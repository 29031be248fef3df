// Typed arrays that grow, and arrays in shared memory.
/** A growable `Uint32Array` or `Uint8Array`. */
export class GrowableArray<T extends Uint32Array | Uint8Array> {
  readonly #make: (room: ArrayBuffer | SharedArrayBuffer | number) => T
  #numbers: T
  length = 0

  constructor(make: (room: ArrayBuffer | SharedArrayBuffer | number) => T) {
    this.#make = make
    this.#numbers = make(1_024)
  }

  push(number: number): void {
    this.#reserve(1)
    this.#numbers[this.length++] = number
  }

  append(numbers: ArrayLike<number>): void {
    this.#reserve(numbers.length)
    this.#numbers.set(numbers, this.length)
    this.length += numbers.length
  }

  /** A copy in memory that threads share. */
  shared(): T {
    const { BYTES_PER_ELEMENT } = this.#numbers
    const numbers = this.#make(new SharedArrayBuffer(this.length * BYTES_PER_ELEMENT))
    numbers.set(this.#numbers.subarray(0, this.length))
    return numbers
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#numbers.length) return
    const larger = this.#make(Math.max(this.length + more, Math.ceil(this.#numbers.length * 1.5)))
    larger.set(this.#numbers)
    this.#numbers = larger
  }
}

export function growableNumbers(): GrowableArray<Uint32Array> {
  return new GrowableArray((room) => (typeof room === 'number' ? new Uint32Array(room) : new Uint32Array(room)))
}

export function growableBytes(): GrowableArray<Uint8Array> {
  return new GrowableArray((room) => (typeof room === 'number' ? new Uint8Array(room) : new Uint8Array(room)))
}

/** Shared memory holding `numbers`, or `numbers` zeros. */
export function sharedNumbers(numbers: number | readonly number[]): Uint32Array {
  const length = typeof numbers === 'number' ? numbers : numbers.length
  const shared = new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
  if (typeof numbers !== 'number') shared.set(numbers)
  return shared
}

const views = new WeakMap<Uint8Array, Buffer>()

/** A `Buffer` over the same bytes, to decode text from; cached. */
export function bufferOf(bytes: Uint8Array): Buffer {
  const view = views.get(bytes) ?? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  views.set(bytes, view)
  return view
}
