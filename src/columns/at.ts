// Checked access to the elements of a column.

/**
 * Element `index` of a column.
 * @throws RangeError where there is none, so that a wrong index never reads as 0
 */
export function at(column: Uint32Array | Uint8Array, index: number): number {
  const value = column[index]
  if (value === undefined) throw new RangeError(`no element ${index} in a column of ${column.length}`)
  return value
}

/** As `at`, for a column of fractions: a function of its own, because V8 compiles a function for the columns that it has met. */
export function fractionAt(column: Float64Array, index: number): number {
  const value = column[index]
  if (value === undefined) throw new RangeError(`no element ${index} in a column of ${column.length}`)
  return value
}
