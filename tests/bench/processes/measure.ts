// Process that measures one contestant at one size: `node --expose-gc measure.js TASK`.
import { setTimeout } from 'node:timers/promises'
import type { Pass, Task, Told } from '../run-contestant.ts'

/** Questions asked before any is timed, so that the code is compiled. */
const WARMING = 20
/** Garbage collections after which memory has settled. */
const ROUNDS = 10

const bare = await memory()
const { key, size, corpus, questions: count, asking }: Task = JSON.parse(process.argv[2] ?? '')
const { contestants } = await import('../contestants.ts')
const { readCorpusFile } = await import('../generated/corpus-file.ts')
const { questionsOf } = await import('../generated/questions.ts')
const { mistype } = await import('../../quality/mistype.ts')

const { ask, questions, warming, seconds, had } = await open()
const { held, resident } = await memory()
const peak = process.resourceUsage().maxRSS * 1024
const above = { held: held - bare.held, resident: resident - bare.resident, peak: peak - bare.resident }
tell({ stage: 'indexed', seconds, had, ...above })
askAll(warming, () => {})
const areAllAsked = askAll(questions, telling('first'))
if (areAllAsked) askAll(questions, telling('again'))
if (key === 'verbatim') askAll(questions.map(mistype), telling('mistyped'))
process.disconnect()

/** A function of its own, so that temporary data is collectable when memory is measured. */
async function open() {
  const articles = await readCorpusFile(corpus, size)
  const sentences = articles.flatMap(({ paragraphs }) => paragraphs.flat())
  const questions = questionsOf(sentences, Math.min(count, size))
  const warming = questionsOf(sentences, Math.min(WARMING, size))
  const index = await contestants.find((each) => each.key === key)?.prepare(articles)
  if (!index) throw new Error(`there is no contestant ${key}`)
  tell({ stage: 'started' })
  const before = process.cpuUsage()
  const started = performance.now()
  const ask = await index()
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(before)
  return { ask, questions, warming, seconds, had: Math.min(seconds, (user + system) / 1e6) }
}

/** Asks questions within a time limit, reporting the time of each; returns whether all were asked. */
function askAll(asked: readonly string[], took: (ms: number) => void): boolean {
  const until = performance.now() + asking * 1000
  return asked.every((question) => {
    const started = performance.now()
    ask(question)
    const ended = performance.now()
    took(ended - started)
    return ended < until
  })
}

function telling(pass: Pass): (ms: number) => void {
  return (ms) => tell({ stage: 'asked', pass, ms })
}

/**
 * Bytes after garbage collection: those held, and those of the whole process. Node counts shared memory as array buffers
 * only; other array buffers, which are next to none, count twice here.
 */
async function memory(): Promise<{ held: number; resident: number }> {
  const least = { held: Number.POSITIVE_INFINITY, resident: Number.POSITIVE_INFINITY }
  for (let round = 0; round < ROUNDS; round++) {
    globalThis.gc?.()
    // V8 frees array buffers on another thread, later when the machine is busy.
    await setTimeout(100)
    const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage()
    least.held = Math.min(least.held, heapUsed + external + arrayBuffers)
    least.resident = Math.min(least.resident, rss)
  }
  return least
}

function tell(told: Told): void {
  process.send?.(told)
}
