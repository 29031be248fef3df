// Reads what a request asks for.
import type { IncomingMessage } from 'node:http'
import { type Messages, messagesFor } from '../text/messages.ts'

export interface ReaderRequest {
  /** Decoded, without the path of the public address. */
  readonly path: string
  readonly parameters: URLSearchParams
  readonly text: Messages
  readonly acceptsGzip: boolean
}

/**
 * Reads a request.
 * @param prefix the path of the public address, without a slash at its end
 * @returns undefined for an address that cannot be decoded
 */
export function readRequest({ url = '', headers }: IncomingMessage, prefix: string): ReaderRequest | undefined {
  const [, raw = '', search = ''] = /^([^?#]*)\??([^#]*)/u.exec(url) ?? []
  const path = decodePath(raw)
  if (path === undefined) return undefined
  return {
    // A proxy may have removed the prefix.
    path: path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : path,
    parameters: new URLSearchParams(search),
    text: negotiateLanguage(headers['accept-language']),
    acceptsGzip: /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/iu.test(String(headers['accept-encoding'] ?? '')),
  }
}

function decodePath(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw)
  } catch {
    return undefined
  }
}

/** Languages of a header that are read: browsers send a few, and a header can hold thousands. */
const MAX_LANGUAGES = 20

/** The texts in the language that a browser prefers; English where there is none of its languages. */
function negotiateLanguage(accepted = ''): Messages {
  const preferred = accepted
    .split(',', MAX_LANGUAGES)
    .map((each) => {
      const [, tag = '', quality = '1'] = /^\s*([\w-]+|\*)(?:\s*;\s*q=([\d.]+))?/u.exec(each) ?? []
      return { tag: tag.toLowerCase(), quality: Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => ({ tag, messages: messagesFor(tag) }))
  const known = preferred.find(({ tag, messages }) => tag.split('-')[0] === messages.tag)
  return known?.messages ?? messagesFor(null)
}
