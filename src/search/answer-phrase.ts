import type { Language } from './language.ts'
import { lexiconOf } from './lexicon.ts'
import type { Query, QueryWord } from './query.ts'
import { findThings, joinThings, type Stretch } from './things.ts'
import { splitWords, type Word } from './words.ts'

/**
 * The phrase of a sentence that answers a question which asks for a person, a place, a time or a number, where the sentence
 * holds one that the question does not name. Of several, the one that stands among the question's words and looks most like
 * what is asked for, with what is joined to it. UTF-16 offsets `[start, end)` of `plain`; `terms` are the sentence's.
 */
export function findAnswer(query: Query, plain: string, terms: Uint32Array, language: Language): Stretch | undefined {
  const { kind, asked } = query
  if (kind === 'other' || kind === 'reason' || kind === 'definition') return undefined
  const words = splitWords(plain)
  const found = findThings(plain, kind, language.tag, asked)
  const things = found.length > 0 ? found : findUnnamed(query, plain, words, language)
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
  return best && joinThings(things, plain, language.tag).find(([start, end]) => start <= best.thing[0] && best.thing[1] <= end)
}

/** What makes a thing likely, chosen on the tuning half of XQuAD. */
const weights = { near: 5.5, named: -3.8, twoParts: 1.1, year: 2.9, counts: 1.4 } as const

/**
 * What answers `who`, `where` and `when` without a name or a date: `by an engineer`, `pharmacists`, `in the mountains`,
 * `when the ice melts`.
 */
function findUnnamed({ kind, asked }: Query, plain: string, words: readonly Word[], language: Language): Stretch[] {
  const { agents, moments, places } = lexiconOf(language.tag)
  const isSmall = ({ text }: Word) => language.isFunctionWord(text)
  const isNew = (word: Word) => !asked.has(word.text.toLowerCase()) && !isSmall(word)
  const behind = (leading: ReadonlySet<string>, ends: (word: Word) => boolean): Stretch[] =>
    words.flatMap(({ text }, i): Stretch[] => {
      const phrase = leading.has(text.toLowerCase()) ? takePhrase(words.slice(i + 1), plain, ends) : []
      const [first, last] = [phrase[0], phrase.at(-1)]
      return first && last && phrase.some(isNew) ? [[first.start, last.end]] : []
    })
  switch (kind) {
    case 'time':
      return behind(moments, () => false)
    case 'place':
      return behind(places, isSmall)
    case 'person':
    case 'organisation': {
      const done = behind(agents, isSmall)
      const people = words.filter((word) => isNew(word) && /^(?:person|group)$/.test(language.classOf(word.text)))
      return done.length > 0 ? done : people.map(({ start, end }): Stretch => [start, end])
    }
    default:
      return []
  }
}

/** Words up to a mark, or up to one that ends the phrase behind one that does not. */
function takePhrase(words: readonly Word[], plain: string, ends: (word: Word) => boolean): Word[] {
  const taken: Word[] = []
  let begun = false
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]
    if (before && /[^\s\p{Pd}'’]/u.test(plain.slice(before.end, word.start))) break
    if (ends(word)) {
      if (begun) break
    } else begun = true
    taken.push(word)
  }
  return begun ? taken : []
}

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
