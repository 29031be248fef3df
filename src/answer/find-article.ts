// Finds the article that a person names.
import type { Article } from '../corpus/article.ts'

/**
 * The article meant by a path with or without extension, a bare file name, a folder's name (of its index file), or a title.
 * `undefined` when no article has that name, or several do.
 */
export function findArticle<T extends Pick<Article, 'id' | 'file' | 'title'>>(
  articles: readonly T[],
  name: string,
): T | undefined {
  const typed = name
    .normalize('NFC')
    .trim()
    .replaceAll('\\', '/')
    .replace(/^\.?\//u, '')
  const exact = articles.find(({ id, file }) => id === name || id === typed || file === typed)
  if (exact) return exact
  const lower = typed.toLowerCase()
  const folded = foldName(typed)
  if (folded === '') return undefined
  return (
    only(articles, ({ id, file }) => id.toLowerCase() === lower || file.toLowerCase() === lower) ??
    only(articles, ({ id, file }) => lastName(id) === lower || lastName(file) === lower) ??
    only(articles, ({ id }) => INDEX.test(id) && lastName(id.replace(INDEX, '')) === lower) ??
    only(articles, ({ title }) => foldName(title) === folded) ??
    only(articles, ({ id }) => foldName(lastName(id)) === folded)
  )
}

/** The file that stands for its folder. */
const INDEX = /\/(?:_?index|readme)$/iu

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}

function only<T>(articles: readonly T[], test: (article: T) => boolean): T | undefined {
  const [found, another] = articles.filter(test)
  return another === undefined ? found : undefined
}

/** Without case, accents and punctuation: how people type titles. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
