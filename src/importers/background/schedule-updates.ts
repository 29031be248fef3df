// Reads feeds and fetches pages again while the bot runs, in a worker thread, so that questions are answered meanwhile.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { FEEDS_FILE } from '../../corpus/files/walk-folder.ts'
import { messageOf } from '../../errors.ts'
import { FolderLock } from '../folder/folder-lock.ts'
import { FEED_INTERVAL } from '../limits.ts'
import { type Update, updateLine } from '../updates/update.ts'
import type { UpdateRequest } from '../updates/update-all.ts'
import { startImport } from './start-import.ts'

/**
 * Starts at once, and looks again every ten minutes. Of several processes, one does it.
 * @param onWarning something that an owner should know, in a line
 * @returns ends it
 */
export function scheduleUpdates(
  request: Omit<UpdateRequest, 'isForced'>,
  onWarning: (line: string) => void,
): () => void {
  let worker: Worker | undefined
  let lock: FolderLock | undefined
  const update = (): void => {
    if (worker || !hasWork(request)) return
    lock ??= new FolderLock(join(request.imported, 'updates.lock'), update)
    if (!lock.isHeld) return
    worker = startImport({ kind: 'update', request: { ...request, isForced: false } })
    // Articles that are new or have changed are noticed in their folder.
    worker.on('message', (message: Update) => {
      if (message.kind !== 'fetched') onWarning(`warning: ${updateLine(message)}`)
    })
    worker.once('error', (error) => onWarning(`warning: feeds and pages were not refreshed (${messageOf(error)})`))
    worker.once('exit', () => {
      worker = undefined
    })
    worker.unref()
  }
  const timer = setInterval(update, FEED_INTERVAL).unref()
  update()
  return () => {
    clearInterval(timer)
    lock?.close()
    void worker?.terminate()
  }
}

function hasWork({ corpus, feeds, refresh }: Omit<UpdateRequest, 'isForced'>): boolean {
  return feeds.length > 0 || refresh !== undefined || corpus.some((folder) => existsSync(join(folder, FEEDS_FILE)))
}
