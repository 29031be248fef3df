// Brings the index up to date with the folders, here or in a worker thread, and keeps a snapshot of it.
import { join } from 'node:path'
import { importedFolder } from '../corpus/files/conversions.ts'
import { realFolder } from '../corpus/files/walk-folder.ts'
import { countSentences } from '../corpus/packed.ts'
import { messageOf, UserError } from '../errors.ts'
import { shortHash } from '../short-hash.ts'
import { startWorker } from '../start-worker.ts'
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

/** What the worker is given. */
export interface WorkerInput {
  readonly paths: CorpusPaths
  readonly before: IndexVersion | undefined
}

/** What the worker posts. */
export type WorkerMessage =
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'warning'; readonly line: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string }

/**
 * `refreshIndex` in a worker thread, so that questions are answered meanwhile. Resolves when the worker has ended.
 * @param signal ends the worker
 * @throws UserError when a folder cannot be read; the signal's reason when aborted
 */
export function refreshInWorker(
  paths: CorpusPaths,
  before: IndexVersion | undefined,
  { onBuilt, onWarning, onProgress }: RefreshListener,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const input: WorkerInput = { paths, before }
  const worker = startWorker(new URL('./worker', import.meta.url), import.meta.url.endsWith('.ts'), input)
  return new Promise((resolve, reject) => {
    const stop = () => void worker.terminate()
    signal.addEventListener('abort', stop)
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'built') onBuilt(message.built)
      else if (message.kind === 'warning') onWarning(message.line)
      else if (message.kind === 'progress') onProgress?.(message.done, message.total)
      else reject(new UserError(message.what, message.remedy))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      if (signal.aborted) reject(signal.reason)
      else if (code === 0) resolve()
      else reject(new Error(`the thread that reads the articles ended with ${code}`))
    })
  })
}
