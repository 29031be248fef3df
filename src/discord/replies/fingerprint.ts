import { createHash } from 'node:crypto'
import type { Answer } from '../../answer/answer.ts'
import type { Article } from '../../corpus/article.ts'

/** 48 bits of a hash of some texts: eight letters that fit into a custom id. */
function hash(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64url').slice(0, 8)
}

/** Names an article in few letters, whatever the length of its id. */
export function articleKey(id: string): string {
  return hash(id)
}

const prints = new WeakMap<Article, string>()

/** Differs as soon as an article's text does; reckoned once, for a text may be long. */
export function articleFingerprint(article: Article): string {
  const print = prints.get(article) ?? hash(article.id, article.text.slice(0, Number.POSITIVE_INFINITY))
  prints.set(article, print)
  return print
}

/** Differs as soon as what the answer says, or shows on any of its matches, does. */
export function answerFingerprint({ question, verdict, passages }: Answer): string {
  return hash(
    question,
    verdict,
    ...passages.flatMap(({ sentence, before, after }) => [
      sentence.article,
      String(sentence.start),
      ...[...before, sentence, ...after].map(({ plain }) => plain),
    ]),
  )
}
