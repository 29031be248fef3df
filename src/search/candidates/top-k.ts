// The best-scoring ids among many.

/** A bounded heap of the `size` best-scoring ids; ties go to the lower id. */
export class TopK {
  readonly #size: number
  /** A binary heap in two columns, the worst entry at 0: a question offers thousands of ids, which need no object each. */
  readonly #ids: number[] = []
  readonly #scores: number[] = []

  constructor(size: number) {
    this.#size = size
  }

  offer(id: number, score: number): void {
    if (this.#ids.length < this.#size) {
      this.#ids.push(id)
      this.#scores.push(score)
      this.#siftUp(this.#ids.length - 1, id, score)
    } else if (this.#isWorse(0, id, score)) this.#siftDown(id, score)
  }

  /** The score that an id must reach to be kept. */
  threshold(): number {
    return this.#ids.length < this.#size ? Number.NEGATIVE_INFINITY : this.#scoreAt(0)
  }

  /** In no particular order. */
  ids(): number[] {
    return [...this.#ids]
  }

  #scoreAt(place: number): number {
    return this.#scores[place] ?? Number.NEGATIVE_INFINITY
  }

  /** Whether the entry at a place is worse than another id. */
  #isWorse(place: number, id: number, score: number): boolean {
    const own = this.#scoreAt(place)
    return own < score || (own === score && (this.#ids[place] ?? 0) > id)
  }

  #put(place: number, id: number, score: number): void {
    this.#ids[place] = id
    this.#scores[place] = score
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#ids[from] ?? 0, this.#scoreAt(from))
  }

  /** Moves an entry up from a free place, past those that are better. */
  #siftUp(free: number, id: number, score: number): void {
    let place = free
    while (place > 0) {
      const parent = (place - 1) >> 1
      if (this.#isWorse(parent, id, score)) break
      this.#move(parent, place)
      place = parent
    }
    this.#put(place, id, score)
  }

  /** Replaces the worst entry, moving the new one down past those that are worse. */
  #siftDown(id: number, score: number): void {
    let place = 0
    for (;;) {
      let worst = 2 * place + 1
      if (worst >= this.#size) break
      const right = worst + 1
      if (right < this.#size && this.#isWorse(right, this.#ids[worst] ?? 0, this.#scoreAt(worst))) worst = right
      if (!this.#isWorse(worst, id, score)) break
      this.#move(worst, place)
      place = worst
    }
    this.#put(place, id, score)
  }
}
