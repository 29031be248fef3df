// What Fuse.js need not search for a word, because it cannot match there.
import type { FuseIndex } from 'fuse.js'

export type SentenceRecords = FuseIndex<unknown>['records']

/** The largest part of a word's letters that may be wrong. */
export const ERRORS = 0.25
/** Fuse.js searches longer words in parts, in letters. */
const LONGEST = 32

/** A text in lower case and without diacritics, as Fuse.js compares texts. */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  if (!/[^\0-\x7f]/.test(lower)) return lower
  return lower
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđøħŧıß]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
}

/** Letters that Fuse.js takes for others, although Unicode does not decompose them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', đ: 'd', ø: 'o', ħ: 'h', ŧ: 't', ı: 'i', ß: 'ss' }

/** Records with only the fields that may match a word, each cut to the stretch where it may. */
export interface Stretches {
  readonly records: SentenceRecords
  /** Where the stretch of a record's first field begins in that field, by the number of the record: UTF-16 offsets. */
  readonly starts: ReadonlyMap<number, number>
}

/** Cuts records to where they may match a word: Fuse.js walks a text several times for each, with a step for each character. */
export function cutToMatches(records: SentenceRecords, word: string): Stretches {
  const starts = new Map<number, number>()
  if (word.length > LONGEST) return { records, starts }
  const parts = partsOf(word, Math.floor(ERRORS * word.length) + 1)
  const kept: SentenceRecords[number][] = []
  for (const record of records) {
    let fields: NonNullable<typeof record.$> | undefined
    for (const [key, field] of Object.entries(record.$ ?? {})) {
      if (Array.isArray(field)) continue
      const stretch = findStretch(field.v, word, parts)
      if (!stretch) continue
      fields ??= {}
      fields[Number(key)] = { ...field, v: field.v.slice(...stretch) }
      if (key === '0') starts.set(record.i, stretch[0])
    }
    if (fields) kept.push({ ...record, $: fields })
  }
  return { records: kept, starts }
}

/**
 * The stretch `[start, end)` of a text that holds all matches of a word: of a word with `n` errors, one of `n + 1` parts
 * stands unchanged in the text (Wu and Manber, 1992). Where the word itself does, nothing else matches as well; a character
 * is kept beside it, because Fuse.js scores a text that is nothing but the word differently.
 */
function findStretch(text: string, word: string, parts: readonly string[]): readonly [number, number] | undefined {
  const exact = text.indexOf(word)
  if (exact >= 0) return [Math.max(0, exact - 1), text.lastIndexOf(word) + word.length + 1]
  let [first, last] = [text.length, -1]
  for (const part of parts) {
    const found = text.indexOf(part)
    if (found < 0) continue
    first = Math.min(first, found)
    last = Math.max(last, text.lastIndexOf(part))
  }
  return last < 0 ? undefined : [Math.max(0, first - 2 * word.length), last + 2 * word.length]
}

/** Cuts a word into parts of about the same length. */
function partsOf(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    word.slice(Math.floor((i * word.length) / count), Math.floor(((i + 1) * word.length) / count)),
  )
}
