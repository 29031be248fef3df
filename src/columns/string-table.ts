// A sorted table of strings in two flat arrays.
import { at } from './at.ts'
import { bufferOf, sharedNumbers } from './growable-array.ts'
import { binarySearch } from './sorted-array.ts'

/** String `i` is `bytes` `[starts[i], starts[i + 1])`, UTF-8. To be searched, strings are distinct and in UTF-16 order. */
export interface StringTable {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
}

/** Packs strings in their order. */
export function packStrings(sorted: readonly string[]): StringTable {
  const starts = sharedNumbers(sorted.length + 1)
  for (const [i, each] of sorted.entries()) starts[i + 1] = at(starts, i) + Buffer.byteLength(each)
  const bytes = new Uint8Array(new SharedArrayBuffer(at(starts, sorted.length)))
  const written = Buffer.from(bytes.buffer)
  for (const [i, each] of sorted.entries()) written.write(each, at(starts, i))
  return { bytes, starts }
}

export function countStrings({ starts }: StringTable): number {
  return starts.length - 1
}

/** The string at an index. */
export function stringAt({ bytes, starts }: StringTable, place: number): string {
  return bufferOf(bytes).toString('utf8', at(starts, place), at(starts, place + 1))
}

/** The index of a string. */
export function findString(table: StringTable, text: string): number | undefined {
  const sought = Buffer.from(text)
  const place = firstFrom(table, sought)
  if (place === countStrings(table) || compare(table, place, sought) !== 0) return undefined
  // Outside ASCII compare strings, not bytes: all lone surrogates have the same UTF-8.
  return sought.length === text.length || stringAt(table, place) === text ? place : undefined
}

/** The strings with a prefix, in order. */
export function* beginningWith(table: StringTable, letters: string): Generator<{ place: number; text: string }> {
  for (let place = firstFrom(table, Buffer.from(letters)); place < countStrings(table); place++) {
    const text = stringAt(table, place)
    if (!text.startsWith(letters)) return
    yield { place, text }
  }
}

/** The index of the first string that is not before `text` (UTF-8). */
function firstFrom(table: StringTable, text: Uint8Array): number {
  return binarySearch((place) => compare(table, place, text) >= 0, 0, countStrings(table))
}

/** Negative where the string is before `text`, 0 where they are equal; compares bytes, without decoding. */
function compare({ bytes, starts }: StringTable, place: number, text: Uint8Array): number {
  const [start, end] = [at(starts, place), at(starts, place + 1)]
  const length = Math.min(end - start, text.length)
  for (let i = 0; i < length; i++) {
    const [own, other] = [at(bytes, start + i), at(text, i)]
    if (own !== other) return inUtf16(own) - inUtf16(other)
  }
  return end - start - text.length
}

/** Orders first bytes of UTF-8 as UTF-16 does: U+E000 to U+FFFF come last. */
function inUtf16(byte: number): number {
  return byte === 0xee || byte === 0xef ? byte + 0x10 : byte
}
