/** Lists, table rows and code in Discord's Markdown. */
import { listMarker } from '../../../answer/list-marker.ts'
import type { Article, Piece, Sentence } from '../../../corpus/article.ts'
import { escapeMarkdown } from './escape.ts'
import { ELLIPSIS, lengthOf } from './truncate.ts'

type Range = readonly [start: number, end: number]

/**
 * A line for each piece of a list: its lead-in, then its items with the markers of the file.
 * @param answer offsets into `plain` to set in bold; the item that stands alone with its lead-in is bold without them
 */
export function listLines(article: Article, { pieces = [], plain }: Sentence, answer?: Range): string[] {
  const items = pieces.filter(({ isContext }) => !isContext)
  const [only] = items.length === 1 ? items : []
  const marked = answer ?? (only && ([only.at, only.at + only.plain.length] as const))
  return pieces.map((piece) => {
    const marker = piece.isContext ? undefined : listMarker(article, piece.start)
    return (marker === undefined ? '' : `${marker} `) + boldWithin(plain, piece, marked)
  })
}

/** The text of a piece, with the part of it that lies in a range of the sentence in bold. */
function boldWithin(plain: string, { at, plain: own }: Piece, range: Range | undefined): string {
  const from = Math.max(at, range?.[0] ?? at)
  const to = Math.min(at + own.length, range?.[1] ?? at)
  if (from >= to) return escapeMarkdown(own)
  const [before, inside, after] = [plain.slice(at, from), plain.slice(from, to), plain.slice(to, at + own.length)]
  return `${escapeMarkdown(before)}**${escapeMarkdown(inside)}**${escapeMarkdown(after)}`
}

/** The cells of a table row, each behind its column's header in bold. */
export function rowLine({ pieces, plain }: Sentence): string {
  if (!pieces) return escapeMarkdown(plain)
  let line = ''
  let reached = 0
  for (const { at, plain: own, isContext } of pieces) {
    const cell = isContext ? `**${escapeMarkdown(own)}**` : escapeMarkdown(own)
    line += plain.slice(reached, at) + cell
    reached = at + own.length
  }
  return line
}

/** The lines of code or of a list, without the line that introduces them. */
export function ownLines({ pieces, plain }: Pick<Sentence, 'pieces' | 'plain'>): string {
  const lines = pieces?.filter(({ isContext }) => !isContext).map((piece) => piece.plain)
  return lines?.join('\n') ?? plain
}

/** Discord takes a name in this form for a language of its syntax highlighter. */
const LANGUAGE = /^[\w+#.-]{1,20}$/u
/** A zero-width space keeps the code's own fences from closing the block. */
const SAFE_FENCE = '`\u200b`\u200b`'

/**
 * A fenced block of code, cut after its last line that fits.
 * @param room in code points
 */
export function codeBlock(code: string, language: string | undefined, room: number): string {
  const open = `\`\`\`${language !== undefined && LANGUAGE.test(language) ? language : ''}\n`
  const write = (lines: readonly string[]) => lines.join('\n').replaceAll('```', SAFE_FENCE)
  const lines = code.split('\n')
  const whole = `${open}${write(lines)}\n\`\`\``
  if (lengthOf(whole) <= room) return whole
  const close = `\n${ELLIPSIS.trim()}\n\`\`\``
  const left = room - lengthOf(open) - lengthOf(close)
  let shown = 1
  while (shown < lines.length && lengthOf(write(lines.slice(0, shown + 1))) <= left) shown++
  const text = [...write(lines.slice(0, shown))].slice(0, Math.max(0, left)).join('')
  return open + text + close
}
