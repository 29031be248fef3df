import { join } from 'node:path'
import { scoreSelqa, scoreXquad } from './public-sets.ts'
import type { Score } from './score.ts'

const folder = process.argv[2]
const show = (name: string, { questions, first, firstThree, mrr, answered, answeredRight }: Score) =>
  console.log(
    [
      name.padEnd(12),
      questions,
      ...[mrr, first, firstThree, answered, answeredRight].map((part) => part.toFixed(3)),
    ].join('\t'),
  )

console.log('set\tn\tMRR\tP@1\tP@3\tanswered\tof them right')
if (folder !== undefined) {
  show('SelQA', await scoreSelqa(join(folder, 'selqa-dev.json')))
  for (const language of ['en', 'tr', 'de', 'ru', 'zh'])
    show(`XQuAD-${language}`, await scoreXquad(join(folder, `xquad.${language}.json`), language))
}
