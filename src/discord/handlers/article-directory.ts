/** Finds articles by the names people type and by the keys in custom ids. */
import { setImmediate } from 'node:timers/promises'
import { findArticle, foldName } from '../../answer/find-article.ts'
import type { Article } from '../../corpus/article.ts'
import { articleKey } from '../replies/fingerprint.ts'
import { limits } from '../replies/limits.ts'
import { truncate } from '../replies/truncate.ts'

export interface ArticleDirectory {
  readonly articles: readonly Article[]
  findByKey(key: string): Article | undefined
  /** Finds an article by path, key, file name or title, or by a part of exactly one path or title. */
  findByName(name: string): Article | undefined
  /** At most 25 autocomplete choices: titles that start with the text, then ids and titles that contain it. */
  choices(typed: string): { readonly name: string; readonly value: string }[]
  /** The articles whose titles share most words with a name; at most three. */
  nearest(name: string): Article[]
}

const MAX_NEAREST = 3

/** Articles added before the event loop gets a turn. */
const BATCH_SIZE = 500

export async function createArticleDirectory(articles: readonly Article[]): Promise<ArticleDirectory> {
  const entries: { readonly article: Article; readonly key: string; readonly title: string }[] = []
  for (const article of articles) {
    entries.push({ article, key: articleKey(article.id), title: foldName(article.title) })
    if (entries.length % BATCH_SIZE === 0) await setImmediate()
  }
  const byKey = new Map(entries.map(({ key, article }) => [key, article]))
  const titleCounts = new Map<string, number>()
  for (const { title } of entries) titleCounts.set(title, (titleCounts.get(title) ?? 0) + 1)

  const matching = (typed: string): Article[] => {
    const folded = foldName(typed)
    const containing = entries.filter(
      ({ article, title }) => title.includes(folded) || foldName(article.id).includes(folded),
    )
    const starting = containing.filter(({ title }) => title.startsWith(folded))
    return [...new Set([...starting, ...containing])].map(({ article }) => article)
  }
  const isUnique = (title: string) => titleCounts.get(foldName(title)) === 1
  return {
    articles,
    findByKey: (key) => byKey.get(key),
    findByName(name) {
      const exact = byKey.get(name) ?? findArticle(articles, name)
      const [only, another] = exact ? [exact] : matching(name)
      return another ? undefined : only
    },
    choices: (typed) =>
      matching(typed)
        .slice(0, limits.choices)
        .map(({ id, title }) => ({
          name: truncate(isUnique(title) ? title : `${title} (${id})`, limits.choiceText),
          value: id.length <= limits.choiceText ? id : articleKey(id),
        })),
    nearest(name) {
      const words = new Set(foldName(name).split(' '))
      const sharedWords = (title: string) => title.split(' ').filter((word) => words.has(word)).length
      return entries
        .map(({ article, title }) => ({ article, score: sharedWords(title) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, MAX_NEAREST)
        .map(({ article }) => article)
    },
  }
}
