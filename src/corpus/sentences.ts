import { createRequire } from 'node:module'
import * as v from 'valibot'

/** Splits a text into stretches, each a sentence with the white space after it; joined, they are the text again. */
export type SplitSentences = (text: string, language: string) => string[]

/** ICU's rules, which every Node has; worse with abbreviations than sentencex. */
export const splitWithIntl: SplitSentences = (text, language) =>
  Array.from(new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text), ({ segment }) => segment)

/**
 * Loads sentencex (Wikimedia; some 240 languages), whose native part exists for some machines only.
 * `native` is false where it does not for this one, and `split` is `splitWithIntl`.
 */
export function loadSplitter(): { readonly split: SplitSentences; readonly native: boolean } {
  const sentencex = requireSentencex()
  if (!sentencex) return { split: splitWithIntl, native: false }
  return {
    native: true,
    split(text, language) {
      // Its offsets count code points, so the stretches' own lengths are what places them.
      const stretches = sentencex.get_sentence_boundaries(baseLanguage(language), text).map((each) => each.text)
      return stretches.join('') === text ? stretches : splitWithIntl(text, language)
    },
  }
}

const Sentencex = v.object({
  get_sentence_boundaries: v.custom<(language: string, text: string) => { readonly text: string }[]>(
    (segment) => typeof segment === 'function',
  ),
})

/** sentencex's own package only picks one of these by name, and asks for some that the registry does not hold. */
function requireSentencex(): v.InferOutput<typeof Sentencex> | undefined {
  try {
    return v.parse(Sentencex, createRequire(import.meta.url)(`sentencex-${process.platform}-${process.arch}`))
  } catch {
    return undefined
  }
}

function baseLanguage(tag: string): string {
  return tag.split('-', 1)[0] ?? tag
}
