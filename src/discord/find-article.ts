import type { Article } from '../corpus/article.ts'
import { articleKey } from './fingerprint.ts'
import { lengthOf } from './fit.ts'
import { limits } from './limits.ts'

/** The article of a key, if it is still there. */
export function articleByKey(articles: readonly Article[], key: string): Article | undefined {
  return articles.find(({ id }) => articleKey(id) === key)
}

/** What an article is called where Discord keeps a value for us: its id, or its key if that is too long. */
export function valueOf({ id }: Article): string {
  return lengthOf(id) <= limits.choiceText ? id : articleKey(id)
}

/** The article that somebody means by what stands for it, or by its title, in whatever case. */
export function findArticle(articles: readonly Article[], typed: string): Article | undefined {
  const wanted = fold(typed)
  return (
    articles.find((article) => valueOf(article) === typed) ??
    articles.find(({ id, title }) => fold(id) === wanted || fold(title) === wanted) ??
    onlyOne(articlesLike(articles, typed))
  )
}

/** The articles to offer while somebody types, those first whose title begins so; at most 25. */
export function articlesLike(articles: readonly Article[], typed: string): readonly Article[] {
  const wanted = fold(typed)
  const places = articles.flatMap((article) => {
    const at = Math.min(...[article.title, article.id].map((name) => placeOf(fold(name), wanted)))
    return at === Number.POSITIVE_INFINITY ? [] : [{ article, at }]
  })
  return places
    .sort((a, b) => a.at - b.at)
    .slice(0, limits.choices)
    .map(({ article }) => article)
}

/** 0 where the name begins so, 1 where a word of it does, 2 elsewhere in it. */
function placeOf(name: string, wanted: string): number {
  if (name.startsWith(wanted)) return 0
  if (name.includes(` ${wanted}`)) return 1
  return name.includes(wanted) ? 2 : Number.POSITIVE_INFINITY
}

/** Case and accents aside. */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}

function onlyOne<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}
