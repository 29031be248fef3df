// Levels of headings on a page: below the title, and without gaps.

type Level = 2 | 3 | 4 | 5 | 6

const LEVELS = [2, 3, 4, 5, 6] as const

/** Gives each heading, in order, the level on the page for its level in the article. */
export function createHeadingLevels(): (depth: number) => Level {
  const open: number[] = []
  return (depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop()
    open.push(depth)
    return LEVELS[open.length - 1] ?? 6
  }
}
