/** Bits at some of very many places, for one question after another. Clearing them costs nothing, whatever their number. */
export class Marks {
  /** Of each place `2p` the number of the question that it was marked for, `2p + 1` its bits: one look finds both. */
  readonly #cells: Uint32Array
  #question = 1

  constructor(places: number) {
    this.#cells = new Uint32Array(2 * places)
  }

  clear(): void {
    this.#question++
    if (this.#question <= 0xffff_ffff) return
    this.#cells.fill(0)
    this.#question = 1
  }

  add(place: number, bits: number): void {
    const cell = 2 * place
    if (this.#cells[cell] === this.#question) {
      this.#cells[cell + 1] = (this.#cells[cell + 1] ?? 0) | bits
      return
    }
    this.#cells[cell] = this.#question
    this.#cells[cell + 1] = bits
  }

  /** The bits at a place, 0 where there are none. */
  of(place: number): number {
    const cell = 2 * place
    return this.#cells[cell] === this.#question ? (this.#cells[cell + 1] ?? 0) : 0
  }
}
