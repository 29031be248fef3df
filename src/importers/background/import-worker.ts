// The worker thread that imports: its input is `workerData`, its output are messages.
import { parentPort, workerData } from 'node:worker_threads'
import { type UpdateRequest, updateAll } from '../updates/update-all.ts'
import { addUpload, type UploadRequest } from './add-upload.ts'

/** `add` posts one UploadResult, `update` an Update for each page and feed. */
export type ImportJob =
  | { readonly kind: 'add'; readonly request: UploadRequest }
  | { readonly kind: 'update'; readonly request: UpdateRequest }

const job: ImportJob = workerData
if (job.kind === 'add') parentPort?.postMessage(await addUpload(job.request))
else for await (const update of updateAll(job.request)) parentPort?.postMessage(update)
