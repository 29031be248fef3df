// What the first lines of a document's Markdown say of it.
import { readDateLine } from '../../corpus/metadata/date-line.ts'

/** A date stands below the title, the subtitle and the authors. */
const TOP_LINES = 8

/** The first line near the top that says a day and nothing else. */
export function dateNearTop(markdown: string, language?: string): string | undefined {
  for (const line of topLines(markdown)) {
    const day = readDateLine(plainOf(line), language)
    if (day !== undefined) return day
  }
  return undefined
}

/** The first heading near the top. */
export function headingNearTop(markdown: string): string | undefined {
  const heading = topLines(markdown).find((line) => /^#{1,6} /u.test(line))
  return heading === undefined ? undefined : plainOf(heading)
}

function topLines(markdown: string): string[] {
  return markdown
    .slice(0, 10_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, TOP_LINES)
}

function plainOf(line: string): string {
  return line
    .replace(/^#{1,6} /u, '')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/[*_]{1,2}/gu, '')
    .trim()
}
