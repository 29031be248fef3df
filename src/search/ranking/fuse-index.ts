// The Fuse.js index of every sentence, searched at the sentences that are closest to a question.
import { setImmediate } from 'node:timers/promises'
import Fuse, { type FuseResultMatch, type IFuseOptions } from 'fuse.js'
import { at } from '../../columns/at.ts'
import { countSentences, plainAt, recordAt, trailAt } from '../../corpus/packed.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import type { Query } from '../query/query.ts'
import { cutToMatches, ERRORS, foldText, type SentenceRecords } from './fuse-filter.ts'

/** What Fuse.js finds of a question in one sentence. */
export interface FuseMatch {
  /** How well the question's content words match, weighted by their rarity in the corpus: 0 to 1. */
  readonly score: number
  /** For each content word that matches the sentence itself, where: UTF-16 offsets `[start, end)` of `plain`. */
  readonly ranges: ReadonlyMap<string, readonly (readonly [number, number])[]>
}

/** Searches some sentences for a question's content words: ordinal → match. */
export type FuzzyMatcher = (query: Query, ordinals: readonly number[]) => ReadonlyMap<number, FuseMatch>

interface SentenceFields {
  readonly text: string
  readonly title: string
  readonly trail: string
}

const KEYS = ['text', 'title', 'trail']
/** Records and words are folded beforehand: Fuse.js would fold each text again for each word. */
export const MATCHING = {
  ignoreLocation: true,
  threshold: ERRORS,
  ignoreFieldNorm: true,
  isCaseSensitive: true,
  includeScore: true,
  includeMatches: true,
  shouldSort: false,
} as const
const OPTIONS: IFuseOptions<SentenceFields> = { keys: KEYS, ...MATCHING }

/** A larger corpus is indexed on demand: its records would take some 280 bytes a sentence. */
const INDEXED_AT_OPENING = 200_000
/** Sentences indexed between two turns of the event loop; about 5 ms. */
const SLICE = 2_000

/**
 * Opens the Fuse.js index of a corpus. It fills in the background; a sentence that is searched before it is reached is
 * indexed at once. Fuse.js by itself walks every record for every word and counts each word the same: here, term
 * statistics choose the records and weight the words.
 */
export function openFuseIndex(statistics: TermStatistics): FuzzyMatcher {
  const { packed } = statistics
  const size = countSentences(packed)
  const { keys } = Fuse.createIndex<SentenceFields>(KEYS, []).toJSON()
  const records: (SentenceRecords[number] | undefined)[] = Array.from({ length: size })
  const titles = new Map<number, string>()
  const titleOf = (article: number): string => {
    const title = titles.get(article) ?? foldText(recordAt(packed, article).title)
    titles.set(article, title)
    return title
  }
  const createRecords = (from: number, to: number): SentenceRecords => {
    const fields = Array.from(
      { length: to - from },
      (_, i): SentenceFields => ({
        text: foldText(plainAt(packed, from + i)),
        title: titleOf(at(packed.articleOf, from + i)),
        trail: foldText(trailAt(packed, from + i).join(' ')),
      }),
    )
    const { records: made } = Fuse.createIndex(KEYS, fields).toJSON()
    return made.map((record) => ({ ...record, i: from + record.i }))
  }
  const recordOf = (ordinal: number) => {
    const known = records[ordinal]
    if (known) return [known]
    const made = createRecords(ordinal, ordinal + 1)
    if (size <= INDEXED_AT_OPENING) for (const record of made) records[ordinal] = record
    return made
  }
  const fill = async () => {
    for (let from = 0; from < size; from += SLICE) {
      await setImmediate(undefined, { ref: false })
      for (const record of createRecords(from, Math.min(size, from + SLICE))) records[record.i] = record
    }
  }
  if (size <= INDEXED_AT_OPENING) void fill()

  const fuse = new Fuse<SentenceFields>([], OPTIONS)
  return (query, ordinals) => {
    const closest = ordinals.flatMap(recordOf)
    const words = query.words.filter(({ content }) => content)
    const total = words.reduce((sum, { weight }) => sum + weight, 0)
    const found = new Map<number, { score: number; ranges: Map<string, [number, number][]> }>()
    for (const { text, weight } of words) {
      const sought = foldText(text)
      const { records: stretches, starts } = cutToMatches(closest, sought)
      const index = Fuse.parseIndex<SentenceFields>({ keys: [...keys], records: stretches })
      fuse.setCollection([], index)
      for (const { refIndex, score = 1, matches = [] } of fuse.search(sought)) {
        const match = found.get(refIndex) ?? { score: 0, ranges: new Map() }
        found.set(refIndex, match)
        match.score += (weight * (1 - score)) / total
        const ranges = rangesIn(matches, starts.get(refIndex) ?? 0)
        if (ranges.length > 0) match.ranges.set(text, ranges)
      }
    }
    return found
  }
}

/** Fuse.js gives the last offset of a range, not the one behind it; `from` is where the searched stretch begins. */
function rangesIn(matches: readonly FuseResultMatch[], from: number): [number, number][] {
  return matches
    .filter(({ key }) => key === 'text')
    .flatMap(({ indices }) => indices.map(([start, last]): [number, number] => [from + start, from + last + 1]))
}
