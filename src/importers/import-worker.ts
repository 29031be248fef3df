// The worker thread that brings imports up to date: its input is `workerData`, its output are messages.
import { parentPort, workerData } from 'node:worker_threads'
import { type UpdateRequest, updateAll } from './update-all.ts'

const request: UpdateRequest = workerData
for await (const update of updateAll(request)) parentPort?.postMessage(update)
