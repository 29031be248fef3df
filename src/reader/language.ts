// The language and direction of a text, as attributes of its element.

/** Scripts that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

/** The attributes of an element whose text is in a language, given as a BCP 47 tag. */
export function inLanguage(language: string): { readonly lang: string; readonly dir: 'rtl' | 'auto' } {
  const { script = '' } = new Intl.Locale(language).maximize()
  // A short text may have been taken for English: its first letter tells the direction then.
  return { lang: language, dir: RIGHT_TO_LEFT.has(script) ? 'rtl' : 'auto' }
}
