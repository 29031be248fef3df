// The calendar day of a date as documents and feeds write it.
import { readDateLine } from '../../corpus/metadata/date-line.ts'

/**
 * The day that a date names where it was written, whatever the time zone here: ISO 8601, RFC 822, PDF's
 * `D:20240305…`, or a day in words, with others around it (`Published on 5 March 2024 by …`).
 * @returns `YYYY-MM-DD`
 */
export function dayOf(written: string, language = 'en'): string | undefined {
  const text = written.replace(/\s+/gu, ' ').trim().slice(0, 200)
  const iso = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})(?!\d{1,3}$)/u.exec(text)
  if (iso) return readDateLine(`${iso[1]}-${iso[2]}-${iso[3]}`)
  const rfc = /^(?:\p{L}{2,9}\.?,? )?(\d{1,2})[ -](\p{L}{3,9})[ -](\d{4})\b/u.exec(text)
  const whole = readDateLine(rfc ? `${rfc[1]} ${rfc[2]} ${rfc[3]}` : text, language)
  if (whole !== undefined) return whole
  for (const [part] of text.matchAll(WITHIN)) {
    const day = readDateLine(part, language)
    if (day !== undefined) return day
  }
  return undefined
}

/** A day with a year in a line that says more. */
const WITHIN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|er|º|\.)? (?:de |of )?\p{L}{3,12}\.?,? (?:de |del )?\d{4}|\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}年\d{1,2}月\d{1,2}日/gu
