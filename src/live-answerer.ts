// Answers from folders of articles: once, or following their changes.
import { setTimeout } from 'node:timers/promises'
import type { Answerer } from './answer/answer.ts'
import { importedFolder } from './corpus/files/conversions.ts'
import type { CorpusFile } from './corpus/files/list-files.ts'
import { countArticles } from './corpus/packed.ts'
import { UserError } from './errors.ts'
import { documentsLock, type FolderLock } from './importers/folder/folder-lock.ts'
import type { DocumentImporter } from './importers/folder/import-documents.ts'
import type { Built, OnProgress } from './indexing/build-index.ts'
import { type Changes, type IndexVersion, isUnchanged, problemsOf, summaryLines } from './indexing/index-version.ts'
import { refreshInWorker } from './indexing/refresh-in-worker.ts'
import { type CorpusPaths, refreshIndex } from './indexing/refresh-index.ts'
import { FolderWatch } from './indexing/watch-folder.ts'
import type { Pages } from './reader/links.ts'

/** Milliseconds between two looks for what another process converts. */
const POLL = 500

/** Callbacks for what happens to the corpus while it is being served. */
export interface CorpusListener {
  /** `answerer` answers from the changed corpus; until this resolves, no further change is reported. */
  onUpdate(answerer: Answerer, changes: Changes): Promise<void>
  /** A refresh failed; the corpus before it stays in use. */
  onError(error: unknown): void
  /** Something that the owner should know, in a line. */
  onWarning(line: string): void
  readonly onProgress?: OnProgress
}

/** Indexes the folders in a worker thread, and again whenever they change. */
export class LiveAnswerer {
  readonly #paths: CorpusPaths
  readonly #listener: CorpusListener
  readonly #pages: Pages | undefined
  readonly #watches: readonly FolderWatch[]
  readonly #closing = new AbortController()
  #version: IndexVersion | undefined
  #current: Answerer | undefined
  /** The last refresh in a worker, which may still be writing a snapshot. */
  #worker: Promise<void> = Promise.resolve()
  #running: Promise<unknown> = Promise.resolve()
  #importer: DocumentImporter | undefined
  #lock: FolderLock | undefined
  #waiting: Promise<Changes> | undefined

  private constructor(paths: CorpusPaths, listener: CorpusListener, pages: Pages | undefined) {
    this.#paths = paths
    this.#listener = listener
    this.#pages = pages
    // Another process may be the one that converts documents.
    const folders = [...paths.corpus, importedFolder(paths.cache)]
    this.#watches = folders.map((folder) => new FolderWatch(folder, () => this.#reloadQuietly(), listener.onWarning))
  }

  /**
   * Resolves when the folders are indexed; later changes are reported to the listener.
   * @param pages the web pages that citations link to
   * @throws UserError when a folder cannot be read, or there is no article
   */
  static async open(paths: CorpusPaths, listener: CorpusListener, pages?: Pages): Promise<LiveAnswerer> {
    const live = new LiveAnswerer(paths, listener, pages)
    try {
      await Promise.all(live.#watches.map(({ ready }) => ready))
      live.#running = live.#refresh()
      await live.#running
    } catch (error) {
      live.close()
      throw error
    }
    return live
  }

  /** Keep a reference to query the same version of the corpus twice. */
  get current(): Answerer {
    if (!this.#current) throw new Error('the first version is not open')
    return this.#current
  }

  /**
   * Looks for changes now; resolves once `current` has them.
   * @throws UserError when a folder cannot be read, or there is no article any more
   */
  reload(): Promise<Changes> {
    // A running refresh may have looked already; a waiting one has not.
    const next = () => this.#report()
    this.#waiting ??= this.#running.then(next, next)
    return this.#waiting
  }

  #reloadQuietly(): void {
    // The listener has heard of a failure.
    void this.reload().catch(() => undefined)
  }

  close(): void {
    this.#importer?.close()
    this.#lock?.close()
    this.#closing.abort(new Error('the corpus is closed'))
    for (const watch of this.#watches) watch.close()
  }

  async #report(): Promise<Changes> {
    this.#waiting = undefined
    const refresh = this.#refresh()
    this.#running = refresh
    try {
      return await refresh
    } catch (error) {
      this.#listener.onError(error)
      throw error
    }
  }

  async #refresh(): Promise<Changes> {
    // Loaded while the worker reads.
    const answering = loadAnswering(this.#pages)
    const isFirst = this.#version === undefined
    let { version, changes, pending } = await this.#build()
    // Nothing can be answered before the first document is converted, perhaps by another process.
    while (isFirst && countArticles(version.packed) === 0 && pending.length > 0) {
      const imported = await this.#import(pending, changes)
      if (imported === 'failed') break
      if (imported === 'elsewhere') await setTimeout(POLL, undefined, { signal: this.#closing.signal })
      ;({ version, changes, pending } = await this.#build())
    }
    void this.#import(pending, changes).then((imported) => imported === 'done' && this.#reloadQuietly())
    if (countArticles(version.packed) === 0)
      throw noArticle(this.#paths, isFirst ? '' : ' any more, so the last ones stay in use')
    if (isFirst || !isUnchanged(changes)) {
      const openVersion = await answering
      this.#current = await openVersion(version)
    }
    if (isFirst) for (const line of summaryLines(problemsOf(version))) this.#listener.onWarning(line)
    else if (!isUnchanged(changes) || changes.problems.length > 0) await this.#listener.onUpdate(this.current, changes)
    // Set last: a version that the listener could not take has to differ again the next time.
    this.#version = version
    return changes
  }

  async #build(): Promise<Built> {
    await this.#worker
    return new Promise<Built>((resolve, reject) => {
      const listener = { ...this.#listener, onBuilt: resolve }
      this.#worker = refreshInWorker(this.#paths, this.#version, listener, this.#closing.signal).catch(reject)
    })
  }

  /** Loaded by the first document: most folders have none. */
  async #openImporter(): Promise<DocumentImporter> {
    const { DocumentImporter } = await import('./importers/folder/import-documents.ts')
    const { onWarning, onProgress } = this.#listener
    const imported = importedFolder(this.#paths.cache)
    return new DocumentImporter({ imported, onWarning, ...(onProgress && { onProgress }) })
  }

  /**
   * Of several processes, one converts documents; the others see their conversions come.
   * @returns `done` when documents were converted, so that the next version has them
   */
  async #import(
    pending: readonly CorpusFile[],
    { removed }: Changes,
  ): Promise<'done' | 'nothing' | 'elsewhere' | 'failed'> {
    if (pending.length === 0 && removed.articles === 0) return 'nothing'
    const { signal } = this.#closing
    this.#importer ??= await this.#openImporter()
    this.#lock ??= documentsLock(importedFolder(this.#paths.cache), () => this.#reloadQuietly())
    if (signal.aborted) this.#lock.close()
    if (!this.#lock.isHeld) return 'elsewhere'
    if (!(await this.#importer.import(pending))) return 'failed'
    return pending.length > 0 && !signal.aborted ? 'done' : 'nothing'
  }
}

/** Loads what opens a version of the index for answering. */
async function loadAnswering(pages: Pages | undefined): Promise<(version: IndexVersion) => Promise<Answerer>> {
  const { openAnswerer } = await import('./answer/answer.ts')
  const linkToPage = pages && (await import('./reader/links.ts')).linksTo(pages)
  return ({ packed, index }) => openAnswerer(packed, index, linkToPage)
}

/**
 * Converts the documents and indexes the folders once, in this thread.
 * @param pages the web pages that citations link to
 * @throws UserError when a folder cannot be read, or there is no article
 */
export async function openOnce(
  paths: CorpusPaths,
  listener: Pick<CorpusListener, 'onWarning' | 'onProgress'>,
  pages?: Pages,
): Promise<Answerer> {
  const answering = loadAnswering(pages)
  let opening: Promise<Answerer> | undefined
  const open = ({ version }: Built): void => {
    for (const line of summaryLines(problemsOf(version))) listener.onWarning(line)
    if (countArticles(version.packed) > 0) opening = answering.then((openVersion) => openVersion(version))
  }
  let unfinished: Built | undefined
  const onBuilt = (built: Built): void => {
    if (built.pending.length === 0) open(built)
    else unfinished = built
  }
  await refreshIndex(paths, undefined, { ...listener, onBuilt })
  if (unfinished) {
    await importPending(paths, unfinished.pending, listener)
    await refreshIndex(paths, unfinished.version, { ...listener, onBuilt: open })
  }
  if (!opening) throw noArticle(paths)
  return opening
}

/** Converts documents that have no up-to-date conversion, once. */
export async function importPending(
  { corpus, cache }: CorpusPaths,
  pending: readonly CorpusFile[],
  { onWarning, onProgress }: Pick<CorpusListener, 'onWarning' | 'onProgress'>,
): Promise<void> {
  const { importOnce } = await import('./importers/folder/import-once.ts')
  const imported = importedFolder(cache)
  await importOnce(corpus, pending, { imported, onWarning, ...(onProgress && { onProgress }) })
}

export function noArticle({ corpus }: Pick<CorpusPaths, 'corpus'>, rest = ''): UserError {
  return new UserError(
    `there is no article in ${corpus.join(', ')}${rest}`,
    'add a .txt, .md, .html, .pdf, .docx or .epub file',
  )
}
