// What a long-running process does about output, signals and uncaught errors.
import { writeSync } from 'node:fs'
import { messageOf } from './errors.ts'

/**
 * Prepares this process to run for a long time: it survives a closed output stream, and an uncaught error ends it with one
 * line that says why, so that a supervisor restarts it.
 */
export function becomeService(): void {
  process.title = 'verbatim'
  // Overrides the default action, which would end the process; a handler that reloads is added later.
  process.on('SIGHUP', () => undefined)
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error').on('error', () => {})
  process.on('uncaughtException', (error) => {
    writeLastLine(`stopped by an internal error (${messageOf(error)}${originOf(error)}): restart it, and report this`)
    process.exit(1)
  })
}

function originOf(error: Error): string {
  const [, origin] = /^ +at (.+)$/mu.exec(error.stack ?? '') ?? []
  return origin === undefined ? '' : `, at ${origin}`
}

function writeLastLine(line: string): void {
  try {
    writeSync(2, `verbatim: ${line}\n`)
  } catch {
    // Standard error is closed.
  }
}
