/** Some of very many terms, a bit each, for one question after another: so little room is always near the processor. */
export class TermSet {
  readonly #bits: Uint32Array
  #terms: readonly number[] = []

  /** @param most terms are below it */
  constructor(most: number) {
    this.#bits = new Uint32Array((most >>> 5) + 1)
  }

  /** Holds these terms from now on, and no others. */
  become(terms: Iterable<number>): void {
    for (const term of this.#terms) this.#bits[term >>> 5] = 0
    this.#terms = [...terms]
    for (const term of this.#terms) this.#bits[term >>> 5] = (this.#bits[term >>> 5] ?? 0) | (1 << (term & 31))
  }

  has(term: number): boolean {
    return (((this.#bits[term >>> 5] ?? 0) >>> (term & 31)) & 1) === 1
  }
}
