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
/** Merged numbers whose memory is used again: more than a question reads within its postings budget. */
const KEPT = 32_768

/**
 * Makes the function that merges ascending lists of `all`, block by block: linear in what they hold. Its result is valid
 * until the next call, whose numbers take the same memory.
 */
export function createMerger(all: Uint32Array): (lists: readonly BitList[]) => Merged {
  const marks = new Uint32Array(BLOCK)
  /** One bit for each number of the block that is in a list. */
  const present = new Uint32Array(BLOCK / 32)
  let kept = { numbers: new Uint32Array(0), bits: new Uint32Array(0) }

  const roomFor = (most: number) => {
    if (most <= kept.numbers.length) return kept
    const size = most <= KEPT ? Math.min(KEPT, 2 * most) : most
    const room = { numbers: new Uint32Array(size), bits: new Uint32Array(size) }
    if (size <= KEPT) kept = room
    return room
  }
  /** Marks a list's numbers in the block that begins at `from`; returns the index of its first number behind the block. */
  const mark = (head: number, { end, bits }: BitList, from: number): number => {
    for (let i = head; i < end; i++) {
      const place = at(all, i) - from
      if (place >= BLOCK) return i
      marks[place] = at(marks, place) | bits
      present[place >>> 5] = at(present, place >>> 5) | (1 << (place & 31))
    }
    return end
  }
  return (lists) => {
    const { numbers, bits } = roomFor(lists.reduce((sum, { start, end }) => sum + end - start, 0))
    // Should a merge have failed half way, nothing of it is left.
    marks.fill(0)
    present.fill(0)
    let left = lists.filter(({ start, end }) => start < end).map((list) => ({ list, head: list.start }))
    let length = 0
    while (left.length > 0) {
      let least = Number.POSITIVE_INFINITY
      for (const { head } of left) least = Math.min(least, at(all, head))
      const from = least - (least % BLOCK)
      let isRead = false
      for (const each of left) {
        each.head = mark(each.head, each.list, from)
        if (each.head === each.list.end) isRead = true
      }
      if (isRead) left = left.filter(({ head, list }) => head < list.end)
      for (let word = 0; word < present.length; word++) {
        for (let set = at(present, word); set !== 0; set &= set - 1) {
          const place = 32 * word + 31 - Math.clz32(set & -set)
          numbers[length] = from + place
          bits[length++] = at(marks, place)
          marks[place] = 0
        }
        present[word] = 0
      }
    }
    return { numbers, bits, length }
  }
}
