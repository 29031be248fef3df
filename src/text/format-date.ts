// Writes dates of articles.

/**
 * A date in words.
 * @param date `YYYY-MM-DD`, `YYYY-MM` or `YYYY`
 * @param locale BCP 47 tag; the system's when absent
 */
export function formatDate(date: string, locale?: string): string {
  const precision: Intl.DateTimeFormatOptions =
    date.length === 10
      ? { dateStyle: 'long' }
      : date.length === 7
        ? { year: 'numeric', month: 'long' }
        : { year: 'numeric' }
  return new Intl.DateTimeFormat(locale, { ...precision, timeZone: 'UTC' }).format(new Date(date))
}
