/** A pseudo-terminal that tests type into. */
import { stripVTControlCharacters } from 'node:util'
import { spawn } from '@lydell/node-pty'
import { onTestFinished } from 'vitest'
import { elsewhere } from '../run-verbatim.ts'

/** A program in a pseudo-terminal. */
export interface Terminal {
  /** Types keys (`\r` is Enter); returns what the screen showed until the next prompt. */
  type(keys: string): Promise<string>
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

const PROMPT = '❯'

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
  let prompted: ((shown: string) => void) | undefined
  terminal.onData((text) => {
    screen += text
    if (!stripVTControlCharacters(screen).endsWith(`${PROMPT} `)) return
    prompted?.(screen.slice(0, screen.lastIndexOf(PROMPT)))
    screen = ''
  })
  const untilPrompt = () =>
    new Promise<string>((resolve) => {
      prompted = resolve
    })
  const greeting = untilPrompt()
  return {
    greeting,
    ended: new Promise((resolve) => terminal.onExit(({ exitCode }) => resolve(exitCode))),
    type(keys) {
      const shown = untilPrompt()
      terminal.write(keys)
      return shown
    },
  }
}
