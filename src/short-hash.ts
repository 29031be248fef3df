// Short names for texts.
import { createHash } from 'node:crypto'

/**
 * The start of the SHA-256 of a text.
 * @param length in characters: of 6 bits each in base64url, of 4 in hex, where case may be lost
 */
export function shortHash(text: string, length: number, encoding: 'base64url' | 'hex' = 'base64url'): string {
  return createHash('sha256').update(text).digest(encoding).slice(0, length)
}
