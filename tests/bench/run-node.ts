import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Writes the process's peak resident set, in kilobytes, to standard error as it ends. */
const reportPeak = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(2, String(process.resourceUsage().maxRSS)))",
)}`

/** Runs Node with some arguments: the wall time of the process in milliseconds, its peak memory in megabytes. */
export async function runNode(args: readonly string[]): Promise<{ readonly ms: number; readonly megabytes: number }> {
  const started = performance.now()
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', reportPeak, ...args])
  return { ms: performance.now() - started, megabytes: (Number(stderr) * 1024) / 1e6 }
}
