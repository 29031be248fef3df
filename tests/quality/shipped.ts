// Our own questions on the shipped article.
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { type Answerer, createAnswerer } from '../../src/answer/answer.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { type Score, score } from './score.ts'

const Questions = v.object({
  answerable: v.array(v.object({ kind: v.string(), question: v.string(), answers: v.array(v.string()) })),
  unanswerable: v.array(v.string()),
})

/** How the shipped article answers a set of questions of our own. */
export interface ShippedScore {
  readonly answerable: Score
  /** The questions that it does not speak of, and those of them that were answered all the same. */
  readonly unanswerable: number
  readonly wronglyAnswered: readonly string[]
}

/** The shipped article, ready to be asked. */
export async function openShipped(): Promise<Answerer> {
  return createAnswerer((await readCorpus('corpus')).articles)
}

/** `shipped`, which weights and thresholds were chosen on; `held-out`, which they were not; `near-misses`, which only look answerable. */
type QuestionSet = 'shipped' | 'held-out' | 'near-misses'

export function readQuestionSet(set: QuestionSet): v.InferOutput<typeof Questions> {
  return v.parse(Questions, JSON.parse(readFileSync(`tests/quality/${set}.json`, 'utf8')))
}

export function scoreShipped(answerer: Answerer, set: QuestionSet): ShippedScore {
  const { answerable, unanswerable } = readQuestionSet(set)
  const [article] = answerer.articles
  const labelled = answerable.map(({ question, answers }) => ({
    question,
    isRight: (_: string, start: number, end: number) => answers.includes(article?.text.slice(start, end) ?? ''),
  }))
  return {
    answerable: score(answerer, labelled),
    unanswerable: unanswerable.length,
    wronglyAnswered: unanswerable.filter((question) => answerer.ask(question).verdict === 'answered'),
  }
}
