// Runs the built program as a process.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/** Result of a run of the program. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder to run the program in: a `.env` in the checkout would change its settings. */
export const elsewhere = join(tmpdir(), 'verbatim-tests')
mkdirSync(elsewhere, { recursive: true })

/** Where programs keep their store, unless a test says otherwise: not in the checkout. */
export const dataDir = join(elsewhere, 'data')

/** The arguments that make Node run the program, as built by `build-program.ts`. */
export const command = [resolve('dist-test/main.js')]

export interface RunOptions {
  readonly input?: string
  /** All variables, besides the time zone. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  /** Options of Node. */
  readonly node?: readonly string[]
}

/** Runs the program to its end, with `input` on standard input. */
export async function runVerbatim(
  args: readonly string[],
  { input = '', env = {}, cwd = elsewhere, node = [] }: RunOptions = {},
): Promise<Run> {
  const child = spawn(process.execPath, [...node, ...command, ...args], {
    cwd,
    env: { TZ: 'UTC', DATA_DIR: dataDir, ...env },
  })
  child.stdin.on('error', () => {}).end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { status, stdout, stderr }
}

/** A temporary folder with some files, given by their paths in it, removed after the test. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}
