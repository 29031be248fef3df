// Decides which of several processes works on a folder: they may be on several machines that share it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'

/** Milliseconds between signs of life, and after which a holder without one is taken to have died. */
const HEARTBEAT = 10_000
const ABANDONED = 60_000

/** The lock of those who convert documents to a folder of conversions. */
export function documentsLock(imported: string, onAcquired: () => void = () => undefined): FolderLock {
  return new FolderLock(join(imported, 'documents.lock'), onAcquired)
}

/**
 * A lock file with signs of life. Two processes may both believe that they hold an abandoned lock for one heartbeat; what
 * they do meanwhile is written in whole files, so that it is done twice but never half.
 */
export class FolderLock {
  readonly #file: string
  readonly #owner = `${hostname()} ${process.pid} ${Math.random().toString(36).slice(2)}`
  readonly #timer: NodeJS.Timeout
  #isHeld = false

  /**
   * @param file created when the lock is taken
   * @param onAcquired called when it is taken later, after the process that held it has ended
   */
  constructor(file: string, onAcquired: () => void) {
    this.#file = file
    this.#isHeld = this.#acquire()
    this.#timer = setInterval(() => {
      const wasHeld = this.#isHeld
      this.#isHeld = wasHeld ? this.#renew() : this.#acquire()
      if (this.#isHeld && !wasHeld) onAcquired()
    }, HEARTBEAT).unref()
  }

  get isHeld(): boolean {
    return this.#isHeld
  }

  close(): void {
    clearInterval(this.#timer)
    if (this.#isHeld && this.#holder() === this.#owner) rmSync(this.#file, { force: true })
    this.#isHeld = false
  }

  #acquire(): boolean {
    if (this.#create()) return true
    if (!this.#isAbandoned()) return false
    const taken = `${this.#file}.${process.pid}`
    try {
      // Only one process can rename it.
      renameSync(this.#file, taken)
      rmSync(taken, { force: true })
    } catch {
      return false
    }
    return this.#create()
  }

  #create(): boolean {
    try {
      mkdirSync(dirname(this.#file), { recursive: true })
      writeFileSync(this.#file, this.#owner, { flag: 'wx' })
      return true
    } catch (error) {
      // Where nothing can be written, the work itself reports it.
      return !(error instanceof Error && 'code' in error && error.code === 'EEXIST' && existsSync(this.#file))
    }
  }

  #renew(): boolean {
    if (this.#holder() !== this.#owner) return this.#create()
    try {
      const now = new Date()
      utimesSync(this.#file, now, now)
      return true
    } catch {
      return false
    }
  }

  #holder(): string | undefined {
    try {
      return readFileSync(this.#file, 'utf8')
    } catch {
      return undefined
    }
  }

  #isAbandoned(): boolean {
    const [host, pid] = this.#holder()?.split(' ') ?? []
    const status = statSync(this.#file, { throwIfNoEntry: false })
    if (status && Date.now() - status.mtimeMs > ABANDONED) return true
    return host === hostname() && pid !== undefined && !isRunning(Number(pid))
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
