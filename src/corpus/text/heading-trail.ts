// Keeps track of the headings above a place in a file.

interface Open {
  readonly text: string
  readonly level: number
  /** The offset where its content ends. */
  readonly until: number
}

/** The headings that are open as a file is read from start to end. */
export function createTrail() {
  let headings: readonly Open[] = []
  return {
    /** Ends the headings that a new one of this level at an offset replaces. */
    close(level: number, offset: number): void {
      headings = headings.filter((heading) => heading.level < level && heading.until > offset)
    },
    open(text: string, level: number, until = Number.POSITIVE_INFINITY): void {
      headings = [...headings, { text, level, until }]
    },
    /** The headings above an offset, outermost first. */
    above(offset: number): string[] {
      headings = headings.filter(({ until }) => until > offset)
      return headings.map(({ text }) => text)
    },
  }
}
