// What each audience may see of the corpus, as statistics of their own.
import { at } from '../../columns/at.ts'
import { countStrings, findString } from '../../columns/string-table.ts'
import type { Audience } from '../../corpus/audience.ts'
import { countArticles, countIn, type OrdinalRange, sentencesOf } from '../../corpus/packed.ts'
import type { TermStatistics } from './term-statistics.ts'

/** The articles of one server, or the shared ones. */
interface Part {
  /** Their sentences: ascending and disjoint. */
  readonly ranges: OrdinalRange[]
  /** Indexes in `packed.languages`, with the number of articles and the first of them. */
  readonly languages: Map<number, { readonly count: number; readonly first: number }>
}

/**
 * Makes the function that restricts statistics to what an audience may see: the shared articles and those of its servers.
 * The articles of a server lie together, so that this takes microseconds and nothing is kept between questions.
 */
export function openViews(whole: TermStatistics): (audience: Audience) => TermStatistics {
  const { packed, index } = whole
  /** Of the shared articles, then of each server. */
  const parts = Array.from(
    { length: countStrings(packed.servers) + 1 },
    (): Part => ({ ranges: [], languages: new Map() }),
  )
  for (let article = 0; article < countArticles(packed); article++) {
    const part = parts[at(packed.serverOf, article)]
    if (!part) throw new RangeError(`no server of article ${article}`)
    const language = at(packed.languageOf, article)
    const { count, first } = part.languages.get(language) ?? { count: 0, first: article }
    part.languages.set(language, { count: count + 1, first })
    append(part.ranges, sentencesOf(packed, article))
  }
  return (audience) => {
    if (audience === 'all' || parts.length === 1) return whole
    const servers = new Set(audience.flatMap((server) => findString(packed.servers, server) ?? []))
    const seen = parts.filter((_, owner) => owner === 0 || servers.has(owner - 1))
    const visible: OrdinalRange[] = []
    for (const range of seen.flatMap(({ ranges }) => ranges).sort((a, b) => a.from - b.from)) append(visible, range)
    const tokens = visible.reduce(
      (sum, { from, to }) => sum + at(index.tokenStarts, to) - at(index.tokenStarts, from),
      0,
    )
    const averageLength = tokens / Math.max(1, countIn(visible))
    return {
      ...whole,
      visible,
      averageLength,
      spoken: languagesOf(seen).flatMap((place) => whole.languages[place] ?? []),
    }
  }
}

/** Adds a range behind ascending ones, to the last of them where they touch. */
function append(ranges: OrdinalRange[], { from, to }: OrdinalRange): void {
  const last = ranges.at(-1)
  if (last?.to === from) ranges[ranges.length - 1] = { from: last.from, to }
  else ranges.push({ from, to })
}

/** The languages of some parts, most common first, and among equals the one that comes first in the corpus. */
function languagesOf(parts: readonly Part[]): number[] {
  const counts = new Map<number, { readonly count: number; readonly first: number }>()
  for (const [language, { count, first }] of parts.flatMap(({ languages }) => [...languages])) {
    const known = counts.get(language)
    counts.set(language, known ? { count: known.count + count, first: Math.min(known.first, first) } : { count, first })
  }
  return [...counts].sort(([, a], [, b]) => b.count - a.count || a.first - b.first).map(([language]) => language)
}
