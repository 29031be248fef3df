// Finds what each page of a PDF repeats: running heads, feet, and page numbers.
import { type Line, mostOf } from './lines.ts'

/** So many lines at the top and at the bottom of a page are compared. */
const EDGE_LINES = 3

/** The pages without the lines at their edges that are page numbers, or are the same (numbers aside) on other pages. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): Line[][] {
  const all = pages.flat()
  if (all.length === 0) return []
  const size = mostOf(all, (line) => line.size)
  const seen = new Map<string, Set<number>>()
  // Slides repeat their titles, which are larger than the text.
  const edges = pages.map((lines) => edgesOf(lines).filter((line) => line.size <= 1.1 * size))
  for (const [i, lines] of edges.entries())
    for (const line of lines) {
      const key = keyOf(line)
      const on = seen.get(key) ?? new Set()
      seen.set(key, on.add(i))
    }
  // Left and right pages of a book have different heads; the first page of a chapter has none.
  const enough = Math.max(2, Math.min(3, Math.floor(pages.length / 3)))
  return pages.map((lines, i) => {
    const edge = new Set(edges[i])
    const isRunning = (line: Line) =>
      edge.has(line) && (isPageNumber(line, lines) || (seen.get(keyOf(line))?.size ?? 0) >= enough)
    return lines.filter((line) => !isRunning(line))
  })
}

function edgesOf(lines: readonly Line[]): Line[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  return [...new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)])]
}

/** Its words, without numbers, at its height on the page. */
function keyOf({ text, y }: Line): string {
  return `${text.replace(/\d+|\b[ivxlc]+\b/giu, '#')} ${Math.round(y / 6)}`
}

const PAGE_NUMBER =
  /^(?:[-–—|\s]*)(?:(?:page|seite|página|pagina|sayfa)\s+)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?(?:[-–—|\s]*)$/iu

function isPageNumber(line: Line, lines: readonly Line[]): boolean {
  if (!PAGE_NUMBER.test(line.text)) return false
  const others = lines.filter((each) => each !== line).map(({ y }) => y)
  // Outermost on its page: a number in a table is not.
  return others.every((y) => y < line.y) || others.every((y) => y > line.y)
}
