// What the conversion of one document may use, and what may be read of a feed.

export const conversionLimits = {
  /** Processor time, so that a busy machine does not refuse what another reads. */
  milliseconds: 30_000,
  /** Resident memory of the process: the heap, typed arrays and the program itself. */
  memoryBytes: 512_000_000,
  /** UTF-8 bytes of Markdown. */
  outputBytes: 5_000_000,
} as const
export type ConversionLimits = Readonly<Record<keyof typeof conversionLimits, number>>

/** Characters of an address that is kept in a front matter, which must not grow beyond what is read of it. */
export const LONGEST_ADDRESS = 2_000
/** Entries of a feed that become articles. */
export const MOST_ENTRIES = 500
/** Milliseconds between two looks at a feed. */
export const FEED_INTERVAL = 10 * 60_000
