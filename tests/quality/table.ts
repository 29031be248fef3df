// Markdown tables of figures.
import { bootstrap } from './bootstrap.ts'

/** A mean with its 95 % interval: `.865 ±.020`. */
export function withInterval(values: readonly number[]): string {
  const { mean, within } = bootstrap(values)
  return `${short(mean)} ±${short(within)}`
}

/** A share with three places and no nought before the point: `.865`. */
export function short(share: number): string {
  return share.toFixed(3).replace(/^0(?=\.)/u, '')
}

/** Rows of cells as a Markdown table, its columns aligned. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' | ')} |`
  const [head = [], ...body] = rows
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(line)].join('\n')
}
