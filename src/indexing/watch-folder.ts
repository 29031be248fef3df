// Watches a folder of articles and reports that something in it may have changed.
import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { walkFolder } from '../corpus/files/walk-folder.ts'
import { messageOf } from '../errors.ts'
import { debounce } from './debounce.ts'

/** Milliseconds without a change after which a burst is over, and its longest duration until it is reported anyway. */
const QUIET = 200
const LONGEST = 1_000
/** Milliseconds between checks that the folder itself was not replaced. */
const ROOT_CHECK = 500
/** Milliseconds between reports where a folder cannot be watched. */
const POLL = 60_000

interface Watched {
  readonly watcher: FSWatcher
  /** Differs when another folder takes its place. */
  readonly identity: string
}

/**
 * Calls `onChange` once for each burst of changes in a folder and its sub-folders. Folders are watched, not files, so the
 * cost does not grow with the number of files; the listener finds out what changed.
 */
export class FolderWatch {
  /** Resolves once changes are noticed. */
  readonly ready: Promise<void>
  readonly #folder: string
  readonly #onWarning: (line: string) => void
  readonly #watched = new Map<string, Watched>()
  readonly #rootCheck: NodeJS.Timeout
  readonly #onEvent: ReturnType<typeof debounce>
  #isClosed = false
  #poll: NodeJS.Timeout | undefined

  constructor(folder: string, onChange: () => void, onWarning: (line: string) => void) {
    this.#folder = folder
    this.#onWarning = onWarning
    const settle = async () => {
      // Sub-folders may have been added.
      await this.#watchAll()
      if (!this.#isClosed) onChange()
    }
    this.#onEvent = debounce(() => void settle(), QUIET, LONGEST)
    this.#rootCheck = setInterval(() => void this.#checkRoot(), ROOT_CHECK).unref()
    this.ready = this.#watchAll()
  }

  close(): void {
    this.#isClosed = true
    clearInterval(this.#rootCheck)
    clearInterval(this.#poll)
    this.#onEvent.cancel()
    for (const { watcher } of this.#watched.values()) watcher.close()
    this.#watched.clear()
  }

  /** `fs.watch` does not report a replaced root (mount, checkout, re-pointed link), so its identity is polled. */
  async #checkRoot(): Promise<void> {
    const identity = await identityOf(this.#folder)
    if (!this.#isClosed && identity !== this.#watched.get(this.#folder)?.identity) this.#onEvent()
  }

  async #watchAll(): Promise<void> {
    const folders = await walkFolder(this.#folder).then(
      (walk) => walk.folders,
      () => [],
    )
    const present = new Set<string>()
    for (const folder of folders) {
      const identity = await identityOf(folder)
      if (identity === undefined || this.#isClosed) continue
      present.add(folder)
      const known = this.#watched.get(folder)
      if (known?.identity === identity) continue
      known?.watcher.close()
      this.#watched.delete(folder)
      this.#watchOne(folder, identity)
    }
    for (const [folder, { watcher }] of this.#watched) {
      if (present.has(folder) && !this.#isClosed) continue
      watcher.close()
      this.#watched.delete(folder)
    }
  }

  #watchOne(folder: string, identity: string): void {
    try {
      const watcher = watch(folder, { persistent: false }, () => this.#onEvent())
      watcher.on('error', () => this.#onEvent())
      this.#watched.set(folder, { watcher, identity })
    } catch (error) {
      if (this.#poll) return
      this.#onWarning(`warning: cannot watch ${folder} (${messageOf(error)}); it is checked once a minute instead`)
      this.#poll = setInterval(() => this.#onEvent(), POLL).unref()
    }
  }
}

/** Tells a folder from any other that takes its place; `undefined` when there is none. */
function identityOf(folder: string): Promise<string | undefined> {
  return stat(folder, { bigint: true }).then(
    ({ dev, ino, birthtimeNs }) => [dev, ino, birthtimeNs].join(' '),
    () => undefined,
  )
}
