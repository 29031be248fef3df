// Finds the lines of a code block in the file.
import { linesIn } from '../text/lines.ts'
import type { Run, Span } from '../text/visible.ts'

/**
 * A run for each line of a code block. Each line ends a line of the file, which has it after its indent and the `>` of a
 * quote; the indent is seen but does not belong to the run's offsets.
 */
export function codeLines(value: string, { start, end }: Span, text: string, isFenced: boolean): Run[] {
  const written = [...linesIn(text, start, end)]
  if (isFenced) written.shift()
  return value.split(/\r\n?|\n/u).map((line, i) => {
    const { start: from, end: to } = written[i] ?? { start: end, end }
    const bare = line.trimStart()
    const lineStart = Math.max(from, to - bare.length)
    return { visible: line.slice(0, line.length - bare.length) + text.slice(lineStart, to), start: lineStart, end: to }
  })
}
