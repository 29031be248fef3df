/** A pseudo-terminal that tests type into. */
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'
import { onTestFinished } from 'vitest'
import { elsewhere } from '../run-verbatim.ts'

/** A program in a pseudo-terminal. */
export interface Terminal {
  /**
   * Types keys (`\r` is Enter).
   * @param end matches what is shown, without colours, when there is no more to wait for
   * @returns what was shown until then
   */
  type(keys: string, end?: RegExp): Promise<string>
  /** The output before the first prompt. */
  readonly greeting: Promise<string>
  /** The exit status. */
  readonly ended: Promise<number>
}

export interface TerminalOptions {
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

const PROMPT = /❯ $/u

/** Runs a program in a pseudo-terminal of so many columns. */
export function openTerminal(
  file: string,
  args: readonly string[],
  { columns = 80, env = {}, cwd = elsewhere }: TerminalOptions = {},
): Terminal {
  const terminal = spawn(file, [...args], {
    cwd,
    cols: columns,
    rows: 40,
    env: { TERM: 'xterm-256color', LANG: 'en_GB.UTF-8', TZ: 'UTC', ...env },
  })
  onTestFinished(() => terminal.kill())
  let screen = ''
  let awaited = PROMPT
  let prompted: ((shown: string) => void) | undefined
  terminal.onData((text) => {
    screen += text
    if (!awaited.test(stripVTControlCharacters(screen))) return
    prompted?.(screen)
    screen = ''
  })
  const shownUntil = (end: RegExp) =>
    new Promise<string>((resolve) => {
      awaited = end
      prompted = resolve
    })
  const greeting = shownUntil(PROMPT)
  return {
    greeting,
    ended: new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode))),
    type(keys, end = PROMPT) {
      const shown = shownUntil(end)
      terminal.write(keys)
      return shown
    },
  }
}
