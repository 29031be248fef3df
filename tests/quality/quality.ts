import { join } from 'node:path'
import { scoreSelqa, scoreXquad } from './public-sets.ts'
import type { Score } from './score.ts'
import { openShipped, scoreShipped } from './shipped.ts'

// npm run quality [-- FOLDER of public question sets] [-- --wrong, to list the questions whose first passage is wrong]
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-'))
const listWrong = process.argv.includes('--wrong')

function show(name: string, { questions, first, firstThree, mrr, answered, answeredRight, wrong }: Score): void {
  const parts = [mrr, first, firstThree, answered, answeredRight].map((part) => part.toFixed(3))
  console.log([name.padEnd(12), questions, ...parts].join('\t'))
  if (listWrong)
    for (const { question, rank, got } of wrong) console.log(`  ${question}  [${rank || 'not among ten'}]  ${got}`)
}

console.log(['set         ', 'n', 'MRR', 'P@1', 'P@3', 'answered', 'of them right'].join('\t'))
const answerer = await openShipped()
for (const set of ['shipped', 'held-out'] as const) {
  const { answerable, unanswerable, wronglyAnswered } = scoreShipped(answerer, set)
  show(set, answerable)
  console.log(`  of ${unanswerable} questions that it does not speak of, answered: ${wronglyAnswered.length}`)
  if (listWrong) for (const question of wronglyAnswered) console.log(`  ${question}`)
}
if (folder !== undefined) {
  show('SelQA', await scoreSelqa(join(folder, 'selqa-dev.json')))
  for (const language of ['en', 'tr', 'de', 'ru', 'zh'])
    show(`XQuAD-${language}`, await scoreXquad(join(folder, `xquad.${language}.json`), language))
}
