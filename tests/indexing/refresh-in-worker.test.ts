// One worker thread refreshes the index several times.

import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import type { Built } from '../../src/indexing/build-index.ts'
import { folderOf } from '../corpus/reading.ts'

/** As built by `build-program.ts`: its worker starts without compiling the source. */
const program = pathToFileURL('dist-test/refresh-in-worker.js').href
const { refreshInWorker }: typeof import('../../src/indexing/refresh-in-worker.ts') = await import(program)

test('a thread is used again, after a mistake too, and replaced when it was stopped', async () => {
  const paths = { corpus: [folderOf({ 'ferry.txt': 'The ferry leaves at nine.\n' })], cache: folderOf({}) }
  const threads: Worker[] = []
  const onWorker = (worker: Worker) => threads.push(worker)
  process.on('worker', onWorker)
  onTestFinished(() => void process.off('worker', onWorker))
  const refresh = async (corpus = paths.corpus, signal = new AbortController().signal) => {
    const versions: Built[] = []
    const listener = { onBuilt: (built: Built) => versions.push(built), onWarning: () => undefined }
    await refreshInWorker({ ...paths, corpus }, undefined, listener, signal)
    return versions.length
  }
  const ports = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length
  const before = ports()
  expect(await refresh()).toBe(1)
  // A thread that waits does not keep the process alive.
  expect(ports()).toBe(before)
  await expect(refresh(['/nowhere/at/all'])).rejects.toThrow('cannot read the folder /nowhere/at/all')
  expect(await refresh()).toBe(1)
  // None when an earlier test has left its thread.
  const first = threads.length
  expect(first).toBeLessThanOrEqual(1)

  const stop = new AbortController()
  const stopped = refresh(paths.corpus, stop.signal)
  stop.abort(new Error('the corpus is closed'))
  await expect(stopped).rejects.toThrow('the corpus is closed')
  expect(await refresh()).toBe(1)
  expect(threads.length).toBe(first + 1)
})
