import type { Passage } from '../../answer/answer.ts'
import type { Messages } from '../../text/messages.ts'
import { escapeInLine, link } from './escape.ts'
import { truncate } from './truncate.ts'

/** The longest title that is shown whole, in code points, escaped. */
const TITLE = 200

const FACTS = ' · '

/** A title, escaped and cut, linked to the first of the addresses that can be linked. */
export function titleOf(title: string, ...addresses: readonly (string | undefined)[]): string {
  return link(truncate(title, TITLE, escapeInLine), ...addresses)
}

/**
 * A calendar day as every reader's own locale writes it. Noon UTC is that same day in nearly all time zones.
 * @see https://discord.com/developers/docs/reference#message-formatting
 */
export function dayOf(date: string): string {
  return `<t:${Date.parse(`${date}T12:00:00Z`) / 1000}:D>`
}

/** Facts on one small line. */
export function smallLine(...facts: readonly string[]): string {
  return `-# ${facts.filter((fact) => fact !== '').join(FACTS)}`
}

/** The source of a passage, and which match of how many it is. */
export function citationLine({ article, citation }: Passage, text: Messages, match: number, matches: number): string {
  return smallLine(
    titleOf(citation.title, citation.url, article.url),
    citation.date === undefined ? '' : dayOf(citation.date),
    text.paragraph(citation.paragraph),
    matches > 1 ? text.match(match + 1, matches) : '',
  )
}
