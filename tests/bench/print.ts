// Prints figures, and the statistics they need.

/** Prints what was measured, the figure, and the limit. */
export function printFigure(what: string, figure: string, limit = ''): void {
  console.log(`${what.padEnd(66)} ${figure.padStart(8)}${limit && `  (${limit})`}`)
}

export function median(numbers: readonly number[]): number {
  return percentile(numbers, 0.5)
}

/** The quantile `part` (0 to 1) of some numbers. */
export function percentile(numbers: readonly number[], part: number): number {
  return (
    numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN
  )
}
