// How a sentence stands among the others, and how much of the question it holds: signs that it is the answer.
import type { Standing } from '../model/feature.ts'
import { weights } from '../model/weights.ts'
import type { Query } from '../query/query.ts'

/** A ranked sentence, as its standing is judged by. */
export interface Contender {
  /** What it was ranked by. */
  readonly sum: number
  /** How well it holds each word of the question, 0 to 1. */
  readonly own: readonly number[]
  readonly paragraph: number
}

const MAX_LEAD = 5
/** Sums that differ by less are about as good. */
const ABOUT = 1
/** A word counts as held from this fit: a synonym or a word of the same family will do. */
const HELD = 0.4

/** The standing of each of the first `limit` contenders, which are in ranking order; those that were not read do not count. */
export function standingsOf({ words }: Query, contenders: readonly Contender[], limit: number): Standing[] {
  const read = contenders.slice(0, weights.read)
  const total = logSum(read.map(({ sum }) => sum))
  const asked = words.some(({ content }) => content) ? words.map(({ content }) => content) : words.map(() => true)
  const count = asked.filter(Boolean).length
  const weight = words.reduce((sum, word, i) => sum + (asked[i] ? word.weight : 0), 0)
  return contenders.slice(0, limit).map((contender) => {
    const { sum, own, paragraph } = contender
    let [rivals, elsewhere] = [0, Number.NEGATIVE_INFINITY]
    for (const other of read) {
      if (other === contender) continue
      if (other.paragraph !== paragraph) elsewhere = Math.max(elsewhere, other.sum)
      if (other.sum > sum - ABOUT) rivals++
    }
    const covered = words.reduce((all, word, i) => all + (asked[i] ? word.weight * (own[i] ?? 0) : 0), 0)
    const missing = own.filter((fit, i) => asked[i] && fit < HELD).length
    return {
      share: sum - total,
      lead: Math.max(-MAX_LEAD, Math.min(MAX_LEAD, sum - elsewhere)),
      rivals: Math.log1p(rivals),
      coveredWords: weight > 0 ? (covered / weight) * Math.log1p(count) : 0,
      missingWords: count > 0 ? missing / count : 0,
    }
  })
}

function logSum(sums: readonly number[]): number {
  const top = Math.max(...sums)
  return top + Math.log(sums.reduce((all, sum) => all + Math.exp(sum - top), 0))
}
