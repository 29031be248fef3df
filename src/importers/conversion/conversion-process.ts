// The process in which one document is converted; run-conversion.ts starts it and ends it.
import { Worker } from 'node:worker_threads'
import * as v from 'valibot'
import { messageOf } from '../../errors.ts'
import { UnreadableDocument } from '../document.ts'
import type { ConversionLimits } from '../limits.ts'
import { type ConversionReply, ConversionRequest } from './conversion-messages.ts'
import { convert } from './convert.ts'

/**
 * A thread that kills the process when it takes too much: converters hold the main thread for seconds, and neither
 * V8's heap limit nor a timer would see typed arrays grow meanwhile. The time limit is enforced here too, in case the
 * parent process has died.
 */
const WATCHDOG = `
  const { workerData: { milliseconds, memoryBytes } } = require('node:worker_threads')
  const end = () => process.kill(process.pid, 'SIGKILL')
  setTimeout(end, milliseconds + 2000)
  setInterval(() => { if (process.memoryUsage.rss() > memoryBytes) end() }, 20)
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
    if (bytes > limits.outputBytes)
      throw new UnreadableDocument(`it holds more than ${limits.outputBytes / 1e6} MB of text; split it`)
    return { kind: 'converted', documents }
  } catch (error) {
    return { kind: 'refused', message: messageOf(error) }
  }
}

process.once('message', async (message: unknown) => {
  // It then waits to be ended: an exit here could overtake the answer.
  process.send?.(await reply(message))
})
process.once('disconnect', () => process.exit())
