import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Runs Node with some arguments: the wall time of the process in milliseconds. */
export async function timeNode(args: readonly string[]): Promise<number> {
  const started = performance.now()
  await run(process.execPath, [...args])
  return performance.now() - started
}

/** Runs Node with some arguments: what it writes to standard output. */
export async function outputOfNode(args: readonly string[]): Promise<string> {
  return (await run(process.execPath, [...args])).stdout
}

/** Writes the process's peak resident set, in kilobytes, to standard error as it ends. */
const reportPeak = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(2, String(process.resourceUsage().maxRSS)))",
)}`

/** Runs Node with some arguments: the peak memory of the process in megabytes. */
export async function peakMemory(args: readonly string[]): Promise<number> {
  const { stderr } = await run(process.execPath, ['--import', reportPeak, ...args])
  return (Number(stderr) * 1024) / 1e6
}
