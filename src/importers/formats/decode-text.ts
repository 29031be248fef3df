// Finds the encoding of HTML and XML and decodes it.

import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { detect } from 'chardet'

/**
 * Decodes a document by its byte order mark, its HTTP charset, the charset that it declares, UTF-8 if it is valid, and
 * last by letter frequencies.
 * @param charset of the HTTP Content-Type
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const marked = markOf(bytes)
  const declared = marked ?? charset ?? declaredCharset(bytes)
  const decoder = declared === undefined ? undefined : decoderOf(declared)
  // A page that is valid UTF-8 with letters beyond ASCII is hardly ever anything else, whatever it declares.
  if (marked === undefined && isUtf8(bytes)) return new TextDecoder().decode(bytes)
  if (decoder && decoder.encoding !== 'utf-8') return decoder.decode(bytes)
  if (marked !== undefined) return new TextDecoder().decode(bytes)
  // Declared UTF-8 and not valid: a stray byte in a page of UTF-8, or another encoding altogether.
  const lenient = new TextDecoder().decode(bytes)
  const bad = lenient.split('\ufffd').length - 1
  const wide = lenient.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0
  if (bad <= wide / 10) return lenient
  const detected = decoderOf(detect(bytes.subarray(0, 65_536)) ?? 'windows-1252')
  return (detected ?? new TextDecoder('windows-1252')).decode(bytes)
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** Browsers look for `<meta charset>` in the first kilobyte; generators put scripts before it. */
const LOOKED_AT = 4_096

function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1')
  return (/<\?xml\b[^>]{0,200}?\bencoding ?= ?["']([\w.:-]{1,40})/iu.exec(start) ??
    /<meta\b[^>]{0,200}?\bcharset ?= ?["']? ?([\w.:-]{1,40})/iu.exec(start))?.[1]
}

function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}
