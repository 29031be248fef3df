/** The first number of `[start, end)` that something is true of, as it then is of all after it; `end` where it is of none. */
export function binarySearch(isTrue: (number: number) => boolean, start: number, end: number): number {
  let [low, high] = [start, end]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** The first place in `[start, end)` of an ascending array whose value is at least `value`; `end` where there is none. */
export function lowerBound(ascending: Uint32Array, value: number, start: number, end: number): number {
  return binarySearch((at) => (ascending[at] ?? value) >= value, start, end)
}

/** The same, found in steps that double from `start`: it costs what the way there costs, not the whole. */
export function gallop(ascending: Uint32Array, value: number, start: number, end: number): number {
  let [last, step] = [start, 1]
  while (last + step < end && (ascending[last + step] ?? 0) < value) {
    last += step
    step *= 2
  }
  return lowerBound(ascending, value, last, Math.min(end, last + step + 1))
}
