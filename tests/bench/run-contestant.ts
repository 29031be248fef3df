import { fork } from 'node:child_process'

/** What a contestant's process tells of itself, as it goes. */
export type Told =
  | { readonly stage: 'started' }
  | ({ readonly stage: 'indexed' } & Indexed)
  | { readonly stage: 'asked'; readonly pass: Pass; readonly ms: number }

/** What indexing took. Bytes are above those of the process before it loaded anything. */
export interface Indexed {
  readonly seconds: number
  /** What of the seconds a processor was had for it; less than all of them where others wanted it too. */
  readonly had: number
  /** Bytes held by V8's heap and beside it, after a forced collection. */
  readonly held: number
  /** Bytes of the whole process, after a forced collection. */
  readonly resident: number
  /** Bytes of the whole process when it had the most. */
  readonly peak: number
}

/** Questions asked for the first time, the same ones again, and mistyped. */
export type Pass = 'first' | 'again' | 'mistyped'

/** What a contestant came to at one size. */
export interface Outcome {
  readonly key: string
  readonly size: number
  readonly indexed?: Indexed
  /** Milliseconds of each question. */
  readonly times: Readonly<Record<Pass, readonly number[]>>
  /** Why it was not tried: so many seconds that a question would take. */
  readonly expected?: number
  /** Why it is not whole. */
  readonly failure?: string
}

/** What a contestant's process is told to do. */
export interface Task {
  readonly key: string
  readonly size: number
  readonly corpus: string
  readonly questions: number
  /** Seconds that it may ask in each pass. */
  readonly asking: number
}

/** Measures a contestant in a process of its own, which has `limit` seconds from having read the text. */
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
