import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { settingNames } from '../src/config.ts'

/** What a run of the program came to. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** No setting, not even of a `.env` that stands here: an empty one counts as absent, and goes before the file. */
export const unset: Readonly<Record<string, string>> = Object.fromEntries(settingNames.map((name) => [name, '']))

/** The arguments that make Node run the program, as built by `build-program.ts`. */
export const command = ['dist-test/main.js']

/** Runs the program with some arguments, gives it `input`, and waits for its end. No setting reaches it but `env`'s. */
export async function runVerbatim(
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Run> {
  const child = spawn(process.execPath, [...command, ...args], {
    env: { TZ: 'UTC', ...unset, ...env },
  })
  child.stdin.on('error', () => {}).end(input)
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { status, stdout, stderr }
}

/** A folder of files by name, gone when the test has finished. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
