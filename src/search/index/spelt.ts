// Whether a spelling of the corpus stands in what may be seen.
import { at } from '../../columns/at.ts'
import { plainAt, recordAt, speakerAt, trailAt } from '../../corpus/packed.ts'
import { identifierParts, wordsIn } from '../../language/words.ts'
import { postingsOf, type TermStatistics, termId, titledIn, trailedIn } from './term-statistics.ts'

/** Texts that are read for one spelling; nearly always the first one holds it. */
const MAX_READ = 200

/**
 * Whether something that may be seen spells a word of the corpus that way. One term has many spellings, of which the index
 * does not keep who uses them, so that the texts themselves are read.
 */
export function isSpelt(statistics: TermStatistics, spelling: string): boolean {
  if (!statistics.visible) return true
  // A term is a spelling of itself.
  if (termId(statistics, spelling) !== undefined) return true
  let read = 0
  for (const term of new Set(statistics.spoken.map((language) => language.term(spelling)))) {
    const id = termId(statistics, term)
    for (const text of id === undefined ? [] : textsWith(statistics, id)) {
      const words = wordsIn(text)
      if ([...words, ...words.flatMap(identifierParts)].some((word) => word.toLowerCase() === spelling)) return true
      if (++read === MAX_READ) return false
    }
  }
  return false
}

/** The sentences, titles and headings that may be seen and hold a term. */
function* textsWith(statistics: TermStatistics, term: number): Generator<string> {
  const { packed, index, visible = [] } = statistics
  for (const range of visible) {
    const [start, end] = postingsOf(statistics, term, range)
    for (let i = start; i < end; i++) yield plainAt(packed, at(index.postings, i))
  }
  for (const range of visible) {
    const [start, end] = titledIn(statistics, term, range)
    for (let i = start; i < end; i++) {
      const { title, section = '' } = recordAt(packed, at(index.titled, i))
      yield `${title} ${section}`
    }
  }
  for (const range of visible) {
    const [start, end] = trailedIn(statistics, term, range)
    for (let i = start; i < end; i++) {
      const ordinal = at(packed.paragraphStarts, at(index.trailed, i))
      yield [...trailAt(packed, ordinal), speakerAt(packed, ordinal) ?? ''].join(' ')
    }
  }
}
