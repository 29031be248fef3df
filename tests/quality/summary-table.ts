// Rows of the tables that `npm run quality` prints for a list of asked questions.
import { firstRight, reciprocalRank, summarise } from './measures.ts'
import type { Asked } from './open-set.ts'
import { kindOf } from './question-kinds.ts'
import { short, table, withInterval } from './table.ts'

export const summaryHead: readonly string[] = [
  'set',
  'questions',
  'MRR',
  'P@1',
  'P@3',
  'precision',
  'recall',
  'trigger F1',
  'false answers',
  'wrong answered',
  'silent',
  'served',
]

export function summaryRow(name: string, asked: readonly Asked[]): string[] {
  const { questions, mrr, first, firstThree, ...verdicts } = summarise(asked)
  const { precision, recall, triggerF1, falseAnswers, wrongAnswered, silences, served } = verdicts
  const shares = [mrr, first, firstThree, precision, recall, triggerF1, falseAnswers, wrongAnswered, silences, served]
  return [name, String(questions), ...shares.map((share) => (share === undefined ? '–' : short(share)))]
}

/** A row for all questions, and one for each half. */
export function summaryRows(name: string, asked: readonly Asked[]): string[][] {
  const ofHalf = (half: string) => asked.filter(({ question }) => question.half === half)
  return [
    summaryRow(`**${name}**`, asked),
    summaryRow(`${name}, tuning`, ofHalf('tuning')),
    summaryRow(`${name}, held-out`, ofHalf('held-out')),
  ]
}

/** Ranking by the kind of English question, the commonest first. */
export function kindTable(name: string, asked: readonly Asked[]): string {
  const byKind = new Map<string, Asked[]>()
  for (const each of asked) {
    const kind = kindOf(each.question.question)
    byKind.set(kind, [...(byKind.get(kind) ?? []), each])
  }
  const rows = [...byKind]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([kind, each]) => {
      const shares = [reciprocalRank, firstRight].map((measure) => withInterval(each.map(measure)))
      return [kind, String(each.length), ...shares]
    })
  return table([[name, 'questions', 'MRR', 'P@1'], ...rows])
}
