// Runs a command of the built program in the test process: ten commands take the processor time of one process.
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { command, dataDir, elsewhere, type Run, type RunOptions } from './run-verbatim.ts'

/** As built by `build-program.ts`: its processes start without compiling the source. */
const program = pathToFileURL('dist-test/command-line.js').href
const commandLine: typeof import('../src/command-line.ts') = await import(program)

/** Runs a command to its end, with `input` on standard input. */
export async function runCommand(
  args: readonly string[],
  { input = '', env = {} }: Pick<RunOptions, 'input' | 'env'> = {},
): Promise<Run> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const printed = Promise.all([text(stdout), text(stderr)])
  const before = process.cwd()
  process.chdir(elsewhere)
  try {
    const status = await commandLine.runCommand(args, {
      stdin: Readable.from([input]),
      stdout,
      stderr,
      env: { DATA_DIR: dataDir, ...env },
      program: command.join(),
    })
    stdout.end()
    stderr.end()
    const [out, err] = await printed
    return { status, stdout: out, stderr: err }
  } finally {
    process.chdir(before)
  }
}
