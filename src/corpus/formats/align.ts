import { decodeString } from 'micromark-util-decode-string'
import type { Run } from '../visible.ts'

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z0-9]{1,31});/iuy

/**
 * Finds the letters of a parsed value in the file's text between `start` and `end`, past what the parser took out:
 * backslashes, backticks, the `>` of a quoted line, indents. A character reference is one run of its own.
 */
export function align(value: string, text: string, start: number, end: number): Run[] {
  const runs: Run[] = []
  let at = start
  let from = 0
  while (from < value.length && at < end) {
    const reference = referenceAt(text, at)
    if (reference !== undefined && value.startsWith(reference.decoded, from)) {
      runs.push({ visible: reference.decoded, start: at, end: at + reference.length })
      from += reference.decoded.length
      at += reference.length
    } else if (sameLetter(value.charAt(from), text.charAt(at))) {
      let length = 1
      while (
        from + length < value.length &&
        at + length < end &&
        text.charAt(at + length) !== '&' &&
        value.charAt(from + length) === text.charAt(at + length)
      )
        length++
      runs.push({ visible: value.slice(from, from + length), start: at, end: at + length })
      from += length
      at += length
    } else at++
  }
  return runs
}

function referenceAt(text: string, at: number): { readonly decoded: string; readonly length: number } | undefined {
  if (text.charAt(at) !== '&') return undefined
  REFERENCE.lastIndex = at
  const [reference] = REFERENCE.exec(text) ?? []
  if (reference === undefined) return undefined
  const decoded = decodeString(reference)
  return decoded === reference ? undefined : { decoded, length: reference.length }
}

/** A line end in code is a space to the parser, and a lone CR or CRLF a line end. */
function sameLetter(parsed: string, written: string): boolean {
  return parsed === written || (/\s/u.test(parsed) && /[\r\n]/u.test(written))
}
