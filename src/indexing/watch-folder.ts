import { type FSWatcher, watch } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../errors.ts'

/** Milliseconds of quiet after which a burst of changes is over, and after which it is looked at all the same. */
const QUIET = 200
const LONGEST = 1_000
/** Milliseconds between looks whether the folder itself is still the one that is watched. */
const LOOK = 500
/** Milliseconds between looks at what cannot be watched. */
const BLIND_LOOK = 60_000

interface Watched {
  readonly watcher: FSWatcher
  /** Differs as soon as another folder stands in its place. */
  readonly identity: string
}

/**
 * Tells when something in a folder, or in a folder in it, may have changed; once for a burst of changes. Folders are
 * watched, not files, so that many files cost nothing; what has changed, whoever is told finds out by looking.
 */
export class FolderWatch {
  /** Resolves once changes are noticed. */
  readonly ready: Promise<void>
  readonly #folder: string
  readonly #changed: () => void
  readonly #tell: (line: string) => void
  readonly #watched = new Map<string, Watched>()
  readonly #looking: NodeJS.Timeout
  #isClosed = false
  /** Where some folder cannot be watched, everything is looked at now and then. */
  #blindLook: NodeJS.Timeout | undefined
  #first = 0
  #settling: NodeJS.Timeout | undefined

  constructor(folder: string, changed: () => void, tell: (line: string) => void) {
    this.#folder = folder
    this.#changed = changed
    this.#tell = tell
    this.#looking = setInterval(() => void this.#look(), LOOK).unref()
    this.ready = this.#watchAll()
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#looking)
    clearInterval(this.#blindLook)
    clearTimeout(this.#settling)
    for (const { watcher } of this.#watched.values()) watcher.close()
    this.#watched.clear()
  }

  /** Nobody tells of another folder in this one's place: a mount, a checkout, a link that points elsewhere now. */
  async #look(): Promise<void> {
    const identity = await identityOf(this.#folder)
    if (identity !== this.#watched.get(this.#folder)?.identity) this.#note()
  }

  async #watchAll(): Promise<void> {
    const there = new Set<string>()
    await this.#watchFrom(this.#folder, there)
    for (const [folder, { watcher }] of this.#watched) {
      if (there.has(folder) && !this.#isClosed) continue
      watcher.close()
      this.#watched.delete(folder)
    }
  }

  /** Watches a folder, and the folders in it. */
  async #watchFrom(folder: string, there: Set<string>): Promise<void> {
    const identity = await identityOf(folder)
    if (identity === undefined || this.#isClosed) return
    there.add(folder)
    const known = this.#watched.get(folder)
    if (known?.identity !== identity) {
      known?.watcher.close()
      this.#watched.delete(folder)
      this.#watchOne(folder, identity)
    }
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.')) await this.#watchFrom(join(folder, entry.name), there)
  }

  #watchOne(folder: string, identity: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#note())
      watcher.on('error', () => this.#note())
      this.#watched.set(folder, { watcher, identity })
    } catch (error) {
      if (this.#blindLook) return
      this.#tell(`warning: ${folder} cannot be watched (${messageOf(error)}), and is looked at once a minute instead`)
      this.#blindLook = setInterval(() => this.#note(), BLIND_LOOK).unref()
    }
  }

  #note(): void {
    if (this.#isClosed) return
    const now = performance.now()
    if (this.#settling === undefined) this.#first = now
    clearTimeout(this.#settling)
    const wait = Math.max(0, Math.min(QUIET, this.#first + LONGEST - now))
    this.#settling = setTimeout(() => void this.#settle(), wait).unref()
  }

  async #settle(): Promise<void> {
    this.#settling = undefined
    // A folder may have come that is not watched yet.
    await this.#watchAll()
    if (!this.#isClosed) this.#changed()
  }
}

/** Tells a folder apart from any other that stood, or stands, in its place; nothing where there is none. */
function identityOf(folder: string): Promise<string | undefined> {
  return stat(folder, { bigint: true }).then(
    ({ dev, ino, birthtimeNs }) => [dev, ino, birthtimeNs].join(' '),
    () => undefined,
  )
}
