// Runs one contestant in a process of its own, and collects its results.
import { fork } from 'node:child_process'

/** Messages from a contestant's process. */
export type Told =
  | { readonly stage: 'started' }
  | ({ readonly stage: 'indexed' } & Indexed)
  | { readonly stage: 'asked'; readonly pass: Pass; readonly ms: number }

/** Cost of indexing. Bytes exclude those of the bare process. */
export interface Indexed {
  readonly seconds: number
  /** Share of the time in which it had a processor; below 1 when the machine was busy. */
  readonly had: number
  /** Bytes of V8's heap and of external memory, after a forced collection. */
  readonly held: number
  /** Bytes of the whole process, after a forced collection. */
  readonly resident: number
  /** Peak bytes of the whole process. */
  readonly peak: number
}

/** Questions asked first, repeated, and mistyped. */
export type Pass = 'first' | 'again' | 'mistyped'

/** Result of a contestant at one size. */
export interface Outcome {
  readonly key: string
  readonly size: number
  readonly indexed?: Indexed
  /** Milliseconds of each question. */
  readonly times: Readonly<Record<Pass, readonly number[]>>
  /** Expected seconds a question, when it was not tried for that. */
  readonly expected?: number
  /** Why it did not finish. */
  readonly failure?: string
}

/** Task of a contestant's process. */
export interface Task {
  readonly key: string
  readonly size: number
  readonly corpus: string
  readonly questions: number
  /** Time limit of each pass, in seconds. */
  readonly asking: number
}

/** Measures a contestant in a process of its own; `limit` seconds count from when it has read the text. */
export async function runContestant(script: string, task: Task, limit: number): Promise<Outcome> {
  const child = fork(script, [JSON.stringify(task)], {
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const times: Record<Pass, number[]> = { first: [], again: [], mistyped: [] }
  let indexed: Outcome['indexed']
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  let complaint = ''
  child.stderr?.on('data', (part) => {
    complaint += part
  })
  child.on('message', (told: Told) => {
    if (told.stage === 'asked') times[told.pass].push(told.ms)
    else if (told.stage === 'indexed') indexed = told
    else
      timer = setTimeout(() => {
        isLate = true
        child.kill('SIGKILL')
      }, limit * 1000)
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  clearTimeout(timer)
  const { key, size } = task
  const failure = isLate ? `not within ${limit} s` : code === 0 ? undefined : reason(complaint)
  return { key, size, times, ...(indexed && { indexed }), ...(failure !== undefined && { failure }) }
}

function reason(complaint: string): string {
  if (/out of memory/u.test(complaint)) return 'out of memory'
  return complaint.split('\n').find((line) => /Error/u.test(line)) ?? 'it ended early'
}
