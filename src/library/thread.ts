import { parentPort, workerData } from 'node:worker_threads'
import { UserError } from '../errors.ts'
import type { FromThread, ToThread } from './in-thread.ts'
import { renewEdition } from './renew-edition.ts'

const { shelves, before }: ToThread = workerData
const post = (message: FromThread) => parentPort?.postMessage(message)

try {
  await renewEdition(
    shelves,
    before,
    (built) => post({ kind: 'built', built }),
    (line) => post({ kind: 'told', line }),
  )
} catch (error) {
  if (!(error instanceof UserError)) throw error
  post({ kind: 'refused', what: error.what, remedy: error.remedy })
}
