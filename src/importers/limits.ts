// What the conversion of one document may use.

export const conversionLimits = {
  milliseconds: 30_000,
  /** Resident memory of the process: the heap, typed arrays and the program itself. */
  memoryBytes: 512_000_000,
  /** UTF-8 bytes of Markdown. */
  outputBytes: 5_000_000,
} as const
export type ConversionLimits = Readonly<Record<keyof typeof conversionLimits, number>>
