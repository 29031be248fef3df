// Starts the thread that imports, so that questions are answered meanwhile.
import type { Worker } from 'node:worker_threads'
import { startWorker } from '../../start-worker.ts'
import type { UploadRequest, UploadResult } from './add-upload.ts'
import type { ImportJob } from './import-worker.ts'

const PROGRAM = new URL('./import-worker', import.meta.url)

export function startImport(job: ImportJob): Worker {
  return startWorker(PROGRAM, import.meta.url.endsWith('.ts'), job)
}

/** Adds what somebody sent, in a thread of its own. */
export function addInThread(request: UploadRequest): Promise<UploadResult> {
  const worker = startImport({ kind: 'add', request })
  return new Promise((resolve, reject) => {
    worker.once('message', (result: UploadResult) => resolve(result))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that imports ended with ${code}`)))
  })
}
