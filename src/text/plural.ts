/** A number with the form of a word that goes with it, `other` where the language makes no difference. */
export function counted(
  tag: string,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  const form = forms[new Intl.PluralRules(tag).select(count)] ?? forms.other
  return `${count.toLocaleString(tag)} ${form}`
}
