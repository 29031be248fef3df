/** The line that repeats the question above an answer. */
import { escapeInLine, unescapeMarkdown } from './markdown/escape.ts'

const [OPEN, CLOSE] = ['-# ❝ ', ' ❞']

/** Small text; `questionAbove` reads it back. */
export function questionLine(question: string): string {
  return OPEN + escapeInLine(question) + CLOSE
}

/** The question above an answer; undefined if there is none. */
export function questionAbove(content: string): string | undefined {
  const [line = ''] = content.split('\n', 1)
  return line.startsWith(OPEN) && line.endsWith(CLOSE)
    ? unescapeMarkdown(line.slice(OPEN.length, -CLOSE.length))
    : undefined
}
