import { setImmediate } from 'node:timers/promises'
import type { Article } from '../../corpus/article.ts'
import { articleKey } from '../replies/fingerprint.ts'
import { limits } from '../replies/limits.ts'
import { truncate } from '../replies/truncate.ts'

/** The articles as people and custom ids name them. */
export interface ArticleDirectory {
  readonly articles: readonly Article[]
  findByKey(key: string): Article | undefined
  /** The article that somebody means by an id, a title, or a part of just one title. */
  findByName(name: string): Article | undefined
  /** At most 25 choices for what somebody has typed so far: those that begin with it, then those that hold it. */
  choices(typed: string): { readonly name: string; readonly value: string }[]
  /** The articles whose titles share most words with a name. */
  nearest(name: string): Article[]
}

/** How many of the nearest titles are offered. */
const NEAREST = 3

/** How many articles are put on the shelf before others have their turn. */
const AT_ONCE = 500

export async function createArticleDirectory(articles: readonly Article[]): Promise<ArticleDirectory> {
  const shelved: { readonly article: Article; readonly key: string; readonly title: string }[] = []
  for (const article of articles) {
    shelved.push({ article, key: articleKey(article.id), title: fold(article.title) })
    if (shelved.length % AT_ONCE === 0) await setImmediate()
  }
  const keys = new Map(shelved.map(({ key, article }) => [key, article]))
  const ids = new Map(articles.map((article) => [article.id, article]))

  const matching = (typed: string): Article[] => {
    const sought = fold(typed)
    const has = shelved.filter(({ article, title }) => title.includes(sought) || fold(article.id).includes(sought))
    const begins = has.filter(({ title }) => title.startsWith(sought))
    return [...new Set([...begins, ...has])].map(({ article }) => article)
  }
  return {
    articles,
    findByKey: (key) => keys.get(key),
    findByName(name) {
      const folded = fold(name)
      const exact = ids.get(name) ?? keys.get(name) ?? shelved.find(({ title }) => title === folded)?.article
      const [only, another] = exact ? [exact] : matching(name)
      return another ? undefined : only
    },
    choices: (typed) =>
      matching(typed)
        .slice(0, limits.choices)
        .map(({ id, title }) => ({
          name: truncate(title, limits.choiceText),
          value: id.length <= limits.choiceText ? id : articleKey(id),
        })),
    nearest(name) {
      const words = new Set(fold(name).split(' '))
      const shared = (title: string) => title.split(' ').filter((word) => words.has(word)).length
      return shelved
        .map(({ article, title }) => ({ article, score: shared(title) }))
        .filter(({ score }) => score > 0)
        .sort((a, b) => b.score - a.score)
        .slice(0, NEAREST)
        .map(({ article }) => article)
    },
  }
}

/** Without case, accents and punctuation: how people type titles. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
