// Writes a file completely or not at all.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Creates its folder as well. */
export function writeWhole(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  // Files with a dot before their name are not read.
  const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`)
  try {
    writeFileSync(part, text)
    renameSync(part, path)
  } catch (error) {
    // A full disk needs the room.
    rmSync(part, { force: true })
    throw error
  }
}
