// Decodes the bytes of a file, or says in which encoding they probably are.
import { isUtf8 } from 'node:buffer'

/**
 * Decodes UTF-8, without the byte order mark.
 * @param name of the file, for the command that converts it
 * @throws Error naming the probable encoding and how to convert the file
 */
export async function decode(bytes: Buffer, name: string): Promise<string> {
  if (isWide(bytes)) throw notUtf8('it is UTF-16', 'UTF-16', name)
  if (looksBinary(bytes)) throw new Error('it looks like a binary file, not text; remove it from the folder')
  if (!isUtf8(bytes)) {
    const encoding = await guessEncoding(bytes)
    throw notUtf8(`byte ${firstBadByte(bytes)} is not UTF-8; it is probably ${encoding}`, encoding, name)
  }
  return new TextDecoder().decode(bytes)
}

function notUtf8(what: string, encoding: string, name: string): Error {
  const quoted = `'${name.replaceAll("'", "'\\''")}'`
  return new Error(`${what}; convert it: iconv -f ${encoding} -t UTF-8 ${quoted} > utf8.txt && mv utf8.txt ${quoted}`)
}

/** UTF-16 with its byte order mark, or of Latin letters, every other byte of which is 0. */
function isWide(bytes: Buffer): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true
  const start = bytes.subarray(0, 1_024)
  const zeros = [0, 0]
  for (const [i, byte] of start.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return start.length >= 4 && Math.max(even, odd) > start.length / 4 && Math.min(even, odd) === 0
}

/** Bytes that are examined for an encoding. */
const SAMPLE = 65_536

/** Supersets that what is taken for a standard of ISO nearly always is. */
const SUPERSETS: Readonly<Record<string, string>> = {
  'ISO-8859-1': 'WINDOWS-1252',
  'ISO-8859-2': 'WINDOWS-1250',
  'ISO-8859-5': 'WINDOWS-1251',
  'ISO-8859-7': 'WINDOWS-1253',
  'ISO-8859-9': 'WINDOWS-1254',
}

async function guessEncoding(bytes: Buffer): Promise<string> {
  const { default: chardet } = await import('chardet')
  // Its rank of UTF-8 is by the share of valid sequences.
  const likely = chardet
    .analyse(bytes.subarray(0, SAMPLE))
    .find(({ name }) => !/^(?:UTF-(?:8|16|32)|ASCII)/u.test(name))
  const name = likely?.name ?? 'WINDOWS-1252'
  return SUPERSETS[name] ?? name.toUpperCase()
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
