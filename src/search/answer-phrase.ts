import type { Query, QueryWord } from './query.ts'
import { findThings, joinThings, type Stretch } from './things.ts'
import { splitWords, type Word } from './words.ts'

/**
 * The phrase of a sentence that answers a question which asks for a person, a place, a time or a number, where the sentence
 * holds one that the question does not name. Of several, the one that stands among the question's words and looks most like
 * what is asked for, with what is joined to it. UTF-16 offsets `[start, end)` of `plain`; `terms` are the sentence's.
 */
export function findAnswer(query: Query, plain: string, terms: Uint32Array, language: string): Stretch | undefined {
  const { kind, asked } = query
  if (kind === 'other' || kind === 'reason' || kind === 'definition') return undefined
  const things = findThings(plain, kind, language, asked)
  const words = splitWords(plain)
  const places = placesOf(query, words, terms)
  const counted = new Set(query.counted.flatMap((word) => [...word.terms.keys()]))
  const likeness = (thing: Stretch): number => {
    const first = words.findIndex(({ start }) => start >= thing[0])
    const last = words.findLastIndex(({ end }) => end <= thing[1])
    const own = words.slice(first, last + 1)
    const named = own.filter(({ text }) => asked.has(text.toLowerCase())).length / Math.max(1, own.length)
    let sum = weights.near * nearness(thing, places, plain) + weights.named * named
    // A person's name mostly has two parts.
    if (kind === 'person' && own.length === 2) sum += weights.twoParts
    if (kind === 'time' && own.some(({ text }) => /^\p{N}{4}$/u.test(text))) sum += weights.year
    if ([1, 2, 3].some((behind) => counted.has(terms[last + behind] ?? -1))) sum += weights.counts
    return sum
  }
  const [best] = things.map((thing) => ({ thing, likeness: likeness(thing) })).sort((a, b) => b.likeness - a.likeness)
  return best && joinThings(things, plain, language).find(([start, end]) => start <= best.thing[0] && best.thing[1] <= end)
}

/** What makes a thing likely, chosen on the tuning half of XQuAD. */
const weights = { near: 5.5, named: -3.8, twoParts: 1.1, year: 2.9, counts: 1.4 } as const

/** A word of the question with meaning, and where it stands. */
interface Placed {
  /** Its share of the weight of those with meaning. */
  readonly share: number
  readonly at: readonly Word[]
}

function placesOf({ words }: Query, sentence: readonly Word[], terms: Uint32Array): Placed[] {
  const meaning = words.filter(({ content }) => content)
  const weight = meaning.reduce((sum, word) => sum + word.weight, 0)
  return meaning.map((word: QueryWord) => ({
    share: word.weight / weight,
    at: sentence.filter((_, i) => word.terms.has(terms[i] ?? -1)),
  }))
}

/** Words after which another counts a third as much; a mark between them counts as so many words. */
const REACH = 6
const MARK = 3

/** How near the question's words are to a thing, 0 to 1. */
function nearness(thing: Stretch, places: readonly Placed[], plain: string): number {
  let sum = 0
  for (const { share, at } of places)
    sum += share * Math.max(0, ...at.map((word) => Math.exp(-gapBetween(thing, word, plain) / REACH)))
  return sum
}

function gapBetween([start, end]: Stretch, word: Word, plain: string): number {
  if (word.start >= start && word.end <= end) return 0
  const between = word.end <= start ? plain.slice(word.end, start) : plain.slice(end, word.start)
  return splitWords(between).length + MARK * (between.match(/[.,;:()—–]/gu)?.length ?? 0)
}
