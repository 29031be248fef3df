// Compound words: `Arbeitsmarkt` and its parts, `long-term` and `longterm`.
import type { Language } from '../../language/language.ts'
import { type TermStatistics, termId } from '../index/term-statistics.ts'

/** The shortest part of a compound, in letters, and what may link two parts: German `Arbeitsamt`, `Straßenbahn`. */
const SHORTEST = 3
const LINKS = ['', 's', 'es', 'n', 'en', 'er']

/**
 * The term ids of a word joined with the next one (`long-term` as `longterm`), or of the two parts that a word is made of
 * (`Arbeitsmarkt`: `Arbeit`, `Markt`); none unless the corpus contains them.
 */
export function compoundsOf(
  word: string,
  next: string | undefined,
  languages: readonly Language[],
  statistics: TermStatistics,
): number[] {
  const idOf = (text: string) =>
    languages.map((each) => termId(statistics, each.term(text))).find((id) => id !== undefined)
  const joined = next === undefined ? undefined : idOf(word + next)
  if (joined !== undefined) return [joined]
  if (idOf(word) !== undefined || !/^\p{L}+$/u.test(word)) return []
  for (let at = word.length - SHORTEST; at >= SHORTEST; at--) {
    const tail = idOf(word.slice(at))
    if (tail === undefined) continue
    for (const link of LINKS) {
      if (!word.slice(0, at).endsWith(link) || at - link.length < SHORTEST) continue
      const head = idOf(word.slice(0, at - link.length))
      if (head !== undefined) return [head, tail]
    }
  }
  return []
}
