// The questions of a server that the articles do not answer.
import { setImmediate } from 'node:timers/promises'
import type { Answerer } from '../answer/answer.ts'
import { isRemembered } from '../answer/is-remembered.ts'
import type { QuestionRecord } from '../store/store.ts'
import { contentWords } from './content-words.ts'
import { languagesOf } from './languages.ts'
import { type ComparedQuestion, mergeQuestions } from './merge-questions.ts'

/** Questions that ask the same and have no answer. */
export interface Gap {
  /** Key of its last question, which names it. */
  readonly key: string
  /** The last question, as typed. */
  readonly question: string
  readonly verdict: QuestionRecord['verdict']
  /** The words of its last question that the articles never mention. */
  readonly unknown: readonly string[]
  /** How often it was asked. */
  readonly count: number
  /** Milliseconds since 1970. */
  readonly lastAsked: number
  /** Keys of all its questions. */
  readonly keys: readonly string[]
}

export interface Gaps {
  /** The most frequent first, then the latest. */
  readonly open: readonly Gap[]
  /** Gaps that the articles answer by now. */
  readonly closed: readonly Gap[]
}

/** Gaps that are asked again; there is no reason to read on behind so many. */
const MAX_ASKED = 200

/** Merges the questions of a server into gaps, without the dismissed ones, and asks each again. */
export async function findGaps(server: string, records: readonly QuestionRecord[], answerer: Answerer): Promise<Gaps> {
  const languages = await languagesOf(answerer)
  const compared: (QuestionRecord & ComparedQuestion)[] = []
  for (const record of [...records].sort((a, b) => a.askedAt - b.askedAt)) {
    compared.push({ ...record, content: contentWords(record.question, languages) })
    // Questions of members have their turn.
    await setImmediate()
  }
  const gaps = (await mergeQuestions(compared))
    .filter((group) => group.every(({ state }) => state === 'open'))
    .flatMap(toGap)
    .sort((a, b) => b.count - a.count || b.lastAsked - a.lastAsked)
    .slice(0, MAX_ASKED)
  const [open, closed]: [Gap[], Gap[]] = [[], []]
  for (const gap of gaps) {
    const { verdict, passages } = answerer.ask(gap.question, { limit: 1, audience: [server] })
    // An answer that was marked as wrong is still the articles' answer, unless somebody gave another one since.
    const isNew = gap.verdict !== 'answered' || passages.some(({ article }) => isRemembered(article))
    const isAnswered = verdict === 'answered' && isNew
    const group = isAnswered ? closed : open
    group.push(gap)
    await setImmediate()
  }
  return { open, closed }
}

function toGap(group: readonly QuestionRecord[]): Gap[] {
  const last = group.at(-1)
  if (!last) return []
  const { key, question, verdict, unknown, askedAt } = last
  return [
    { key, question, verdict, unknown, count: group.length, lastAsked: askedAt, keys: group.map((each) => each.key) },
  ]
}
