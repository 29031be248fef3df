/** Numbers with the plural form of the noun that follows them. */
import { pluralRules } from './formatters.ts'

/** `2 sentences`: the number in the language's own digits and grouping; `other` covers the forms not given. */
export function counted(
  tag: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[pluralRules(tag).select(count)] ?? forms.other
  return `${count.toLocaleString(tag)} ${form}`
}
