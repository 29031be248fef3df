// Reads folders of community documents: NAME.jsonl with questions beside the folder NAME.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import * as v from 'valibot'
import type { QuestionSet, SetQuestion } from './question-set.ts'

const Row = v.object({
  question: v.string(),
  gold: v.array(v.object({ file: v.string(), start: v.number(), end: v.number() })),
})

/** Weights are fitted on these folders; the others are only measured. */
const tuned: readonly string[] = ['cairn', 'ptero', 'reactfr', 'rlc']

/** The folders that have questions, in the order of their names. */
export function readCommunitySets(folder: string): QuestionSet[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .map((file) => readCommunitySet(folder, file.slice(0, -'.jsonl'.length)))
}

function readCommunitySet(folder: string, name: string): QuestionSet {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
  const questions = lines.map((line): SetQuestion => {
    const { question, gold } = v.parse(Row, JSON.parse(line))
    // An article's id is its path without the extension.
    const golds = gold.map(({ file, start, end }) => ({
      article: file.slice(0, file.length - extname(file).length),
      start,
      end,
    }))
    return { question, half: tuned.includes(name) ? 'tuning' : 'held-out', golds }
  })
  return { name, language: 'en', rule: 'half-of-shorter', files: join(folder, name), questions }
}
