// Words of the corpus that a misspelt word may stand for.
import { createSimilarWordFinder } from './bigram-index.ts'
import { NEAR_FROM } from './index-arrays.ts'
import { isSpelt } from './spelt.ts'
import type { TermStatistics } from './term-statistics.ts'

/** Finds words within a few edits of a word that nothing holds which may be seen, the nearest first. */
export type FindSimilarWords = (word: string, statistics: TermStatistics) => string[]

/** A longer run of letters is not a word. */
const LONGEST = 60
/** How many words that share letter pairs are compared by edits. */
const COMPARED = 24
/** In words this long two edits are still a misspelling. */
const TWO_EDITS_FROM = 8

export function openSimilarWords({ index }: TermStatistics): FindSimilarWords {
  const sharingBigrams = createSimilarWordFinder(index.pairs, index.spellings)
  return (word, statistics) => {
    if (word.length < NEAR_FROM || word.length > LONGEST) return []
    const forms = sharingBigrams(word, COMPARED, (form) => isSpelt(statistics, form))
    const nearest = forms.filter((form) => isOneEdit(word, form))
    return nearest.length > 0 ? nearest : forms.filter((form) => isTwoEdits(word, form))
  }
}

/** A long word may hold two mistakes, but hardly in its first letter. */
function isTwoEdits(word: string, form: string): boolean {
  return word.length >= TWO_EDITS_FROM && word[0] === form[0] && editDistance(word, form) <= 2
}

/**
 * Whether one letter is dropped, added, replaced or swapped with its neighbour (Damerau, 1964). In a short word another
 * letter in the same place makes another word more often than a mistake: world, would.
 */
function isOneEdit(word: string, form: string): boolean {
  const shortest = word.length === form.length && !isSwapped(word, form) ? 6 : 5
  return (
    (word.length >= shortest || (form.length >= 5 && word.length !== form.length)) && editDistance(word, form) === 1
  )
}

function isSwapped(word: string, form: string): boolean {
  return [...word].sort().join('') === [...form].sort().join('')
}

/** The Damerau-Levenshtein distance with adjacent transpositions (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1), swap))
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
