// The records that Fuse.js need not search for a word, because none of their texts can match it.
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

/**
 * The records that may match a word, with only the fields that may: of a word with `n` errors, one of `n + 1` parts stands
 * unchanged in the text (Wu and Manber, 1992). Fuse.js takes some microseconds for each field.
 */
export function mayMatch(records: SentenceRecords, word: string): SentenceRecords {
  if (word.length > LONGEST) return records
  const parts = partsOf(word, Math.floor(ERRORS * word.length) + 1)
  const kept: SentenceRecords[number][] = []
  for (const record of records) {
    let fields: NonNullable<SentenceRecords[number]['$']> | undefined
    for (const [key, field] of Object.entries(record.$ ?? {})) {
      if (!Array.isArray(field) && !parts.some((part) => field.v.includes(part))) continue
      fields ??= {}
      fields[Number(key)] = field
    }
    if (fields) kept.push({ ...record, $: fields })
  }
  return kept
}

/** Cuts a word into parts of about the same length. */
function partsOf(word: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    word.slice(Math.floor((i * word.length) / count), Math.floor(((i + 1) * word.length) / count)),
  )
}
