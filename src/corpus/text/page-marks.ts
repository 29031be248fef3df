// Where pages begin in an article that was imported from a PDF: comments, such as `<!-- page 12 -->`.
import type { Article } from '../article.ts'

/** Begins a page; 1-based. Stands within a paragraph too. */
export function pageMark(page: number): string {
  return `<!-- page ${page} -->`
}

/** A mark, with the number of its page. */
export const PAGE_MARK = /<!-- page (\d{1,5}) -->/gu

/** UTF-16 units in which the mark of the first page stands: importers write it after their front matter. */
const TOP = 4_096
/** Pages of more units are rare, and are searched step by step. */
const STEP = 8_192
const LONGEST_MARK = 24

/** The page on which an offset into an article's text stands; `undefined` without page marks. */
export function pageAt({ text }: Pick<Article, 'text'>, offset: number): number | undefined {
  if (!text.slice(0, TOP).includes(pageMark(1))) return undefined
  for (let end = offset; end > 0; end -= STEP) {
    const part = text.slice(Math.max(0, end - STEP - LONGEST_MARK), end)
    const page = [...part.matchAll(PAGE_MARK)].at(-1)?.[1]
    if (page !== undefined) return Number(page)
  }
  return undefined
}
