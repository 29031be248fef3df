// Runs the built program as a process.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { settingNames } from '../src/config.ts'

/** Result of a run of the program. */
export interface Run {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** An environment without settings: empty variables count as absent and override a `.env` in this folder. */
export const unset: Readonly<Record<string, string>> = Object.fromEntries(settingNames.map((name) => [name, '']))

/** The arguments that make Node run the program, as built by `build-program.ts`. */
export const command = ['dist-test/main.js']

/** Runs the program to its end, with `input` on standard input and no settings but those of `env`. */
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

/** A temporary folder with some files, removed after the test. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return folder
}
