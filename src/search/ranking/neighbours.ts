// What the sentences beside a sentence hold of the question.
import { at, fractionAt } from '../../columns/at.ts'
import type { OrdinalRange } from '../../corpus/packed.ts'
import type { Query } from '../query/query.ts'
import type { SentenceMatches } from './sentence-score.ts'

/** How well each word of the question is held, 0 to 1. */
export interface NeighbourFits {
  /** By the sentence itself, the one before it and the one after it. */
  readonly own: Float64Array
  readonly previous: Float64Array
  readonly next: Float64Array
  /** By the earlier sentences of the paragraph, decayed by distance. */
  readonly earlier: Float64Array
}

/** How much less each further sentence above counts. */
const DECAY = 0.6

/** Makes the function that reads a sentence and those beside it in a range; its result is valid until the next call. */
export function createNeighbours(
  { words: { length } }: Query,
  sentences: SentenceMatches,
): (ordinal: number, range: OrdinalRange) => NeighbourFits {
  const columns = () => new Float64Array(length)
  const [own, previous, next, earlier] = [columns(), columns(), columns(), columns()]
  /** Raises `fits` to what a sentence holds of each word, times `nearness`. */
  const raise = (fits: Float64Array, ordinal: number, nearness: number) => {
    const { from, to } = sentences.of(ordinal)
    for (let i = from; i < to; i++) {
      const word = at(sentences.words, i)
      fits[word] = Math.max(fractionAt(fits, word), nearness * fractionAt(sentences.fits, i))
    }
  }
  return (ordinal, { from, to }) => {
    for (const fits of [own, previous, next, earlier]) fits.fill(0)
    raise(own, ordinal, 1)
    if (ordinal > from) raise(previous, ordinal - 1, 1)
    if (ordinal + 1 < to) raise(next, ordinal + 1, 1)
    let nearness = DECAY
    for (let each = ordinal - 1; each >= from; each--) {
      raise(earlier, each, nearness)
      nearness *= DECAY
    }
    return { own, previous, next, earlier }
  }
}
