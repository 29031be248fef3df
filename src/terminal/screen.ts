/** Text output: colours, line wrapping, aligned columns. */
import { once } from 'node:events'
import { styleText } from 'node:util'
import cut from 'fast-string-truncated-width'
import stringWidth from 'fast-string-width'
import { wrapAnsi } from 'fast-wrap-ansi'

/** What a text is laid out for. */
export interface Screen {
  /** In columns; undefined for a pipe, where lines are not wrapped. */
  readonly width: number | undefined
  readonly colours: boolean
}

/** The capabilities of a stream. `hasColors` respects `NO_COLOR` and `FORCE_COLOR`. */
export function screenOf(stream: NodeJS.WriteStream): Screen {
  return { width: stream.isTTY ? stream.columns : undefined, colours: Boolean(stream.isTTY && stream.hasColors()) }
}

/** Writes, and waits if the reader is slower than we are. */
export async function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain')
}

/** Sets a text in bold or dims it, if the screen has colours. */
export function paint(screen: Screen, style: 'bold' | 'dim', text: string): string {
  return screen.colours && text !== '' ? styleText(style, text, { validateStream: false }) : text
}

/** Wraps at words; wide characters take two columns, and words longer than a line are broken. */
export function wrap(screen: Screen, text: string, indent = ''): string {
  if (screen.width === undefined) return text.replace(/^/gmu, indent)
  const room = Math.max(10, screen.width - indent.length)
  return wrapAnsi(text, room, { hard: true })
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
}

/** Aligns rows in columns below a heading, the first row. The widest column is cut, with `…`, to fit the screen. */
export function columns(screen: Screen, rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => stringWidth(row[i] ?? ''))))
  const gaps = 2 * (widths.length - 1)
  const over = widths.reduce((sum, width) => sum + width, gaps) - (screen.width ?? Number.POSITIVE_INFINITY)
  const widest = widths.indexOf(Math.max(...widths))
  if (over > 0) widths[widest] = Math.max(8, (widths[widest] ?? 0) - over)
  return rows
    .map((row, line) => {
      const cells = row.map((cell, i) => {
        const fitted = clip(cell, widths[i] ?? 0)
        return fitted + ' '.repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(fitted)))
      })
      const text = cells.join('  ').trimEnd()
      return line === 0 ? paint(screen, 'bold', text) : text
    })
    .join('\n')
}

function clip(text: string, width: number): string {
  const { index, ellipsed } = cut(text, { limit: width, ellipsis: '…' })
  return ellipsed ? `${text.slice(0, index)}…` : text
}

/** Replaces control characters and overrides of the direction of text, so that a text cannot control the terminal. */
export function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202d\u202e]/gu, '\ufffd')
}
