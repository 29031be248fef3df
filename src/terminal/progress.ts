// Shows on a terminal how far the reading of many files has come.
import type { Output } from './screen.ts'

/** Milliseconds that reading may take before its progress is shown. */
const PATIENCE = 2_000

/** Prints progress over and over on one line of a terminal; nothing where the stream is none, or reading is quick. */
export function showProgress(
  stream: Output,
  now: () => number = () => performance.now(),
): ((done: number, total: number) => void) | undefined {
  if (!stream.isTTY) return undefined
  const start = now()
  let shown = -1
  return (done, total) => {
    const percent = Math.floor((100 * done) / total)
    if (percent === shown || now() - start < PATIENCE) return
    const line = `Reading the articles: ${percent} % of ${total.toLocaleString('en')} files`
    // Erases the line and writes the next one in its place.
    stream.write(`\r\u001b[K${done < total ? line : ''}`)
    shown = percent
  }
}
