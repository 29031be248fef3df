// Who added which article of a folder from Discord, and when: a file beside the articles.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { writeWhole } from '../write-file.ts'

/** Files with a dot before their name are not read as articles. */
const FILE = '.added.json'

const Addition = v.object({
  /** User id. */
  by: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
})
export type Addition = v.InferOutput<typeof Addition>

/** By path, relative to the folder. */
export type Ledger = Readonly<Record<string, Addition>>

/** Empty when there is none, or when it is damaged. */
export function readLedger(folder: string): Ledger {
  try {
    return v.parse(v.record(v.string(), Addition), JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
  } catch {
    return {}
  }
}

export function recordAdditions(folder: string, paths: readonly string[], addition: Addition): void {
  const added = Object.fromEntries(paths.map((path) => [path, addition]))
  writeWhole(join(folder, FILE), `${JSON.stringify({ ...readLedger(folder), ...added })}\n`)
}

export function recordRemoval(folder: string, path: string): void {
  const { [path]: _, ...rest } = readLedger(folder)
  writeWhole(join(folder, FILE), `${JSON.stringify(rest)}\n`)
}
