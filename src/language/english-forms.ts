// Irregular forms of English words, from WordNet's exception lists.
import { createRequire } from 'node:module'
import * as v from 'valibot'

/** How the inflected forms of English words relate; all words are in lower case. */
export interface EnglishForms {
  /** The dictionary form of an irregular form (`met` → `meet`, `mice` → `mouse`), otherwise the word itself. */
  baseOf(word: string): string
  /** Whether a word is an irregular form of a verb. */
  isVerbForm(word: string): boolean
  /** Other words that `baseOf` keeps apart, though they may be forms of the same word: `leaf` and `leaves`. */
  relatives(word: string): readonly string[]
}

/** `died` and `ties`, which the stemmer would cut to `di` and `ti`. */
const SHORT_VERB = /^([dltv]ie)[ds]$/u

export function readEnglishForms(): EnglishForms {
  const require = createRequire(import.meta.url)
  const read = (part: string) =>
    new Map(
      Object.entries(v.parse(v.record(v.string(), v.string()), require(`wink-lexicon/src/wn-${part}-exceptions`))),
    )
  const [verbs, nouns] = [read('verb'), read('noun')]
  const verbBases = new Set(verbs.values())
  const baseForms = new Map<string, string>()
  // `lay` and `saw` are also verbs of their own; `leaves` and `axes` also have a regular base.
  for (const [form, base] of nouns) if (!form.endsWith('s')) baseForms.set(form, base)
  for (const [form, base] of verbs) if (!verbBases.has(form)) baseForms.set(form, base)
  const formsOf = new Map<string, string[]>()
  for (const [form, base] of [...nouns, ...verbs]) formsOf.set(base, [...(formsOf.get(base) ?? []), form])

  return {
    baseOf: (word) => baseForms.get(word) ?? SHORT_VERB.exec(word)?.[1] ?? word,
    isVerbForm: (word) => verbs.has(word),
    relatives(word) {
      const bases = [verbs.get(word), nouns.get(word)].filter((base) => base !== undefined)
      return [...bases, ...(formsOf.get(word) ?? []), ...bases.flatMap((base) => formsOf.get(base) ?? [])]
    },
  }
}
