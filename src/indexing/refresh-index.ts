// Brings the index up to date with the folders, and keeps a snapshot of it.
import { join } from 'node:path'
import { importedFolder } from '../corpus/files/conversions.ts'
import { realFolder } from '../corpus/files/walk-folder.ts'
import { countSentences } from '../corpus/packed.ts'
import { messageOf } from '../errors.ts'
import { shortHash } from '../short-hash.ts'
import { type Built, buildIndex, type OnProgress } from './build-index.ts'
import type { IndexVersion } from './index-version.ts'
import { program } from './program-identity.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

/** Where the articles are, and where their index is kept between runs. */
export interface CorpusPaths {
  /** Folders of articles. */
  readonly corpus: readonly string[]
  /** Folder of snapshots; beside it are the conversions of documents. */
  readonly cache: string
}

export interface RefreshListener {
  /** The version is ready; a snapshot may still have to be written. */
  onBuilt(built: Built): void
  /** Something that the owner should know, in a line. */
  onWarning(line: string): void
  readonly onProgress?: OnProgress
}

/** Fewer sentences are indexed sooner than a snapshot of them is read. */
const WORTH_KEEPING = 5_000

/**
 * Builds the next version from the one before, or else from the snapshot, and keeps a snapshot of it. A snapshot that
 * cannot be read or written is a warning.
 * @throws UserError when a folder cannot be read
 */
export async function refreshIndex(
  { corpus, cache }: CorpusPaths,
  before: IndexVersion | undefined,
  { onBuilt, onWarning, onProgress }: RefreshListener,
): Promise<void> {
  const folders = corpus.map(realFolder).join('\n')
  const identity = `${program}\n${folders}`
  const path = join(cache, `${shortHash(folders, 16, 'hex')}.snapshot`)
  const attempt = <T>(act: () => T, failure: string): T | undefined => {
    try {
      return act()
    } catch (error) {
      onWarning(`warning: ${failure} (${messageOf(error)})`)
      return undefined
    }
  }
  const known =
    before ??
    attempt(
      () => readSnapshot(path, identity),
      `the snapshot ${path} cannot be used, and the articles are indexed again`,
    )
  const built = await buildIndex(corpus, known, onProgress, importedFolder(cache))
  onBuilt(built)
  if (built.version === known || countSentences(built.version.packed) < WORTH_KEEPING) return
  attempt(
    () => writeSnapshot(path, identity, built.version),
    `no snapshot can be kept in ${cache}, so the next start takes longer`,
  )
}
