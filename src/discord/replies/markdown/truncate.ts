/** Measures and shortens texts the way Discord counts them. */

/** The number of code points, which is what Discord counts. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Marks where a text was cut. */
export const ELLIPSIS = ' […]'

/** How far back from the cut to look for a space, in UTF-16 units. */
const MAX_WORD = 40

/**
 * Shortens a text to fit, with an ellipsis where it was cut, never inside a grapheme.
 * @param room code points for the written text, ellipsis included
 * @param write how the text is written, for example escaped; never shorter than the text
 */
export function truncate(text: string, room: number, write: (text: string) => string = (same) => same): string {
  // A text of more than 2 × room UTF-16 units cannot fit, so do not escape all of it.
  if (text.length <= 2 * room) {
    const whole = write(text)
    if (lengthOf(whole) <= room) return whole
  }
  const mark = write(ELLIPSIS)
  return write(takeStart(text, room - lengthOf(mark), write).trimEnd()) + mark
}

/** The longest prefix that fits, cut at a space if one is near. */
export function takeStart(text: string, room: number, write: (text: string) => string): string {
  const head = text.slice(0, 2 * room + 1)
  const ends = [...new Intl.Segmenter().segment(head)].map(({ index, segment }) => index + segment.length)
  const byGraphemes = longest(head, ends, room, write)
  if (byGraphemes === '') {
    // A single grapheme with more combining marks than fit.
    let end = 0
    const points = [...head].map((point) => (end += point.length))
    return longest(head, points, room, write)
  }
  if (byGraphemes.length === text.length) return text
  const space = /\s\S*$/u.exec(byGraphemes)?.index ?? 0
  return space > 0 && byGraphemes.length - space <= MAX_WORD ? byGraphemes.slice(0, space) : byGraphemes
}

function longest(text: string, ends: readonly number[], room: number, write: (text: string) => string): string {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (lengthOf(write(text.slice(0, ends[middle - 1]))) <= room) low = middle
    else high = middle - 1
  }
  return low === 0 ? '' : text.slice(0, ends[low - 1])
}

/** Splits a text into pieces that fit, at spaces where possible. */
export function splitIntoPieces(text: string, room: number): string[] {
  const parts: string[] = []
  let rest = text
  while (rest !== '') {
    const part = takeStart(rest, room, (same) => same)
    parts.push(part.trim())
    rest = rest.slice(part.length).trimStart()
  }
  return parts
}

/** Splits a text into pieces of whole lines that fit; a line that is longer than `room` is split between words. */
export function splitLines(text: string, room: number): string[] {
  const pieces: string[] = []
  for (const line of text.split('\n')) {
    const last = pieces.at(-1)
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(line) <= room) pieces.splice(-1, 1, `${last}\n${line}`)
    else pieces.push(...(lengthOf(line) <= room ? [line] : splitIntoPieces(line, room)))
  }
  return pieces
}
