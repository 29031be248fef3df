import type { Query } from './query.ts'
import { findThings, type Stretch } from './things.ts'

/**
 * The phrase of a sentence that answers a question which asks for a person, a place, a time or a number, where the sentence
 * holds one that the question does not name. Of several, the one that stands among the question's words. UTF-16 offsets
 * `[start, end)` of `plain`; `highlights` are where the question's words stand.
 */
export function findAnswer(
  { kind, asked }: Query,
  plain: string,
  language: string,
  highlights: readonly Stretch[],
): Stretch | undefined {
  if (kind === 'other' || kind === 'reason' || kind === 'definition') return undefined
  const things = findThings(plain, kind, language, asked)
  if (things.length < 2) return things[0]
  const likeness = (thing: Stretch) => {
    const words = plain.slice(...thing).split(' ').length
    // A person's name mostly has two parts or more.
    return nearness(thing, highlights) + (kind === 'person' ? 0.3 * Math.min(2, words - 1) : 0)
  }
  return things.toSorted((a, b) => likeness(b) - likeness(a))[0]
}

/** Letters after which a matched word counts a third as much. */
const REACH = 30

function nearness([start, end]: Stretch, highlights: readonly Stretch[]): number {
  return highlights.reduce((sum, [from, to]) => sum + Math.exp(-Math.max(0, start - to, from - end) / REACH), 0)
}
