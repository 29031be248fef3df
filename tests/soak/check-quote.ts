// Checks a reply against the files without the bot's own code.
import type { Article } from './articles.ts'

/** Milliseconds after a change in which an answer may still quote the previous version. */
const STALE = 3_000

/**
 * Looks up the quotes of a reply.
 * @param askedAt milliseconds of `performance.now()`
 * @returns what is wrong, or undefined
 */
export function checkQuote(content: string, articles: readonly Article[], askedAt: number): string | undefined {
  const lines = content.split('\n')
  const quotes = lines.filter((line) => line.startsWith('> ')).map((line) => plain(line.slice(2)))
  for (const quote of quotes) {
    const source = articles.flatMap((article) => article.versions).find(({ text }) => text.includes(quote))
    if (source === undefined) return `is in no version of any file: ${quote}`
    if (source.until < askedAt - STALE) return `is no longer in the file: ${quote}`
    if (!plain(lines.at(-1) ?? '').includes(source.title)) return `names another source or version: ${content}`
  }
  return undefined
}

/** Removes escapes and bold marks. */
function plain(markdown: string): string {
  return markdown.replace(/\\(.)|\*\*/gsu, '$1')
}
