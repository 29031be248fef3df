import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { LiveAnswerer } from '../../src/live-answerer.ts'

/** Milliseconds in which the first questions are asked, and others let go of what was. */
const SETTLED = 1_000

// A process that opens a folder of articles as the bot does: `node open-live.js CORPUS CACHE [NEW]`. It prints, in
// milliseconds, how long after its start it was ready to be asked, and for how long the event loop was held at most: until
// then, while it asked itself its first questions, and while the text NEW, if there is one, was read, indexed and swapped in
// as an article more.
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
  // Nothing else would keep the process.
  const waiting = setInterval(() => {}, SETTLED)
  await renewal
  clearInterval(waiting)
  await setTimeout(SETTLED)
  times.push(delay.max / 1e6)
}
process.stdout.write(times.join(' '))
live.close()
