// The trash of a folder of articles: what was removed is kept for a while.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const TRASH = '.trash'
/** Milliseconds. */
const KEPT = 30 * 24 * 60 * 60_000

/**
 * Moves a file to the trash of its folder of articles, and deletes there what has been kept for 30 days.
 * @param most bytes that the trash may take: the oldest files are deleted sooner
 * @returns where it is now
 */
export function moveToTrash(root: string, file: string, most = Number.POSITIVE_INFINITY): string {
  const trash = join(root, TRASH)
  mkdirSync(trash, { recursive: true })
  const kept = join(trash, `${new Date().toISOString().replace(/[:.]/gu, '-')} ${basename(file)}`)
  renameSync(file, kept)
  emptyTrash(root, most)
  return kept
}

/** Deletes what has been in the trash of a folder for 30 days; names begin with the time of removal. */
export function emptyTrash(root: string, most = Number.POSITIVE_INFINITY): void {
  const trash = join(root, TRASH)
  if (!existsSync(trash)) return
  let size = 0
  for (const name of readdirSync(trash).sort().reverse()) {
    const [, day, hours, minutes] = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-/u.exec(name) ?? []
    const removed = Date.parse(`${day}T${hours}:${minutes}:00Z`)
    size += statSync(join(trash, name)).size
    if (Date.now() - removed > KEPT || size > most) rmSync(join(trash, name), { force: true })
  }
}
