// What came of fetching a page or a feed again, and how it is reported.
import type { AddedArticle } from '../save-article.ts'

/** `name` is a file's path or an address, `message` one line. */
export type Update =
  /** Paths are relative to the folder `corpus`. */
  | { readonly kind: 'fetched'; readonly corpus: string; readonly articles: readonly AddedArticle[] }
  /** The article of a page that is gone stays. */
  | { readonly kind: 'gone'; readonly path: string; readonly source: string }
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }

/** What is reported of an update that brought nothing. */
export function updateLine(update: Exclude<Update, { kind: 'fetched' }>): string {
  return update.kind === 'gone'
    ? `${update.path}: the page ${update.source} is gone; its last version stays`
    : `${update.name} was not refreshed: ${update.message}`
}
