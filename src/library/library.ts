import type { Problem } from '../corpus/article.ts'
import { countArticles } from '../corpus/packed.ts'
import { UserError } from '../errors.ts'
import type { Built } from './build-edition.ts'
import { type Changes, type Edition, isUnchanged } from './edition.ts'
import { renewInThread } from './in-thread.ts'
import type { Shelves } from './renew-edition.ts'
import { FolderWatch } from './watch.ts'

/** What a library tells of. */
export interface Librarian {
  /** Another edition is there; until this resolves, no further one comes. */
  renewed(edition: Edition, changes: Changes): Promise<void>
  /** The folder could not be read, or is empty: the edition before goes on answering. */
  failed(error: unknown): void
  /** Something about the snapshot that its owner should know. */
  told(line: string): void
}

/** The articles of a folder, read anew whenever it changes, in a thread of its own. */
export class Library {
  readonly #shelves: Shelves
  readonly #librarian: Librarian
  readonly #watch: FolderWatch
  #edition: Edition
  #renewing: Promise<Changes>
  #next: Promise<Changes> | undefined

  constructor(shelves: Shelves, { edition, changes }: Built, librarian: Librarian) {
    this.#shelves = shelves
    this.#edition = edition
    this.#librarian = librarian
    this.#renewing = Promise.resolve(changes)
    this.#watch = new FolderWatch(shelves.corpus, () => void this.reload().catch(librarian.failed))
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
  }

  #renew(): Promise<Changes> {
    this.#next = undefined
    this.#renewing = this.#read()
    return this.#renewing
  }

  async #read(): Promise<Changes> {
    const { edition, changes } = await renewInThread(this.#shelves, this.#edition, this.#librarian.told)
    if (countArticles(edition.packed) === 0)
      throw new UserError(
        `there is no article in ${this.#shelves.corpus} any more, so the last ones go on answering`,
        'put a .txt or .md file there',
      )
    this.#edition = edition
    if (!isUnchanged(changes) || changes.problems.length > 0) await this.#librarian.renewed(edition, changes)
    return changes
  }
}

/** One line for each thing that is wrong with a file. */
export function problemLine({ level, file, message }: Problem): string {
  return `${level}: ${file}: ${message}`
}
