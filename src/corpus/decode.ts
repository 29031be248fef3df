import { isUtf8 } from 'node:buffer'

/**
 * Decodes a file's bytes, without the byte order mark.
 * @throws Error saying what is wrong with them, and what to do
 */
export function decode(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new Error('it is UTF-16; save it as UTF-8')
  if (looksBinary(bytes)) throw new Error('it looks like a binary file, not text; take it out of the folder')
  if (!isUtf8(bytes)) throw new Error(`byte ${firstBadByte(bytes)} is not UTF-8; save it as UTF-8`)
  return new TextDecoder().decode(bytes)
}

/** Text may hold a stray control character; a binary file holds many in its first kilobytes. */
function looksBinary(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 8_192)
  const controls = start.filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b].includes(byte)).length
  return controls > start.length / 20
}

/** 0-based offset of the first byte that no UTF-8 text can have there. */
function firstBadByte(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const text = decoder.decode(bytes)
  let from = 0
  let offset = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    offset += Buffer.byteLength(text.slice(from, at))
    if (bytes.toString('latin1', offset, offset + 3) !== '\xef\xbf\xbd') break
    offset += 3
    from = at + 1
  }
  return offset
}
