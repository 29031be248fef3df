import { countArticles } from '../corpus/packed.ts'
import { UserError } from '../errors.ts'
import { type Changes, type Edition, isUnchanged } from './index-version.ts'
import { ReadingThread } from './indexing-worker.ts'
import type { Shelves } from './refresh-index.ts'
import { FolderWatch } from './watch-folder.ts'

/** What a library tells of. */
export interface Librarian {
  /** Another edition is there; until this resolves, no further one comes. */
  renewed(edition: Edition, changes: Changes): Promise<void>
  /** The folder could not be read, or is empty: the edition before goes on answering. */
  failed(error: unknown): void
  /** Something that the owner should know, in a line. */
  told(line: string): void
}

/** The articles of a folder, read in a thread of its own, and again whenever it changes. */
export class Library {
  readonly #shelves: Shelves
  readonly #librarian: Librarian
  readonly #watch: FolderWatch
  readonly #thread = new ReadingThread()
  #edition: Edition | undefined
  #renewing: Promise<unknown> = Promise.resolve()
  #next: Promise<Changes> | undefined

  private constructor(shelves: Shelves, librarian: Librarian) {
    this.#shelves = shelves
    this.#librarian = librarian
    const look = () => void this.reload().catch(() => undefined)
    this.#watch = new FolderWatch(shelves.corpus, look, librarian.told)
  }

  /**
   * Reads the first edition, which the librarian is told of too. Changes from its beginning on are noticed.
   * @throws UserError when the folder cannot be read, or holds no article
   */
  static async open(shelves: Shelves, librarian: Librarian): Promise<Library> {
    const library = new Library(shelves, librarian)
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
      this.#librarian.failed(error)
      throw error
    }
  }

  async #read(): Promise<Changes> {
    const { edition, changes } = await this.#thread.renew(this.#shelves, this.#edition, this.#librarian.told)
    if (countArticles(edition.packed) === 0) throw this.#noArticle()
    const isNews = this.#edition === undefined || !isUnchanged(changes) || changes.problems.length > 0
    if (isNews) await this.#librarian.renewed(edition, changes)
    // Only now: one that could not be opened has to differ the next time too.
    this.#edition = edition
    return changes
  }

  #noArticle(): UserError {
    const { corpus } = this.#shelves
    const rest = this.#edition ? ' any more, so the last ones go on answering' : ''
    return new UserError(`there is no article in ${corpus}${rest}`, 'put a .txt or .md file there')
  }
}
