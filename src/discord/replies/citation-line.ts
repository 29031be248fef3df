/** The small line below a quotation that names its source. */
import type { Passage } from '../../answer/answer.ts'
import { isRemembered } from '../../answer/is-remembered.ts'
import type { Article } from '../../corpus/article.ts'
import { ageOf } from '../../text/age.ts'
import { formatDate } from '../../text/format-date.ts'
import type { Messages } from '../../text/messages.ts'
import { escapeInLine, link } from './markdown/escape.ts'
import { lengthOf, truncate } from './markdown/truncate.ts'

/** Code points, escaped. */
export const MAX_AUTHOR = 60
const MAX_TITLE = 200
const MAX_TRAIL = 150
const MAX_OTHER_TITLE = 60
/** Other articles with the same sentence that are named. */
const MAX_OTHERS = 3

const SEPARATOR = ' · '

/** A title, escaped and shortened, linked to the first address that is a valid link. */
export function titleOf(title: string, ...addresses: readonly (string | undefined)[]): string {
  return link(truncate(title, MAX_TITLE, escapeInLine), ...addresses)
}

type Titled = Pick<Article, 'title' | 'url' | 'pageUrl'>

/** The title of an article, linked to where it can be read. */
export function linkedTitle({ title, url, pageUrl }: Titled): string {
  return titleOf(title, url, pageUrl)
}

/** The title of an article in a list, of at most `MAX_TITLE` code points: without its link if that is long. */
export function listedTitle(article: Titled): string {
  const linked = linkedTitle(article)
  return lengthOf(linked) <= MAX_TITLE ? linked : titleOf(article.title)
}

/**
 * A calendar day, which Discord shows in each reader's locale; a month or a year as it is written in the language of
 * `text`. Noon UTC is the same day in nearly all time zones.
 * @see https://discord.com/developers/docs/reference#message-formatting
 */
export function dayOf(date: string, text: Messages): string {
  if (date.length < 'YYYY-MM-DD'.length) return formatDate(date, text.tag)
  return `<t:${Date.parse(`${date}T12:00:00Z`) / 1000}:D>`
}

/** Joins the facts that are not empty into one line of small text. */
export function smallLine(...facts: readonly string[]): string {
  return `-# ${facts.filter((fact) => fact !== '').join(SEPARATOR)}`
}

interface CitationContext {
  /** 0-based place among the matches. */
  readonly match: number
  /** How many matches there are. */
  readonly matches: number
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter?: number | undefined
}

/** The source of a passage, and its place among the matches. */
export function citationFacts(
  passage: Passage,
  text: Messages,
  { match, matches, staleAfter }: CitationContext,
): string[] {
  const { article, citation, alsoIn } = passage
  const others = alsoIn.slice(0, MAX_OTHERS).map(({ title }) => truncate(title, MAX_OTHER_TITLE, escapeInLine))
  const more = alsoIn.length - others.length
  return [
    titleOf(citation.title, citation.url, article.url, article.pageUrl) + trailOf(citation.trail),
    isRemembered(article) && article.author !== undefined
      ? text.about.author(truncate(article.author, MAX_AUTHOR, escapeInLine))
      : '',
    citation.date === undefined ? '' : dayOf(citation.date, text),
    citation.date === undefined || staleAfter === undefined ? '' : ageOf(citation.date, staleAfter, Date.now(), text),
    citation.page === undefined ? text.paragraph(citation.paragraph) : text.documentPage(citation.page),
    others.length > 0 ? text.alsoIn(others.join(', ') + (more > 0 ? ` (+${more})` : '')) : '',
    matches > 1 ? text.match(match + 1, matches) : '',
  ]
}

/** ` › Deploying › Logs`: the headings that lead from the title to a passage. */
export function trailOf(trail: readonly string[]): string {
  return trail.length === 0 ? '' : ` › ${truncate(trail.join(' › '), MAX_TRAIL, escapeInLine)}`
}
