/** An ascending list, `all` `[start, end)`, and the bits that say of a number that it stands in it. */
export interface BitList {
  readonly start: number
  readonly end: number
  readonly bits: number
}

/** Distinct numbers, ascending, and the bits of the lists that each stands in. */
export interface Merged {
  readonly numbers: Uint32Array
  readonly bits: Int32Array
  readonly length: number
}

/** So many numbers are merged at a time: what is written meanwhile stays in the processor's nearest cache. */
const BLOCK = 4_096
const marks = new Int32Array(BLOCK)
/** A bit for each number of the block that stands in a list. */
const present = new Int32Array(BLOCK / 32)

/** Merges ascending lists of `all`. Costs what they hold, and little for each block of numbers that they reach into. */
export function mergeLists(all: Uint32Array, lists: readonly BitList[]): Merged {
  const most = lists.reduce((sum, { start, end }) => sum + end - start, 0)
  const numbers = new Uint32Array(most)
  const bits = new Int32Array(most)
  const heads = Uint32Array.from(lists, ({ start }) => start)
  let length = 0
  for (;;) {
    let least = Number.POSITIVE_INFINITY
    for (const [i, { end }] of lists.entries()) {
      const head = heads[i] ?? 0
      if (head < end) least = Math.min(least, all[head] ?? 0)
    }
    if (least === Number.POSITIVE_INFINITY) return { numbers, bits, length }
    const from = least - (least % BLOCK)
    for (const [i, list] of lists.entries()) heads[i] = mark(all, heads[i] ?? 0, list, from)
    for (let word = 0; word < present.length; word++) {
      for (let left = present[word] ?? 0; left !== 0; left &= left - 1) {
        const place = 32 * word + 31 - Math.clz32(left & -left)
        numbers[length] = from + place
        bits[length++] = marks[place] ?? 0
        marks[place] = 0
      }
      present[word] = 0
    }
  }
}

/** Marks a list's numbers in the block that begins at `from`; gives where the next block's begin. */
function mark(all: Uint32Array, head: number, { end, bits }: BitList, from: number): number {
  for (let at = head; at < end; at++) {
    const place = (all[at] ?? 0) - from
    if (place >= BLOCK) return at
    marks[place] = (marks[place] ?? 0) | bits
    present[place >>> 5] = (present[place >>> 5] ?? 0) | (1 << (place & 31))
  }
  return end
}
