// Merges ascending lists of numbers, remembering which lists each number is in.
import { at } from '../../columns/at.ts'

/** An ascending list, `all` `[start, end)`, and the bits that mark its numbers. */
export interface BitList {
  readonly start: number
  readonly end: number
  readonly bits: number
}

/** Distinct numbers, ascending, each with the bits of the lists that hold it; the first `length` elements count. */
export interface Merged {
  readonly numbers: Uint32Array
  readonly bits: Uint32Array
  readonly length: number
}

/** Numbers merged at a time: few enough that their marks stay in the processor's first cache. */
const BLOCK = 4_096

/** Merges ascending lists of `all`, block by block: linear in what they hold. */
export function mergeLists(all: Uint32Array, lists: readonly BitList[]): Merged {
  const most = lists.reduce((sum, { start, end }) => sum + end - start, 0)
  const numbers = new Uint32Array(most)
  const bits = new Uint32Array(most)
  let length = 0
  if (most === 0) return { numbers, bits, length }
  const marks = new Uint32Array(BLOCK)
  /** One bit for each number of the block that is in a list. */
  const present = new Uint32Array(BLOCK / 32)
  const heads = lists.map(({ start }) => start)

  /** Marks a list's numbers in the block that begins at `from`; returns the index of its first number behind the block. */
  const mark = (head: number, list: BitList, from: number): number => {
    for (let i = head; i < list.end; i++) {
      const place = at(all, i) - from
      if (place >= BLOCK) return i
      marks[place] = at(marks, place) | list.bits
      present[place >>> 5] = at(present, place >>> 5) | (1 << (place & 31))
    }
    return list.end
  }
  for (;;) {
    let least = Number.POSITIVE_INFINITY
    for (const [i, { end }] of lists.entries()) {
      const head = heads[i] ?? end
      if (head < end) least = Math.min(least, at(all, head))
    }
    if (least === Number.POSITIVE_INFINITY) return { numbers, bits, length }
    const from = least - (least % BLOCK)
    for (const [i, list] of lists.entries()) heads[i] = mark(heads[i] ?? list.end, list, from)
    for (let word = 0; word < present.length; word++) {
      for (let left = at(present, word); left !== 0; left &= left - 1) {
        const place = 32 * word + 31 - Math.clz32(left & -left)
        numbers[length] = from + place
        bits[length++] = at(marks, place)
        marks[place] = 0
      }
      present[word] = 0
    }
  }
}
