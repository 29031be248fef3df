/** Finds the important words of a question that a passage and its surroundings lack. */
import type { Passage } from './passage.ts'

/** Share of the question's weight from which a word is important. */
const IMPORTANT = 0.2
/** Letters that two forms of a word have in common. */
const MIN_STEM = 4

/**
 * The important words that occur neither in the passage nor in its neighbours, headings or title, in any form. The
 * comparison is by the first letters of words, so that inflected forms count as present.
 */
export function missingWords({ article, citation, matches, before, after }: Passage): string[] {
  const important = matches.filter(({ matchType, share }) => matchType === 'missing' && share >= IMPORTANT)
  if (important.length === 0) return []
  const neighbours = [...before, ...after].map(({ plain }) => plain)
  const around = [article.title, article.section ?? '', citation.speaker ?? '', ...citation.trail, ...neighbours]
    .join(' ')
    .toLowerCase()
  return important
    .map(({ word }) => word)
    .filter((word) => {
      const lower = word.toLowerCase()
      return !around.includes(lower.slice(0, Math.max(MIN_STEM, lower.length - 2)))
    })
}
