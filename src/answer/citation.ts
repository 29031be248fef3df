import type { Article, Sentence } from '../corpus/article.ts'

/** Where a quote comes from: the facts, no wording. */
export interface Citation {
  readonly article: string
  readonly title: string
  /** A calendar day, `YYYY-MM-DD`. */
  readonly date?: string
  readonly section?: string
  /** 1-based. */
  readonly paragraph: number
  /** The article's address with a text fragment that leads to the sentence. */
  readonly url?: string
}

/** The source of a sentence of the article. */
export function cite(article: Article, sentence: Sentence): Citation {
  return {
    article: article.id,
    title: article.title,
    ...(article.date !== undefined && { date: article.date }),
    ...(article.section !== undefined && { section: article.section }),
    paragraph: sentence.paragraph,
    ...(article.url !== undefined && { url: linkTo(article.url, sentence.plain) }),
  }
}

/** Longer sentences are named by their first and last words, so that links stay short. */
const WHOLE_UP_TO = 120
const WORDS_AT_EITHER_END = 5

/**
 * Links to a text in a page: `#:~:text=start,end` (WICG, URL Fragment Text Directives). A fragment that the address
 * already has is kept.
 */
function linkTo(url: string, plain: string): string {
  const words = plain.split(/\s+/u)
  const text =
    plain.length <= WHOLE_UP_TO || words.length <= 2 * WORDS_AT_EITHER_END
      ? encodeDirective(plain)
      : [words.slice(0, WORDS_AT_EITHER_END), words.slice(-WORDS_AT_EITHER_END)]
          .map((end) => encodeDirective(end.join(' ')))
          .join(',')
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`
}

/** Percent-encodes what a directive gives a meaning to (`-`, `,`, `&`) beside what any address does. */
function encodeDirective(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('-', '%2D')
    .replace(/[()'!*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
