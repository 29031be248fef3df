// Reads single entries of a ZIP archive into memory, within limits; nothing is ever written by an entry's name.
import { unzipSync } from 'fflate'
import { RefusedImport, refused } from '../refused-import.ts'

/** Bytes of one entry and of all that are read, uncompressed. */
const LARGEST_ENTRY = 30_000_000
const LARGEST_SUM = 60_000_000
const MOST_ENTRIES = 10_000

/**
 * @param isWanted is asked for each entry's name; the others are not decompressed
 * @throws RefusedImport when the archive is damaged, or larger than a document can be
 */
export function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let sum = 0
  let count = 0
  const sizes = new Map<string, number>()
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (++count > MOST_ENTRIES) throw refused('tooManyFiles', { most: MOST_ENTRIES })
    if (!isWanted(name)) return false
    sum += originalSize
    if (originalSize > LARGEST_ENTRY || sum > LARGEST_SUM) throw refused('bomb', {})
    sizes.set(name, originalSize)
    return true
  }
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof RefusedImport) throw error
    throw refused('damagedArchive', {})
  }
  for (const [name, content] of Object.entries(entries))
    if (content.length !== sizes.get(name)) throw refused('wrongSizes', {})
  return new Map(Object.entries(entries))
}
