import { countArticles } from '../corpus/packed.ts'
import { UserError } from '../errors.ts'
import { type Changes, type IndexVersion, isUnchanged } from './index-version.ts'
import { IndexingWorker } from './indexing-worker.ts'
import type { CorpusPaths } from './refresh-index.ts'
import { FolderWatch } from './watch-folder.ts'

/** What a library tells of. */
export interface IndexListener {
  /** Another edition is there; until this resolves, no further one comes. */
  onUpdate(edition: IndexVersion, changes: Changes): Promise<void>
  /** The folder could not be read, or is empty: the edition before goes on answering. */
  onError(error: unknown): void
  /** Something that the owner should know, in a line. */
  onWarning(line: string): void
}

/** The articles of a folder, read in a thread of its own, and again whenever it changes. */
export class CorpusService {
  readonly #shelves: CorpusPaths
  readonly #librarian: IndexListener
  readonly #watch: FolderWatch
  readonly #thread = new IndexingWorker()
  #edition: IndexVersion | undefined
  #renewing: Promise<unknown> = Promise.resolve()
  #next: Promise<Changes> | undefined

  private constructor(shelves: CorpusPaths, librarian: IndexListener) {
    this.#shelves = shelves
    this.#librarian = librarian
    const look = () => void this.reload().catch(() => undefined)
    this.#watch = new FolderWatch(shelves.corpus, look, librarian.onWarning)
  }

  /**
   * Reads the first edition, which the librarian is told of too. Changes from its beginning on are noticed.
   * @throws UserError when the folder cannot be read, or holds no article
   */
  static async open(shelves: CorpusPaths, librarian: IndexListener): Promise<CorpusService> {
    const library = new CorpusService(shelves, librarian)
    try {
      await library.#watch.ready
      library.#renewing = library.#read()
      await library.#renewing
    } catch (error) {
      library.close()
      throw error
    }
    return library
  }

  /**
   * Looks at the folder now; resolves once its changes, if any, are what is answered from.
   * @throws UserError when it cannot be read, or holds no article any more
   */
  reload(): Promise<Changes> {
    // One that runs may have looked already; one that waits has not.
    this.#next ??= this.#renewing.then(
      () => this.#renew(),
      () => this.#renew(),
    )
    return this.#next
  }

  close(): void {
    this.#watch.close()
    this.#thread.close()
  }

  async #renew(): Promise<Changes> {
    this.#next = undefined
    const reading = this.#read()
    this.#renewing = reading
    try {
      return await reading
    } catch (error) {
      this.#librarian.onError(error)
      throw error
    }
  }

  async #read(): Promise<Changes> {
    const { version, changes } = await this.#thread.renew(this.#shelves, this.#edition, this.#librarian.onWarning)
    if (countArticles(version.packed) === 0) throw this.#noArticle()
    const isNews = this.#edition === undefined || !isUnchanged(changes) || changes.problems.length > 0
    if (isNews) await this.#librarian.onUpdate(version, changes)
    // Only now: one that could not be opened has to differ the next time too.
    this.#edition = version
    return changes
  }

  #noArticle(): UserError {
    const { corpus } = this.#shelves
    const rest = this.#edition ? ' any more, so the last ones go on answering' : ''
    return new UserError(`there is no article in ${corpus}${rest}`, 'put a .txt or .md file there')
  }
}
