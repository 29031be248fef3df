// The process in which one document is converted; run-conversion.ts starts it and ends it.
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import type { ConversionLimits } from '../limits.ts'
import { RefusedImport, refused } from '../refused-import.ts'
import { type ConversionReply, ConversionRequest } from './conversion-messages.ts'
import { convert } from './convert.ts'

/**
 * A thread that ends the process when it takes too much: converters hold the main thread for seconds, and neither
 * V8's heap limit nor a timer would see typed arrays grow meanwhile. The signal tells the parent process which limit
 * it was.
 */
const WATCHDOG = `
  const { workerData: { milliseconds, memoryBytes } } = require('node:worker_threads')
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    if (user + system > 1000 * milliseconds) process.kill(process.pid, 'SIGTERM')
    if (process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, 'SIGKILL')
  }, 20)
`

function guard(limits: ConversionLimits): void {
  new Worker(WATCHDOG, { eval: true, workerData: limits }).unref()
}

async function reply(message: unknown): Promise<ConversionReply> {
  const { source, limits } = v.parse(ConversionRequest, message)
  guard(limits)
  try {
    const documents = await convert(source)
    const bytes = documents.reduce((sum, { markdown }) => sum + Buffer.byteLength(markdown), 0)
    if (bytes > limits.outputBytes) throw refused('tooMuchText', { megabytes: limits.outputBytes / 1e6 })
    return { kind: 'converted', documents }
  } catch (error) {
    if (!(error instanceof RefusedImport)) throw error
    return { kind: 'refused', refusal: error.refusal }
  }
}

process.once('message', async (message: unknown) => {
  // It then waits to be ended: an exit here could overtake the answer.
  process.send?.(await reply(message))
})
process.once('disconnect', () => process.exit())
