// The process of the program: its streams, its exit status, and how it ends.
import { fileURLToPath } from 'node:url'
import { runCommand } from './command-line.ts'

const { stdin, stdout, stderr } = process

/** A closed pipe (`| head -1`) is no failure. */
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await runCommand(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  program: fileURLToPath(import.meta.url),
})
// Exits as soon as the output is written: V8 would otherwise first finish compiling hot code.
stdout.write('', (error) => {
  if (!error) process.exit()
})
// Open handles must not keep the process alive, or a supervisor would not restart it.
setTimeout(() => process.exit(), 500).unref()
