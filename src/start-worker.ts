// Starts a worker thread, from the build or from the source.
import { Worker } from 'node:worker_threads'

/**
 * @param program address of the worker's file without extension: beside the module that starts it
 * @param isSource whether that module runs from the source; the worker then has to load tsx first
 */
export function startWorker(program: URL, isSource: boolean, workerData?: unknown): Worker {
  if (!isSource) return new Worker(new URL(`${program.href}.js`), { workerData })
  const file = JSON.stringify(`${program.href}.ts`)
  const load = `import('tsx/esm/api').then(({ register }) => register() && import(${file}))`
  return new Worker(load, { eval: true, workerData })
}
