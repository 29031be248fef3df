// The worker thread that refreshes the index: its input and output are messages.
import { parentPort } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { WorkerInput, WorkerMessage } from './refresh-in-worker.ts'
import { refreshIndex } from './refresh-index.ts'

/** Files between two reports of progress. */
const PROGRESS_STEP = 100

const post = (message: WorkerMessage) => parentPort?.postMessage(message)

parentPort?.on('message', async ({ paths, before }: WorkerInput) => {
  try {
    await refreshIndex(paths, before, {
      onBuilt: (built) => post({ kind: 'built', built }),
      onWarning: (line) => post({ kind: 'warning', line }),
      onProgress: (done, total) => {
        if (done % PROGRESS_STEP === 0 || done === total) post({ kind: 'progress', done, total })
      },
    })
    post({ kind: 'done' })
  } catch (error) {
    // Ends the thread, which reports the error.
    if (!(error instanceof UserError)) throw error
    post({ kind: 'mistake', what: error.what, remedy: error.remedy })
  }
})
