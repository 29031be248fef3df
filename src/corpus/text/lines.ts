// Splits a text into lines.
/** UTF-16 offsets of a line: `next` is where the following line starts. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly next: number
}

/** The lines of `text` in `[from, to)`; the last one even if it is empty. */
export function* linesIn(text: string, from = 0, to = text.length, lineEnds = /\r\n?|\n/gu): Generator<Line> {
  let start = from
  for (const { 0: lineEnd, index } of text.slice(from, to).matchAll(lineEnds)) {
    const end = from + index
    yield { start, end, next: end + lineEnd.length }
    start = end + lineEnd.length
  }
  yield { start, end: to, next: to }
}
