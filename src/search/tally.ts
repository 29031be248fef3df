/**
 * Sums over some of very many places, for one question after another. Of one word only the first amount counts at a place,
 * so the best should come first. Clearing it costs nothing, whatever its size.
 */
export class Tally {
  /** Of each place `2p` the stamp of the last word that counted there: below `#since` it is of an earlier question. */
  readonly #stamps: Uint32Array
  /** Of each place `2p + 1` the sum, right beside its stamp, so that one look into memory finds both. */
  readonly #sums: Float32Array
  #stamp = 1
  #since = 1
  #touched: number[] = []

  constructor(places: number) {
    this.#stamps = new Uint32Array(2 * places)
    this.#sums = new Float32Array(this.#stamps.buffer)
  }

  /** Forgets all sums. */
  clear(): void {
    if (this.#stamp > 0xf000_0000) {
      this.#stamps.fill(0)
      this.#stamp = 0
    }
    this.#since = ++this.#stamp
    this.#touched = []
  }

  /** Begins another word. */
  next(): void {
    this.#stamp++
  }

  add(place: number, amount: number): void {
    const stamp = this.#stamps[2 * place] ?? 0
    if (stamp === this.#stamp) return
    this.#stamps[2 * place] = this.#stamp
    if (stamp < this.#since) {
      this.#sums[2 * place + 1] = amount
      this.#touched.push(place)
    } else this.#sums[2 * place + 1] = (this.#sums[2 * place + 1] ?? 0) + amount
  }

  /** The sum at a place; 0 where nothing was added. */
  of(place: number): number {
    return (this.#stamps[2 * place] ?? 0) < this.#since ? 0 : (this.#sums[2 * place + 1] ?? 0)
  }

  /** The places where something was added, as they came. */
  touched(): readonly number[] {
    return this.#touched
  }
}
