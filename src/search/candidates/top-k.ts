// The best-scoring ids among many.

interface Entry {
  readonly id: number
  readonly score: number
}

/** A bounded heap of the `size` best-scoring ids; ties go to the lower id. */
export class TopK {
  readonly #size: number
  /** A binary heap, the worst entry at 0. */
  readonly #heap: Entry[] = []

  constructor(size: number) {
    this.#size = size
  }

  offer(id: number, score: number): void {
    const worst = this.#heap[0]
    if (this.#heap.length < this.#size) {
      this.#heap.push({ id, score })
      this.#siftUp(this.#heap.length - 1)
    } else if (worst && (score > worst.score || (score === worst.score && id < worst.id))) {
      this.#heap[0] = { id, score }
      this.#siftDown(0)
    }
  }

  /** The score that an id must reach to be kept. */
  threshold(): number {
    return this.#heap.length < this.#size
      ? Number.NEGATIVE_INFINITY
      : (this.#heap[0]?.score ?? Number.NEGATIVE_INFINITY)
  }

  /** In no particular order. */
  ids(): number[] {
    return this.#heap.map(({ id }) => id)
  }

  #isWorse(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (!first || !second) return false
    return first.score < second.score || (first.score === second.score && first.id > second.id)
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]]
    if (first && second) [this.#heap[a], this.#heap[b]] = [second, first]
  }

  #siftUp(from: number): void {
    for (let i = from; i > 0; ) {
      const parent = (i - 1) >> 1
      if (!this.#isWorse(i, parent)) return
      this.#swap(i, parent)
      i = parent
    }
  }

  #siftDown(from: number): void {
    for (let i = from; ; ) {
      let worst = i
      for (const child of [2 * i + 1, 2 * i + 2]) if (this.#isWorse(child, worst)) worst = child
      if (worst === i) return
      this.#swap(i, worst)
      i = worst
    }
  }
}
