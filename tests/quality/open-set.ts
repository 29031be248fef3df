// Indexes a question set the way the program does, and asks its questions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Answer, type Answerer, openAnswerer } from '../../src/answer/answer.ts'
import { buildIndex } from '../../src/indexing/build-index.ts'
import type { IndexVersion } from '../../src/indexing/index-version.ts'
import { isRight, type QuestionSet, type SetQuestion } from './question-set.ts'

/** A set whose articles are read and indexed. */
export interface OpenSet {
  readonly set: QuestionSet
  readonly answerer: Answerer
  readonly index: Pick<IndexVersion, 'packed' | 'index'>
}

/** What the program answered to a question. */
export interface Asked {
  readonly question: SetQuestion
  readonly answer: Answer
  /** Which of the passages are right, in order. */
  readonly right: readonly boolean[]
}

/** Reads and indexes the articles of a set. */
export async function openSet(set: QuestionSet): Promise<OpenSet> {
  if (typeof set.files === 'string') return openFolder(set, set.files)
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-quality-'))
  try {
    for (const [name, text] of set.files) writeFileSync(join(folder, name), text)
    return await openFolder(set, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function openFolder(set: QuestionSet, folder: string): Promise<OpenSet> {
  const { version } = await buildIndex([folder])
  return { set, answerer: await openAnswerer(version.packed, version.index), index: version }
}

/** How many passages are judged. */
const TEN = 10

/** Asks a question of the articles that its set asks; `typed` is what is typed instead, `article` is asked instead. */
export function ask(
  { set, answerer }: OpenSet,
  question: SetQuestion,
  { typed = question.question, article = question.article }: { typed?: string; article?: string | undefined } = {},
): Asked {
  const { before: previous } = question
  const answer = answerer.ask(typed, {
    limit: TEN,
    ...(article !== undefined && { article }),
    ...(previous && { previous }),
  })
  const right = answer.passages.map(({ sentence }) => isRight(set.rule, question, sentence))
  return { question, answer, right }
}
