// Refreshes the index in a worker thread, which stays for the next refresh.
import type { Worker } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import { startWorker } from '../start-worker.ts'
import type { Built } from './build-index.ts'
import type { IndexVersion } from './index-version.ts'
import type { CorpusPaths, RefreshListener } from './refresh-index.ts'

/** What the worker is sent. */
export interface WorkerInput {
  readonly paths: CorpusPaths
  readonly before: IndexVersion | undefined
}

/** What the worker posts: `done` or `mistake` last. */
export type WorkerMessage =
  | { readonly kind: 'built'; readonly built: Built }
  | { readonly kind: 'warning'; readonly line: string }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'mistake'; readonly what: string; readonly remedy: string }

/**
 * Milliseconds that a worker waits for another refresh: a small change is read in a tenth of the time that a new worker
 * needs to start, and changes come in bursts. Until a worker ends, it may hold the memory of what it has built.
 */
const IDLE = 10_000

/** A worker thread, and the refresh that it runs. */
interface Thread {
  readonly worker: Worker
  refresh: Refresh | undefined
}

interface Refresh extends RefreshListener {
  readonly signal: AbortSignal
  resolve(): void
  reject(error: unknown): void
}

/** The thread that waits, and what ends it. */
let idle: { readonly thread: Thread; readonly timer: NodeJS.Timeout } | undefined

/**
 * `refreshIndex` in a worker thread, so that questions are answered meanwhile. Resolves when the worker has finished.
 * @param signal ends the worker
 * @throws UserError when a folder cannot be read; the signal's reason when aborted
 */
export async function refreshInWorker(
  paths: CorpusPaths,
  before: IndexVersion | undefined,
  listener: RefreshListener,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const thread = takeThread()
  const stop = () => void thread.worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    await new Promise<void>((resolve, reject) => {
      thread.refresh = { ...listener, signal, resolve, reject }
      const input: WorkerInput = { paths, before }
      thread.worker.postMessage(input)
    })
  } catch (error) {
    throw signal.aborted ? signal.reason : error
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function takeThread(): Thread {
  if (!idle) return startThread()
  const { thread, timer } = idle
  idle = undefined
  clearTimeout(timer)
  thread.worker.ref()
  return thread
}

function startThread(): Thread {
  const worker = startWorker(new URL('./worker', import.meta.url), import.meta.url.endsWith('.ts'))
  const thread: Thread = { worker, refresh: undefined }
  worker.on('message', (message: WorkerMessage) => {
    const { refresh } = thread
    if (!refresh) return
    if (message.kind === 'built') refresh.onBuilt(message.built)
    else if (message.kind === 'warning') refresh.onWarning(message.line)
    else if (message.kind === 'progress') refresh.onProgress?.(message.done, message.total)
    // A thread that was stopped is about to end.
    else if (!refresh.signal.aborted) {
      keepThread(thread)
      if (message.kind === 'done') refresh.resolve()
      else refresh.reject(new UserError(message.what, message.remedy))
    }
  })
  worker.once('error', (error) => thread.refresh?.reject(error))
  worker.once('exit', (code) => {
    if (idle?.thread === thread) idle = undefined
    thread.refresh?.reject(new Error(`the thread that reads the articles ended with ${code}`))
  })
  return thread
}

/** Keeps one thread for a while, without keeping the process alive for it. */
function keepThread(thread: Thread): void {
  thread.refresh = undefined
  const { worker } = thread
  const end = () => {
    if (idle?.thread === thread) idle = undefined
    void worker.terminate()
  }
  if (idle) {
    end()
    return
  }
  worker.unref()
  idle = { thread, timer: setTimeout(end, IDLE).unref() }
}
