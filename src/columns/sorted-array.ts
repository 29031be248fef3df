// Binary and galloping search.
import { at } from './at.ts'

/** Binary search: the first index in `[start, end)` that satisfies a monotonic predicate, or `end`. */
export function binarySearch(isTrue: (number: number) => boolean, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The first index in `[start, end)` of an ascending array whose value is at least `value`, or `end`. */
export function lowerBound(ascending: Uint32Array, value: number, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(ascending, middle) >= value) high = middle
    else low = middle + 1
  }
  return low
}

/** As `lowerBound`, by galloping search: O(log distance) from `start`. */
export function gallop(ascending: Uint32Array, value: number, start: number, end: number): number {
  let [last, step] = [start, 1]
  while (last + step < end && at(ascending, last + step) < value) {
    last += step
    step *= 2
  }
  return lowerBound(ascending, value, last, Math.min(end, last + step + 1))
}
