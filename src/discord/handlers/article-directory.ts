/** Finds articles by the names people type and by the keys in custom ids. */
import { setImmediate } from 'node:timers/promises'
import { LimitedCollection } from 'discord.js'
import { findArticle, foldName } from '../../answer/find-article.ts'
import type { Article } from '../../corpus/article.ts'
import { type Audience, isVisible } from '../../corpus/audience.ts'
import { articleKey } from '../replies/fingerprint.ts'
import { limits } from '../replies/limits.ts'
import { truncate } from '../replies/markdown/truncate.ts'

export interface ArticleDirectory {
  readonly articles: readonly Article[]
  /** The servers with articles of their own. */
  readonly servers: readonly string[]
  /** The directory of what an audience may see. */
  visibleTo(audience: Audience): ArticleDirectory
  /** The directory of a server's own articles. */
  ownedBy(server: string): ArticleDirectory
  findByKey(key: string): Article | undefined
  /** Finds an article by path, key, file name or title, or by a part of exactly one path or title. */
  findByName(name: string): Article | undefined
  /** At most 25 autocomplete choices: titles that start with the text, then ids and titles that contain it. */
  choices(typed: string): { readonly name: string; readonly value: string }[]
  /** The articles whose titles share most words with a name; at most three. */
  nearest(name: string): Article[]
}

const MAX_NEAREST = 3
const MAX_RESTRICTED = 100

/** Articles added before the event loop gets a turn. */
const BATCH_SIZE = 500

interface Entry {
  readonly article: Article
  readonly key: string
  /** Folded. */
  readonly title: string
}

export async function createArticleDirectory(articles: readonly Article[]): Promise<ArticleDirectory> {
  const entries: Entry[] = []
  for (const article of articles) {
    entries.push({ article, key: articleKey(article.id), title: foldName(article.title) })
    if (entries.length % BATCH_SIZE === 0) await setImmediate()
  }
  return openDirectory(entries)
}

function openDirectory(entries: readonly Entry[]): ArticleDirectory {
  const articles = entries.map(({ article }) => article)
  const servers = [...new Set(articles.flatMap(({ server }) => server ?? []))]
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
  /** By the servers that are seen; opening one takes about a millisecond for a thousand articles. */
  const restricted = new LimitedCollection<string, ArticleDirectory>({ maxSize: MAX_RESTRICTED })
  const directory: ArticleDirectory = {
    articles,
    servers,
    visibleTo(audience) {
      const seen = servers.filter((server) => isVisible({ server }, audience))
      if (seen.length === servers.length) return directory
      return restricted.ensure(seen.join(), () =>
        openDirectory(entries.filter(({ article }) => isVisible(article, seen))),
      )
    },
    ownedBy: (server) => openDirectory(entries.filter(({ article }) => article.server === server)),
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
  return directory
}
