// Keeps the questions of the chat between runs.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Questions that are kept. */
const MOST_KEPT = 1_000

/** Only this user may read it. */
const options = { mode: 0o600 }

export interface History {
  /** The questions of earlier runs, latest first. */
  readonly questions: readonly string[]
  add(question: string): void
}

/** The history in a file, one question a line, latest last. A file that cannot be read or written is no failure. */
export function openHistory(path: string): History {
  const lines = readLines(path)
  const kept = lines.slice(-MOST_KEPT)
  if (lines.length > kept.length) attempt(() => writeFileSync(path, `${kept.join('\n')}\n`, options))
  let last = kept.at(-1)
  return {
    questions: kept.reverse(),
    add(question) {
      if (question === last) return
      last = question
      attempt(() => {
        mkdirSync(dirname(path), { recursive: true })
        appendFileSync(path, `${question}\n`, options)
      })
    },
  }
}

function readLines(path: string): string[] {
  let lines: string[] = []
  attempt(() => {
    lines = readFileSync(path, 'utf8').split('\n')
  })
  return lines.filter((line) => line !== '')
}

function attempt(action: () => void): void {
  try {
    action()
  } catch {
    // The chat works without a history.
  }
}
