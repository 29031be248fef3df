import { Worker } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { Built } from './build-index.ts'
import type { IndexVersion } from './index-version.ts'
import { type CorpusPaths, workerFile } from './refresh-index.ts'

/** What the thread is asked, and what it says; `done` after all else, when the snapshot is kept. */
export interface ToWorker {
  readonly shelves: CorpusPaths
  readonly before: IndexVersion | undefined
}
export type FromWorker =
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'told'; readonly line: string }
  | { readonly kind: 'refused'; readonly what: string; readonly remedy: string }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'done' }

/** Who waits for an edition, and hears what is said meanwhile. */
interface Reader {
  resolve(built: Built): void
  reject(error: unknown): void
  tell(line: string): void
  /** Lets the next one have the thread. */
  free(): void
}

/**
 * Renews editions in a thread of its own, so that nobody who asks has to wait; one at a time. The first thread ends with its
 * reading, for the memory that it holds: most folders do not change. The next one stays: a thread in which sentencex has
 * split a sentence leaves 0.2 MB behind.
 */
export class IndexingWorker {
  #thread: Worker | undefined
  #reader: Reader | undefined
  #isClosed = false
  #isFirst = true
  /** Resolves once nothing is being read. */
  #free: Promise<void> = Promise.resolve()

  /** The first thread starts at once: by the time it is asked for something it may be there. */
  constructor() {
    this.#thread = this.#start()
    this.#thread.unref()
  }

  /**
   * Resolves as soon as the next edition is there.
   * @throws UserError when there is no such folder, or it cannot be read
   */
  renew(shelves: CorpusPaths, before: IndexVersion | undefined, tell: (line: string) => void): Promise<Built> {
    return new Promise((resolve, reject) => {
      const read = () => new Promise<void>((free) => this.#read({ shelves, before }, { resolve, reject, tell, free }))
      this.#free = this.#free.then(read)
    })
  }

  close(): void {
    this.#isClosed = true
    this.#rest()
  }

  /** Ends the thread, until there is something to read again. */
  #rest(): void {
    const thread = this.#thread
    this.#end(closed())
    void thread?.terminate()
  }

  #read(asked: ToWorker, reader: Reader): void {
    if (this.#isClosed) {
      reader.reject(closed())
      reader.free()
      return
    }
    this.#reader = reader
    this.#thread ??= this.#start()
    this.#thread.ref()
    this.#thread.postMessage(asked)
  }

  #start(): Worker {
    const thread = startThread()
    thread.on('message', (message: FromWorker) => this.#hear(message))
    const ended = (error: unknown) => {
      if (this.#thread === thread) this.#end(error)
    }
    thread.once('error', ended)
    thread.once('exit', (code) => ended(new Error(`the thread that reads the articles ended (${code})`)))
    return thread
  }

  #hear(message: FromWorker): void {
    const reader = this.#reader
    if (message.kind === 'built') reader?.resolve(message.built)
    else if (message.kind === 'told') reader?.tell(message.line)
    else if (message.kind === 'refused') reader?.reject(new UserError(message.what, message.remedy))
    else if (message.kind === 'failed') reader?.reject(message.error)
    else if (this.#isFirst) {
      this.#isFirst = false
      this.#rest()
    } else {
      this.#thread?.unref()
      reader?.free()
    }
  }

  #end(error: unknown): void {
    this.#thread = undefined
    this.#reader?.reject(error)
    this.#reader?.free()
  }
}

function closed(): Error {
  return new Error('nobody reads the articles any more')
}

/** From the source, as tests run it, the thread has to learn TypeScript first. */
function startThread(): Worker {
  const { href, pathname } = workerFile
  if (!pathname.endsWith('.ts')) return new Worker(workerFile)
  const learn = `import('tsx/esm/api').then(({ register }) => register() && import(${JSON.stringify(href)}))`
  return new Worker(learn, { eval: true })
}
