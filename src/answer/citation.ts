/** The source of a passage, and a link that leads to it. */
import type { Article, Sentence } from '../corpus/article.ts'
import { pageAt } from '../corpus/text/page-marks.ts'

/** Where a quotation comes from. */
export interface Citation {
  readonly article: string
  readonly title: string
  /** `YYYY-MM-DD`, or as much of it as is known: `YYYY-MM`, `YYYY`. */
  readonly date?: string
  /** The headings above the passage, outermost first, without the title. */
  readonly trail: readonly string[]
  /** Who says it, in a transcript. */
  readonly speaker?: string
  /** 1-based. */
  readonly paragraph: number
  /** 1-based, of the PDF that the article was imported from. */
  readonly page?: number
  /** The address of the passage: in the article's own one, or else on its page. */
  readonly url?: string | undefined
}

/** What is cited of an article. */
interface Quoted {
  readonly sentence: Sentence
  readonly trail: readonly string[]
  readonly speaker?: string | undefined
  /** The answering phrase: UTF-16 offsets `[start, end)` of `sentence.plain`. */
  readonly answer?: readonly [number, number] | undefined
}

/** The address of an article's web page, open at what is quoted of it; undefined for an article without a page. */
export type LinkToPage = (article: Article, quoted?: Pick<Quoted, 'sentence' | 'answer'>) => string | undefined

/** The source of a sentence. */
export function cite(article: Article, quoted: Quoted, linkToPage?: LinkToPage): Citation {
  const { sentence, trail, speaker } = quoted
  const page = pageAt(article, sentence.start)
  return {
    article: article.id,
    title: article.title,
    ...(article.date !== undefined && { date: article.date }),
    trail,
    ...(speaker !== undefined && { speaker }),
    paragraph: sentence.paragraph,
    ...(page !== undefined && { page }),
    // A link to a page needs the answering phrase, which is found when it is read.
    get url() {
      return article.url === undefined ? linkToPage?.(article, quoted) : linkTo(article.url, sentence, trail)
    },
  }
}

/** A text fragment holds only the first and last words of a longer sentence, so that links stay short. */
const MAX_WHOLE = 120
const WORDS_AT_EITHER_END = 5

/**
 * Links to a sentence with a text fragment (`#:~:text=start,end`), after the fragment that the address already has.
 * Browsers match a text fragment within one block, so that lists, table rows and code link to the heading above them.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */
function linkTo(url: string, { kind, pieces, plain }: Sentence, trail: readonly string[]): string {
  if (pieces || kind === 'code') {
    const heading = trail.at(-1)
    return heading === undefined || url.includes('#') ? url : `${url}#${anchorOf(heading)}`
  }
  const words = plain.split(/\s+/u)
  const text =
    plain.length <= MAX_WHOLE || words.length <= 2 * WORDS_AT_EITHER_END
      ? encodeDirective(plain)
      : [words.slice(0, WORDS_AT_EITHER_END), words.slice(-WORDS_AT_EITHER_END)]
          .map((end) => encodeDirective(end.join(' ')))
          .join(',')
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${text}`
}

/** The anchor of a heading, by the rules of GitHub and most site generators. */
function anchorOf(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
  return encodeURIComponent(kept.replaceAll(' ', '-'))
}

/** Percent-encodes the characters with a meaning in a text fragment (`-`, `,`, `&`) as well. */
function encodeDirective(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('-', '%2D')
    .replace(/[()'!*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
