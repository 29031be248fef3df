// Runs Node and measures its time, output or memory.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Wall time of a Node process, in milliseconds. */
export async function timeNode(args: readonly string[]): Promise<number> {
  const started = performance.now()
  await run(process.execPath, [...args])
  return performance.now() - started
}

/** Standard output of a Node process. */
export async function outputOfNode(args: readonly string[]): Promise<string> {
  return (await run(process.execPath, [...args])).stdout
}

/** Preload that writes the peak resident set, in kilobytes, to standard error at exit. */
const reportPeak = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(2, String(process.resourceUsage().maxRSS)))",
)}`

/** Peak memory of a Node process, in megabytes. */
export async function peakMemory(args: readonly string[]): Promise<number> {
  const { stderr } = await run(process.execPath, ['--import', reportPeak, ...args])
  return (Number(stderr) * 1024) / 1e6
}
