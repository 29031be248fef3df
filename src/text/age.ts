// How old a source is.
import { relativeTimeFormat } from './formatters.ts'
import type { Messages } from './messages.ts'

/** Days. */
const MONTH = 365.25 / 12
const YEAR = 365.25

/**
 * `3 years ago`, for a source that is older than so many days; empty for a newer one.
 * @param date `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; the end of it counts
 * @param now milliseconds since 1970
 */
export function ageOf(date: string, staleAfter: number, now: number, text: Messages): string {
  const [year = 0, month, day] = date.split('-').map(Number)
  const end = day === undefined ? Date.UTC(month === undefined ? year + 1 : year, month ?? 0, 1) : Date.parse(date)
  const days = (now - end) / (24 * 60 * 60_000)
  if (!(days > staleAfter)) return ''
  const format = relativeTimeFormat(text.tag)
  if (days >= YEAR) return format.format(-Math.floor(days / YEAR), 'year')
  return days >= MONTH ? format.format(-Math.floor(days / MONTH), 'month') : format.format(-Math.floor(days), 'day')
}
