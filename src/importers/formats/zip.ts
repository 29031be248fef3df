// Reads single entries of a ZIP archive into memory, within limits; nothing is ever written by an entry's name.
import { unzipSync } from 'fflate'
import { UnreadableDocument } from '../document.ts'

/** Bytes of one entry and of all that are read, uncompressed. */
const LARGEST_ENTRY = 30_000_000
const LARGEST_SUM = 60_000_000
const MOST_ENTRIES = 10_000

/**
 * @param isWanted is asked for each entry's name; the others are not decompressed
 * @throws UnreadableDocument when the archive is damaged, or larger than a document can be
 */
export function readZip(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let sum = 0
  let count = 0
  const sizes = new Map<string, number>()
  const refuse = (what: string) => {
    throw new UnreadableDocument(`${what}; it cannot be imported`)
  }
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) => {
    if (++count > MOST_ENTRIES) refuse(`it is an archive of more than ${MOST_ENTRIES} files`)
    if (!isWanted(name)) return false
    sum += originalSize
    if (originalSize > LARGEST_ENTRY || sum > LARGEST_SUM) refuse('it decompresses to more than a document can hold')
    sizes.set(name, originalSize)
    return true
  }
  let entries: Record<string, Uint8Array>
  try {
    entries = unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error
    throw new UnreadableDocument('the archive is damaged; save the document again')
  }
  for (const [name, content] of Object.entries(entries))
    if (content.length !== sizes.get(name)) refuse('its archive lies about the size of its files')
  return new Map(Object.entries(entries))
}
