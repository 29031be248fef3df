// Finds words that share many letter pairs with a misspelt one.
import { at } from '../../columns/at.ts'
import { sharedNumbers } from '../../columns/growable-array.ts'
import { binarySearch, lowerBound } from '../../columns/sorted-array.ts'
import { countStrings, type StringTable, stringAt } from '../../columns/string-table.ts'

/** Which words hold each bigram: bigram `i` is in `words` `[starts[i], starts[i + 1])`, indexes in a table, by length. */
export interface BigramIndex {
  /** Each bigram, two UTF-16 units, as one number; ascending. */
  readonly pairs: Uint32Array
  readonly starts: Uint32Array
  readonly words: Uint32Array
  /** The length of each word in UTF-16 units, at most `LONGEST`. */
  readonly lengths: Uint8Array
}

/** The least Dice coefficient: one mistake in a word of five letters changes two of its six bigrams. */
const LEAST_SHARED = 0.4
/** The most that the lengths of similar words differ. */
const APART = 2
/** The most that a byte holds. */
const LONGEST = 255

/** Indexes the words of a table that have at least `shortest` letters. */
export function indexBigrams(table: StringTable, shortest: number): BigramIndex {
  const forms = Array.from({ length: countStrings(table) }, (_, place) => stringAt(table, place))
  const lengths = new Uint8Array(new SharedArrayBuffer(forms.length))
  const byLength: number[][] = Array.from({ length: LONGEST + 1 }, () => [])
  for (const [place, form] of forms.entries()) {
    const length = Math.min(LONGEST, form.length)
    lengths[place] = length
    if (length >= shortest) byLength[length]?.push(place)
  }
  const holders = new Map<number, number[]>()
  for (const place of byLength.flat()) {
    for (const pair of pairsOf(forms[place] ?? '')) {
      const places = holders.get(pair)
      if (places) places.push(place)
      else holders.set(pair, [place])
    }
  }
  const pairs = sharedNumbers([...holders.keys()].sort((a, b) => a - b))
  const starts = sharedNumbers(pairs.length + 1)
  for (const [i, pair] of pairs.entries()) starts[i + 1] = at(starts, i) + (holders.get(pair)?.length ?? 0)
  const words = sharedNumbers(at(starts, pairs.length))
  for (const [i, pair] of pairs.entries()) words.set(holders.get(pair) ?? [], at(starts, i))
  return { pairs, starts, words, lengths }
}

/**
 * Makes the function that finds the `limit` known words sharing the most bigrams with a word (Dice's coefficient), best first. A
 * word that shares enough of them shares one of the rarest, so only those are scanned for new words (prefix filtering:
 * Chaudhuri, Ganti and Kaushik, 2006).
 */
export function createSimilarWordFinder(
  { pairs, starts, words, lengths }: BigramIndex,
  table: StringTable,
): (word: string, limit: number, isKnown?: (word: string) => boolean) => string[] {
  const shared = new Uint8Array(countStrings(table))
  const lengthAt = (i: number) => at(lengths, at(words, i))
  /** The words of similar length that hold a bigram. */
  const listOf = (pair: number, length: number) => {
    const i = lowerBound(pairs, pair, 0, pairs.length)
    if (pairs[i] !== pair) return { start: 0, end: 0 }
    const last = at(starts, i + 1)
    const start = binarySearch((place) => lengthAt(place) >= length - APART, at(starts, i), last)
    return { start, end: binarySearch((place) => lengthAt(place) > length + APART, start, last) }
  }
  return (word, limit, isKnown = () => true) => {
    const sought = pairsOf(word)
    const least = Math.ceil((LEAST_SHARED / 2) * (sought.size + word.length + 1 - APART))
    const lists = Array.from(sought, (pair) => listOf(pair, word.length)).sort(
      (a, b) => a.end - a.start - (b.end - b.start),
    )
    const touched: number[] = []
    for (const { start, end } of lists.slice(0, sought.size + 1 - least)) {
      for (let i = start; i < end; i++) {
        const place = at(words, i)
        const count = at(shared, place)
        if (count === 0) touched.push(place)
        shared[place] = count + 1
      }
    }
    for (const { start, end } of lists.slice(sought.size + 1 - least)) {
      for (let i = start; i < end; i++) {
        const place = at(words, i)
        const count = at(shared, place)
        if (count > 0) shared[place] = count + 1
      }
    }
    const found: { readonly likeness: number; readonly place: number }[] = []
    for (const place of touched) {
      const likeness = (2 * at(shared, place)) / (sought.size + at(lengths, place) + 1)
      shared[place] = 0
      if (likeness >= LEAST_SHARED) found.push({ likeness, place })
    }
    const nearest: string[] = []
    for (const { place } of found.sort((a, b) => b.likeness - a.likeness || a.place - b.place)) {
      const text = stringAt(table, place)
      if (isKnown(text)) nearest.push(text)
      if (nearest.length === limit) break
    }
    return nearest
  }
}

/** The bigrams of a word, its beginning and end counted as letters. */
function pairsOf(word: string): Set<number> {
  const spaced = ` ${word} `
  const pairs = new Set<number>()
  for (let i = 0; i + 1 < spaced.length; i++) pairs.add(spaced.charCodeAt(i) * 0x10000 + spaced.charCodeAt(i + 1))
  return pairs
}
