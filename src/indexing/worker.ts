// The worker thread that refreshes the index once: its input is `workerData`, its output are messages.
import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import { refreshIndex, type WorkerInput, type WorkerMessage } from './refresh-index.ts'

/** Files between two reports of progress. */
const PROGRESS_STEP = 100

const post = (message: WorkerMessage) => parentPort?.postMessage(message)

const { paths, before }: WorkerInput = workerData
try {
  await refreshIndex(paths, before, {
    onBuilt: (built) => post({ kind: 'built', built }),
    onWarning: (line) => post({ kind: 'warning', line }),
    onProgress: (done, total) => {
      if (done % PROGRESS_STEP === 0 || done === total) post({ kind: 'progress', done, total })
    },
  })
} catch (error) {
  if (!(error instanceof UserError)) throw error
  post({ kind: 'mistake', what: error.what, remedy: error.remedy })
}
