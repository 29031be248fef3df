// Process that opens a folder as the bot does: `node open-live.js CORPUS CACHE [NEW]`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { LiveAnswerer } from '../../../src/live-answerer.ts'

/** Milliseconds for the first questions, and for the garbage of loading to be collected. */
const SETTLED = 1_000

// Prints, in milliseconds, when it was ready, and the longest stall of the event loop until then, during the first
// questions, and while the text NEW was indexed and swapped in as another article.
const [corpus = '', cache = '', text] = process.argv.slice(2)
const delay = monitorEventLoopDelay({ resolution: 2 })
delay.enable()
let renew = (): void => {}
const renewal = new Promise<void>((resolve) => {
  renew = resolve
})
const onWarning = (line: string) => console.error(line)
const live = await LiveAnswerer.open(
  { corpus: [corpus], cache },
  { onUpdate: async () => renew(), onError: console.error, onWarning },
)
const times = [performance.now(), delay.max / 1e6]
delay.reset()
await setTimeout(SETTLED)
times.push(delay.max / 1e6)
if (text !== undefined) {
  delay.reset()
  writeFileSync(join(corpus, 'new.txt'), text)
  // Keeps the process alive.
  const waiting = setInterval(() => {}, SETTLED)
  await renewal
  clearInterval(waiting)
  await setTimeout(SETTLED)
  times.push(delay.max / 1e6)
}
process.stdout.write(times.join(' '))
live.close()
