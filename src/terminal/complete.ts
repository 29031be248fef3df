// Completes what is typed in the chat: names of articles, and commands.
import type { Article } from '../corpus/article.ts'
import { slashCommands } from './conversation.ts'

/** More completions than this are not listed. */
const MOST_LISTED = 40

/**
 * The completions of a line, and the end of the line that they replace: the longest run of words at its end that a title
 * or a path begins with.
 */
export function complete(line: string, articles: readonly Article[]): [completions: string[], replaced: string] {
  if (/^\/\S*$/u.test(line)) return [slashCommands.filter((command) => command.startsWith(line)), line]
  const names = articles.flatMap(({ id, title }) => [id, title])
  for (const { index } of line.matchAll(/(?<!\S)\S/gu)) {
    const typed = line.slice(index)
    const lower = typed.toLowerCase()
    const found = names.filter((name) => name.toLowerCase().startsWith(lower))
    if (found.length > 0 && typed.length > 1) return [found.length > MOST_LISTED ? [] : [...new Set(found)], typed]
  }
  return [[], line]
}
