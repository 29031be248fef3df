// A set of term ids.
import { at } from '../../columns/at.ts'

/** A bitset of term ids below `size`; small enough to stay in the processor's cache while sentences are scanned. */
export class TermSet {
  readonly #bits: Uint32Array

  constructor(size: number, terms: Iterable<number>) {
    this.#bits = new Uint32Array((size >>> 5) + 1)
    for (const term of terms) this.#bits[term >>> 5] = at(this.#bits, term >>> 5) | (1 << (term & 31))
  }

  has(term: number): boolean {
    return ((at(this.#bits, term >>> 5) >>> (term & 31)) & 1) === 1
  }
}
