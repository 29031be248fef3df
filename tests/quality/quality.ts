// npm run quality: measures how well questions are answered, on the shipped article, public sets and community folders.
import { Command, InvalidArgumentError } from 'commander'
import { sentencesIn } from '../../src/corpus/article.ts'
import { average } from './bootstrap.ts'
import { readCommunitySets } from './community-sets.ts'
import { compareRivals, comparisonHead } from './compare-rivals.ts'
import { countExact } from './exactness.ts'
import { missedFloors } from './floors.ts'
import { measureMarked } from './marked.ts'
import { firstRight, reciprocalRank } from './measures.ts'
import { type Asked, ask, type OpenSet, openSet } from './open-set.ts'
import { publicSets } from './public-sets.ts'
import { isRight } from './question-set.ts'
import { reliability } from './reliability.ts'
import { openShipped, scoreShipped } from './shipped.ts'
import { areaUnderCurve, measureSilence, triggerScore } from './silence.ts'
import { kindTable, summaryHead, summaryRow, summaryRows } from './summary-table.ts'
import { short, table } from './table.ts'

interface Options {
  readonly data?: string
  readonly community?: string
  readonly sets: readonly string[]
  readonly failures: number
  readonly rivals: boolean
}

const allSets = Object.keys(publicSets)
const options = new Command('npm run quality --')
  .description('Measures how well questions are answered')
  .option('--data <folder>', 'the folder of the public question sets')
  .option('--community <folder>', 'the folder of community documents with questions')
  .option('--sets <names>', `only some public sets, separated by commas: ${allSets.join(', ')}`, chosenSets, allSets)
  .option('--failures <n>', 'show so many questions of each set that went wrong', count, 0)
  .option('--no-rivals', 'measure only this project')
  .parse()
  .opts<Options>()

/** Held-out figures that `floors.ts` bounds, by name. */
const figures = new Map<string, number>()

await measureShipped()
if (options.data !== undefined) await measurePublicSets(options.data)
if (options.community !== undefined) await measureCommunity(options.community)
if (options.data !== undefined && options.sets === allSets) {
  for (const missed of missedFloors(figures)) {
    console.error(`quality: ${missed}`)
    process.exitCode = 1
  }
}

function chosenSets(text: string): string[] {
  const names = text.split(',')
  const unknown = names.filter((name) => !allSets.includes(name))
  if (unknown.length > 0) throw new InvalidArgumentError(`There is no set ${unknown.join(', ')}.`)
  return names
}

function count(text: string): number {
  if (!/^\d{1,5}$/u.test(text)) throw new InvalidArgumentError('It should be a number.')
  return Number(text)
}

async function measureShipped(): Promise<void> {
  const answerer = await openShipped()
  const rows = (['shipped', 'held-out', 'near-misses'] as const).map((set) => {
    const { answerable, unanswerable, wronglyAnswered } = scoreShipped(answerer, set)
    const { questions, first, firstThree, mrr, answered, answeredRight, wrong } = answerable
    for (const each of wrong.slice(0, options.failures)) console.log(`${each.question}\n  shown: ${each.got}`)
    for (const question of wronglyAnswered.slice(0, options.failures)) console.log(`${question}\n  called answered`)
    const shares = [mrr, first, firstThree, answered, answeredRight].map((share) =>
      questions > 0 ? short(share) : '–',
    )
    return [set, String(questions), ...shares, `${wronglyAnswered.length} of ${unanswerable}`]
  })
  const head = ['shipped article', 'questions', 'MRR', 'P@1', 'P@3', 'answered', 'of them right', 'false answers']
  console.log(table([head, ...rows]))
}

async function measurePublicSets(folder: string): Promise<void> {
  const rows: string[][] = []
  const compared: string[][] = []
  /** The sets that the exactness of the candidates and silence are measured on. */
  const guards: OpenSet[] = []
  for (const name of options.sets) {
    const read = publicSets[name]
    if (!read) continue
    const open = await openSet(read(folder))
    const asked = open.set.questions.map((question) => ask(open, question))
    const heldOut = asked.filter(({ question }) => question.half === 'held-out')
    rows.push(...summaryRows(open.set.name, asked))
    figures.set(`${open.set.name} MRR`, average(heldOut.map(reciprocalRank)))
    figures.set(`${open.set.name} P@1`, average(heldOut.map(firstRight)))
    showFailures(open, heldOut)
    if (!/^(?:selqa|xquad)/u.test(name)) continue
    const comparison = await compareRivals(open, options.rivals)
    compared.push(...comparison.rows)
    if (open.set.language !== 'en') continue
    guards.push(open)
    figures.set(`${open.set.name} mistyped, MRR kept`, comparison.mistypedKept ?? 0)
    console.log(`\n${kindTable(open.set.name, heldOut)}`)
  }
  console.log(`\n${table([summaryHead, ...rows])}`)
  if (compared.length > 0) console.log(`\n${table([comparisonHead, ...compared])}`)
  if (guards.length === 0) return
  await showExactness(guards)
  showSilence(guards)
}

async function measureCommunity(folder: string): Promise<void> {
  const rows: string[][] = []
  const all: Asked[] = []
  for (const set of readCommunitySets(folder)) {
    const open = await openSet(set)
    const asked = set.questions.map((question) => ask(open, question))
    showFailures(open, asked)
    rows.push(summaryRow(`${set.name}, ${set.questions[0]?.half}`, asked))
    all.push(...asked)
  }
  console.log(`\n${table([summaryHead, ...rows, ...summaryRows('community', all)])}`)
}

function showFailures({ set, answerer }: OpenSet, asked: readonly Asked[]): void {
  const wrong = asked.filter(({ question, answer, right }) =>
    question.golds.length > 0 ? !right[0] : answer.verdict === 'answered',
  )
  for (const { question, answer, right } of wrong.slice(0, options.failures)) {
    const homes = answerer.articles.filter(({ id }) => question.golds.some(({ article }) => article === id))
    const wanted = homes
      .flatMap(({ paragraphs }) => sentencesIn([...paragraphs]))
      .find((sentence) => isRight(set.rule, question, sentence))
    console.log(`\n${question.question}  [${answer.verdict}, rank ${right.indexOf(true) + 1 || 'beyond ten'}]`)
    console.log(`  shown:  ${answer.passages[0]?.sentence.plain ?? '–'}\n  wanted: ${wanted?.plain ?? '–'}`)
  }
}

async function showExactness(opened: readonly OpenSet[]): Promise<void> {
  let [same, questions] = [0, 0]
  for (const open of opened) {
    const exact = await countExact(open)
    same += exact.same
    questions += exact.questions
  }
  figures.set('first five as of all', same / questions)
  console.log(`\nThe first five are those of scoring every sentence for ${same} of ${questions} questions.`)
}

function showSilence(opened: readonly OpenSet[]): void {
  const outcomes = opened.map((open) => [open.set.name, measureSilence(open)] as const)
  const rows = outcomes.map(([name, each]) => {
    const { precision, recall, f1 } = triggerScore(each)
    const foreign = each.filter(({ isHome }) => !isHome)
    const unanswered = foreign.filter(({ answered }) => !answered).length / Math.max(1, foreign.length)
    const auc = areaUnderCurve(each)
    figures.set(`${name} silence F1`, f1)
    figures.set(`${name} silence AUC`, auc)
    figures.set(`${name} unrelated article, not answered`, unanswered)
    return [name, String(each.length), ...[precision, recall, f1, auc, unanswered].map(short)]
  })
  const head = ['half asked of an unrelated article', 'questions', 'precision', 'recall', 'F1', 'AUC', 'not answered']
  console.log(`\n${table([head, ...rows])}`)
  const { bins, error } = reliability(outcomes.flatMap(([, each]) => each))
  const reliable = bins.map((bin) => [
    `${short(bin.from)}–${short(bin.from + 0.1)}`,
    String(bin.count),
    short(bin.score),
    short(bin.right),
  ])
  console.log(`\n${table([['score', 'passages', 'mean score', 'right'], ...reliable])}`)
  console.log(`Scores are off by ${short(error)} on average.`)
  for (const open of opened.filter(({ set }) => set.name === 'XQuAD-en')) {
    const { questions, marked, overlapping } = measureMarked(open)
    figures.set(`${open.set.name} marked answer`, overlapping / questions)
    console.log(
      `Of ${questions} right sentences for who, when, where and how many, ${marked} have a marked answer, ${overlapping} (${short(overlapping / questions)}) the right one.`,
    )
  }
}
