// Writes dates of articles.
import { dateFormats } from './formatters.ts'

/**
 * A date in words.
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 * @param locale BCP 47 tag; the system's when absent
 */
export function formatDate(date: string, locale?: string): string {
  const precision = date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year'
  return dateFormats[precision](locale).format(new Date(date))
}
