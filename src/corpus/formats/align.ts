// Maps what a parser read back to where it stands in the file.
import { decodeString } from 'micromark-util-decode-string'
import type { Run, Span } from '../text/visible.ts'

const REFERENCE = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z0-9]{1,31});/giu
const ESCAPED = /[!-/:-@[-`{-~]/u

/**
 * Aligns a parsed value with the file's text in a span, skipping what the parser removed: the `>` of quoted lines, indents,
 * backticks. An escaped character with its backslash is a run of its own, and so is a character reference.
 */
export function align(value: string, text: string, { start, end }: Span): Run[] {
  const written = text.slice(start, end)
  if (written.replaceAll('\0', '\ufffd') === value) return [{ visible: written, start, end }]
  return alignWith(value, text, { start, end }, decodedAt)
}

/** As `align`, for code, where backslashes and references are literal. */
export function alignCode(value: string, text: string, span: Span): Run[] {
  return alignWith(value, text, span, () => undefined)
}

/** What a reader sees of a stretch of HTML without tags: its character references decoded. */
export function decodeReferences(text: string, { start, end }: Span): Run[] {
  const runs: Run[] = []
  let at = start
  for (const { 0: reference, index } of text.slice(start, end).matchAll(REFERENCE)) {
    const from = start + index
    runs.push({ visible: text.slice(at, from), start: at, end: from })
    at = from + reference.length
    runs.push({ visible: decodeString(reference), start: from, end: at })
  }
  return [...runs, { visible: text.slice(at, end), start: at, end }]
}

interface Decoded {
  readonly visible: string
  readonly length: number
}

function alignWith(
  value: string,
  text: string,
  { start, end }: Span,
  decode: (text: string, at: number) => Decoded | undefined,
): Run[] {
  const runs: Run[] = []
  let at = start
  let from = 0
  while (from < value.length && at < end) {
    const decoded = decode(text, at)
    if (decoded !== undefined && value.startsWith(decoded.visible, from)) {
      runs.push({ visible: decoded.visible, start: at, end: at + decoded.length })
      from += decoded.visible.length
      at += decoded.length
    } else if (sameLetter(value.charAt(from), text.charAt(at))) {
      let length = 1
      while (
        from + length < value.length &&
        at + length < end &&
        !'&\\'.includes(text.charAt(at + length)) &&
        value.charAt(from + length) === text.charAt(at + length)
      )
        length++
      runs.push({ visible: text.slice(at, at + length), start: at, end: at + length })
      from += length
      at += length
    } else at++
  }
  return runs
}

function decodedAt(text: string, at: number): Decoded | undefined {
  const letter = text.charAt(at)
  if (letter === '\\' && ESCAPED.test(text.charAt(at + 1))) return { visible: text.charAt(at + 1), length: 2 }
  if (letter !== '&') return undefined
  const [reference] = /^&[#a-z0-9]{1,31};/iu.exec(text.slice(at, at + 33)) ?? []
  if (reference === undefined) return undefined
  const visible = decodeString(reference)
  return visible === reference ? undefined : { visible, length: reference.length }
}

/** The parser turns line ends in inline code into spaces, CR and CRLF into LF, and NUL into U+FFFD. */
function sameLetter(parsed: string, written: string): boolean {
  return (
    parsed === written || (/\s/u.test(parsed) && /[\r\n]/u.test(written)) || (parsed === '\ufffd' && written === '\0')
  )
}
