// Where a command writes.
import type { Screen } from '../terminal/screen.ts'

/** Standard output and standard error of a command. */
export interface Output {
  readonly screen: Screen
  readonly write: (text: string) => void
  readonly warn: (line: string) => void
}
