// Which feeds and pages are brought up to date, by the settings.
import type { Settings } from './config.ts'
import { importedFolder } from './corpus/files/conversions.ts'
import type { UpdateRequest } from './importers/updates/update-all.ts'
import type { CorpusPaths } from './indexing/refresh-index.ts'

export function updateRequestOf(
  { feeds, refresh, fetchLoopback }: Settings,
  { corpus, cache }: CorpusPaths,
): Omit<UpdateRequest, 'isForced'> {
  return {
    corpus,
    imported: importedFolder(cache),
    feeds,
    ...(refresh !== undefined && { refresh }),
    allowLoopback: fetchLoopback,
  }
}
