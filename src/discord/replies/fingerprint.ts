/** Short hashes that fit into custom ids. */
import type { Answer } from '../../answer/answer.ts'
import type { Article } from '../../corpus/article.ts'
import { shortHash } from '../../short-hash.ts'

/** 48 bits of SHA-256, in eight characters. */
function hash(...texts: readonly string[]): string {
  return shortHash(JSON.stringify(texts), 8)
}

/** Names the record of a question without its asker; `parts` are ids, and words of it. */
export function recordKey(...parts: readonly string[]): string {
  return hash(...parts)
}

/** A short name for an article, however long its id is. */
export function articleKey(id: string): string {
  return hash(id)
}

/** A short name for what a sentence says. */
export function sentenceKey({ plain }: { readonly plain: string }): string {
  return hash(plain)
}

/** Changes with an article's text. */
export function articleFingerprint({ id, fingerprint, text }: Article): string {
  return hash(id, fingerprint ?? text.slice(0, Number.POSITIVE_INFINITY))
}

/** Changes with anything an answer shows: its verdict or any of its passages. */
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
