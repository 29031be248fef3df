/** How many characters Discord counts: code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}

/** Stands where a text was cut. */
export const ELLIPSIS = ' […]'

/** How far back from the cut a space is looked for, in UTF-16 units. */
const LONGEST_WORD = 40

/**
 * As much of a text as has room, its end marked where it was cut, never inside what a reader sees as one letter.
 * @param room in code points, for the text as `write` writes it and the mark
 * @param write how it will be written, escaped say: never shorter than the text
 */
export function truncate(text: string, room: number, write: (text: string) => string = (same) => same): string {
  // No text of more UTF-16 units than twice the room has room; longer ones are not worth escaping whole.
  if (text.length <= 2 * room) {
    const whole = write(text)
    if (lengthOf(whole) <= room) return whole
  }
  const mark = write(ELLIPSIS)
  return write(takeStart(text, room - lengthOf(mark), write).trimEnd()) + mark
}

/** The longest beginning that has room, up to a space if one is near. */
export function takeStart(text: string, room: number, write: (text: string) => string): string {
  const head = text.slice(0, 2 * room + 1)
  const ends = [...new Intl.Segmenter().segment(head)].map(({ index, segment }) => index + segment.length)
  const byLetters = longest(head, ends, room, write)
  if (byLetters === '') {
    // One letter with more marks on it than there is room for.
    let end = 0
    const points = [...head].map((point) => (end += point.length))
    return longest(head, points, room, write)
  }
  if (byLetters.length === text.length) return text
  const space = /\s\S*$/u.exec(byLetters)?.index ?? 0
  return space > 0 && byLetters.length - space <= LONGEST_WORD ? byLetters.slice(0, space) : byLetters
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

/** A text in pieces that have room, each cut where a word ends if one does. */
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
