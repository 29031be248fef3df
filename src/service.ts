import { writeSync } from 'node:fs'
import { messageOf } from './errors.ts'

/**
 * Makes this process one that runs for years: it outlives whoever reads its output, and what it cannot survive ends it at
 * once, with the reason in one line, for a supervisor to start it again.
 */
export function becomeService(): void {
  // It asks to look at the articles; while they are first read, that is done anyway.
  process.on('SIGHUP', () => undefined)
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error').on('error', () => {})
  process.on('uncaughtException', (error) => {
    complain(`stopped by a fault of its own (${messageOf(error)}${placeOf(error)}): start it again, and report this`)
    process.exit(1)
  })
}

function placeOf(error: Error): string {
  const [, place] = /^ +at (.+)$/mu.exec(error.stack ?? '') ?? []
  return place === undefined ? '' : `, at ${place}`
}

function complain(line: string): void {
  try {
    writeSync(2, `verbatim: ${line}\n`)
  } catch {
    // Nobody can be told.
  }
}
