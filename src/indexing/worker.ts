import { parentPort } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { FromWorker, ToWorker } from './indexing-worker.ts'
import { refreshIndex } from './refresh-index.ts'

const post = (message: FromWorker) => parentPort?.postMessage(message)

parentPort?.on('message', async ({ shelves, before }: ToWorker) => {
  try {
    await refreshIndex(
      shelves,
      before,
      (built) => post({ kind: 'built', built }),
      (line) => post({ kind: 'told', line }),
    )
  } catch (error) {
    if (error instanceof UserError) post({ kind: 'refused', what: error.what, remedy: error.remedy })
    else post({ kind: 'failed', error })
  }
  post({ kind: 'done' })
})
