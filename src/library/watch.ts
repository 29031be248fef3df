import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Milliseconds of quiet after which a burst of changes is over, and after which it is looked at all the same. */
const QUIET = 200
const LONGEST = 1_000
/** Milliseconds between looks whether the folder itself is still the one that is watched. */
const LOOK = 500

/**
 * Tells when something in a folder, or in a folder in it, may have changed; once for a burst of changes. Folders are
 * watched, not files, so that many files cost nothing; what has changed, whoever is told finds out by looking.
 */
export class FolderWatch {
  /** Resolves once changes are noticed. */
  readonly ready: Promise<void>
  readonly #folder: string
  readonly #changed: () => void
  readonly #watched = new Map<string, FSWatcher>()
  readonly #looking: NodeJS.Timeout
  #identity = ''
  #first = 0
  #settling: NodeJS.Timeout | undefined

  constructor(folder: string, changed: () => void) {
    this.#folder = folder
    this.#changed = changed
    this.#looking = setInterval(() => void this.#look(), LOOK).unref()
    this.ready = this.#look()
  }

  close(): void {
    clearInterval(this.#looking)
    clearTimeout(this.#settling)
    for (const watcher of this.#watched.values()) watcher.close()
    this.#watched.clear()
  }

  /** Begins anew where the folder has been replaced: a mount, a checkout, a link that points elsewhere now. */
  async #look(): Promise<void> {
    const identity = await stat(this.#folder).then(
      ({ dev, ino }) => `${dev} ${ino}`,
      () => 'gone',
    )
    if (identity === this.#identity) return
    const isFirst = this.#identity === ''
    this.#identity = identity
    for (const watcher of this.#watched.values()) watcher.close()
    this.#watched.clear()
    await this.#watchFrom(this.#folder)
    if (!isFirst) this.#note()
  }

  /** Watches a folder, and the folders in it. */
  async #watchFrom(folder: string): Promise<void> {
    if (!this.#watched.has(folder)) {
      try {
        const watcher = watch(folder, { persistent: false }, () => this.#note())
        watcher.on('error', () => this.#forget(folder))
        this.#watched.set(folder, watcher)
      } catch {
        return
      }
    }
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.')) await this.#watchFrom(join(folder, entry.name))
  }

  #forget(folder: string): void {
    this.#watched.get(folder)?.close()
    this.#watched.delete(folder)
    this.#note()
  }

  #note(): void {
    const now = performance.now()
    if (this.#settling === undefined) this.#first = now
    clearTimeout(this.#settling)
    const wait = Math.max(0, Math.min(QUIET, this.#first + LONGEST - now))
    this.#settling = setTimeout(() => {
      this.#settling = undefined
      // A folder may have come that is not watched yet.
      void this.#watchFrom(this.#folder).then(this.#changed)
    }, wait).unref()
  }
}
