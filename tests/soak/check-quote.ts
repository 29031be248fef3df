import type { Article } from './articles.ts'

/** For how many milliseconds after a change an answer may still come from what the file held before. */
const STALE = 3_000

/**
 * Looks a reply up in the files themselves, with none of the bot's code.
 * @param askedAt milliseconds of `performance.now()`
 * @returns what is wrong with it, if anything is
 */
export function checkQuote(content: string, articles: readonly Article[], askedAt: number): string | undefined {
  const lines = content.split('\n')
  const quotes = lines.filter((line) => line.startsWith('> ')).map((line) => plain(line.slice(2)))
  for (const quote of quotes) {
    const source = articles.flatMap((article) => article.editions).find(({ text }) => text.includes(quote))
    if (source === undefined) return `is in no edition of any file: ${quote}`
    if (source.until < askedAt - STALE) return `is no longer in the file: ${quote}`
    if (!plain(lines.at(-1) ?? '').includes(source.title)) return `names another source or edition: ${content}`
  }
  return undefined
}

/** What a reader sees: no escapes, and nothing in bold. */
function plain(markdown: string): string {
  return markdown.replace(/\\(.)|\*\*/gsu, '$1')
}
