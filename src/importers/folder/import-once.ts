// Converts the documents of folders for a process that reads them once, such as `verbatim ask`.
import { setTimeout } from 'node:timers/promises'
import { type CorpusFile, listFiles } from '../../corpus/files/list-files.ts'
import { documentsLock } from './folder-lock.ts'
import { DocumentImporter, type ImportOptions } from './import-documents.ts'

/** Milliseconds between two looks at what another process converts, and of waiting for it without any progress. */
const POLL = 200
const PATIENCE = 60_000

/**
 * Waits for another process that is converting them; one that makes no progress may be at work for other folders.
 * @param folders of articles
 * @param pending documents in them without an up-to-date conversion
 */
export async function importOnce(
  folders: readonly string[],
  pending: readonly CorpusFile[],
  options: ImportOptions,
): Promise<void> {
  const lock = documentsLock(options.imported)
  try {
    let left = pending
    for (let waited = 0; left.length > 0 && !lock.isHeld && waited < PATIENCE; waited += POLL) {
      await setTimeout(POLL)
      const { files } = await listFiles(folders, options.imported)
      const now = files.filter(({ document }) => document?.isPending)
      if (now.length !== left.length) waited = 0
      left = now
    }
    if (left.length > 0) await new DocumentImporter(options).import(left)
  } finally {
    lock.close()
  }
}
