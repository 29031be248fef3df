/** The places of the largest numbers among those offered, of equal ones the first places; a heap of at most `size`. */
export class TopK {
  readonly #size: number
  readonly #places: number[] = []
  readonly #numbers: number[] = []

  constructor(size: number) {
    this.#size = size
  }

  offer(place: number, number: number): void {
    const at = this.#places.length
    if (at < this.#size) {
      this.#places.push(place)
      this.#numbers.push(number)
      this.#rise(at)
    } else if (this.#isWorse(this.#places[0] ?? 0, this.#numbers[0] ?? 0, place, number)) {
      this.#places[0] = place
      this.#numbers[0] = number
      this.#sink(0)
    }
  }

  /** What a number must reach to be among the largest. */
  least(): number {
    return this.#places.length < this.#size ? Number.NEGATIVE_INFINITY : (this.#numbers[0] ?? 0)
  }

  /** In no order. */
  places(): number[] {
    return [...this.#places]
  }

  #isWorse(place: number, number: number, other: number, otherNumber: number): boolean {
    return number < otherNumber || (number === otherNumber && place > other)
  }

  /** Whether the one at `a` is worse than the one at `b`: the worst of all stands at 0. */
  #under(a: number, b: number): boolean {
    return this.#isWorse(this.#places[a] ?? 0, this.#numbers[a] ?? 0, this.#places[b] ?? 0, this.#numbers[b] ?? 0)
  }

  #swap(a: number, b: number): void {
    const [place = 0, number = 0] = [this.#places[a], this.#numbers[a]]
    this.#places[a] = this.#places[b] ?? 0
    this.#numbers[a] = this.#numbers[b] ?? 0
    this.#places[b] = place
    this.#numbers[b] = number
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const above = (at - 1) >> 1
      if (!this.#under(at, above)) return
      this.#swap(at, above)
      at = above
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      let least = at
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.#places.length && this.#under(below, least)) least = below
      if (least === at) return
      this.#swap(at, least)
      at = least
    }
  }
}
