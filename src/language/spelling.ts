// Variant spellings of one word: British and American English, numerals and figures.
import { numeralValues } from './numbers.ts'

/** British → American English. A false hit (`promise`) does no harm: questions and articles are treated alike. */
const english: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L}{3})is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)/u, 'iz'],
  [/(?<=\p{L}{3})ys(?=(?:e|ed|es|er|ing)$)/u, 'yz'],
  [/(?<=\p{L}{2}[^f])our(?=(?:s|ed|ing|ful|less|able|ite|al|hood)?$)/u, 'or'],
  [/(?<=\p{L}{2}[bt])re(?=s?$)/u, 'er'],
  [/(?<=^(?:def|off|lic|pret))ence/u, 'ense'],
  [/(?<=\p{L}{2}[ao])gue$/u, 'g'],
  [/^(an|h|p|arch|encyclop|medi|leuk)ae/u, '$1e'],
  [/^manoeuv/u, 'maneuv'],
  [/(?<=^(?:m|sm))oul(?=d|t)/u, 'ol'],
]

/** What a word holds that one of the rules changes. Most words hold none of it, and need not be tried against each. */
const ENGLISH_VARIES = /[iy]s|ou|re|ence|gue|ae|oeuv/

/** British → American English where no rule does it; endings that the stemmer removes follow the same start. */
const englishStarts: readonly (readonly [string, string])[] = [
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['aluminium', 'aluminum'],
  ['programme', 'program'],
  ['cheque', 'check'],
  ['jewellery', 'jewelry'],
  ['plough', 'plow'],
  ['sceptic', 'skeptic'],
  ['judgement', 'judgment'],
  ['kerb', 'curb'],
  ['pyjama', 'pajama'],
  ['moustache', 'mustache'],
  ['aeroplane', 'airplane'],
  ['artefact', 'artifact'],
  ['storey', 'story'],
  ['cosy', 'cozy'],
  ['practise', 'practice'],
  ['draught', 'draft'],
]

/**
 * Creates the normaliser of a language's spelling: a word in lower case → the spelling that all variants share
 * (`colour` → `color`, `seven` → `7`, `7th` → `7`, `1,500` → `1500`).
 */
export function createSpelling(language: string): (word: string) => string {
  const isEnglish = language === 'en'
  const starts = new Map(isEnglish ? englishStarts.map(([from, to]) => [from.slice(0, 4), [from, to]]) : [])
  const values = numeralValues(language)
  return (word) => {
    const value = values.get(word)
    if (value !== undefined) return String(value)
    const ordinal = isEnglish ? /^(\p{N}+)(?:st|nd|rd|th)$/u.exec(word)?.[1] : undefined
    if (ordinal !== undefined) return ordinal
    if (/^\p{N}{1,3}(?:,\p{N}{3})+$/u.test(word)) return word.replaceAll(',', '')
    if (!isEnglish) return word
    const [from = '', to = ''] = starts.get(word.slice(0, 4)) ?? []
    if (from !== '' && word.startsWith(from)) return to + word.slice(from.length)
    if (!ENGLISH_VARIES.test(word)) return word
    return english.reduce((spelt, [pattern, standard]) => spelt.replace(pattern, standard), word)
  }
}
