/** Text output: colours, line wrapping, aligned columns. */
import { once } from 'node:events'
import { styleText } from 'node:util'
import truncatedWidth from 'fast-string-truncated-width'
import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** What a text is laid out for. */
export interface Screen {
  /** In columns; undefined for a pipe, where lines are not wrapped. */
  readonly width: number | undefined
  readonly colours: boolean
  /** Days after which the age of a dated source is stated; never when absent. */
  readonly staleAfter?: number | undefined
}

/** Where text is written: a terminal, a pipe or a file. */
export type Output = NodeJS.WritableStream & Partial<Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'hasColors'>>

/** The capabilities of a stream. `hasColors` respects `NO_COLOR` and `FORCE_COLOR`. */
export function screenOf(stream: Output, staleAfter?: number): Screen {
  const width = stream.isTTY ? stream.columns : undefined
  return { width, colours: Boolean(stream.isTTY && stream.hasColors?.()), staleAfter }
}

/** Writes, and waits if the reader is slower than we are. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

/** Sets a text in bold or dims it, if the screen has colours. */
export function paint(screen: Screen, style: 'bold' | 'dim', text: string): string {
  return screen.colours && text !== '' ? styleText(style, text, { validateStream: false }) : text
}

/** Wraps at words; wide characters take two columns, and words longer than a line are broken. Lines keep their indent. */
export function wrap(screen: Screen, text: string, indent = ''): string {
  const lines = text.split('\n').map((line) => {
    const own = indent + line.slice(0, line.length - line.trimStart().length)
    if (screen.width === undefined) return own + line.trimStart()
    const room = Math.max(10, screen.width - stringWidth(own))
    return wrapAnsi(line.trimStart(), room, { hard: true }).replace(/^/gmu, own)
  })
  return lines.join('\n')
}

/** Columns that are left for a text that is cut. */
const LEAST_CUT = 16

/**
 * Aligns rows in columns below a heading, the first row.
 * @param cut index of the column whose texts are cut at a word, with `…`, to fit the screen
 * @returns undefined if the rows do not fit
 */
export function columns(screen: Screen, rows: readonly (readonly string[])[], cut: number): string | undefined {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))))
  const total = widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1))
  const over = Math.max(0, total - (screen.width ?? Number.POSITIVE_INFINITY))
  const left = (widths[cut] ?? 0) - over
  if (over > 0 && left < LEAST_CUT) return undefined
  widths[cut] = left
  return rows
    .map((row, line) => {
      const cells = row.map((cell, i) => {
        const fitted = i === cut ? clip(cell, left) : cell
        return fitted + ' '.repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(fitted)))
      })
      const text = cells.join('  ').trimEnd()
      return line === 0 ? paint(screen, 'bold', text) : text
    })
    .join('\n')
}

/** Cuts a text that is wider than so many columns after a word, if there is room for one. */
function clip(text: string, width: number): string {
  const { index, ellipsed } = truncatedWidth(text, { limit: width, ellipsis: '…' })
  if (!ellipsed) return text
  const [whole] = /^.*\s(?=\S*$)/u.exec(text.slice(0, index + 1)) ?? []
  return `${(whole ?? text.slice(0, index)).trimEnd()}…`
}

/** Replaces control characters and overrides of the direction of text, so that a text cannot control the terminal. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/gu, '\ufffd')
}
