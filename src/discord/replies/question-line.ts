import { escapeInLine, unescapeMarkdown } from './escape.ts'

const [OPEN, CLOSE] = ['-# ❝ ', ' ❞']

/** A question as a small line above its answer, from where a button reads it again. */
export function questionLine(question: string): string {
  return OPEN + escapeInLine(question) + CLOSE
}

/** The question above an answer, as it was asked; nothing where none stands there. */
export function questionAbove(content: string): string | undefined {
  const [line = ''] = content.split('\n', 1)
  return line.startsWith(OPEN) && line.endsWith(CLOSE)
    ? unescapeMarkdown(line.slice(OPEN.length, -CLOSE.length))
    : undefined
}
