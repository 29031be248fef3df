import { SingleBar } from 'cli-progress'
import { Command, InvalidArgumentError } from 'commander'
import { type Ask, type Asked, firstRight, openRival, openVerbatim, recallAtFive, reciprocalRank } from './asking.ts'
import { average } from './bootstrap.ts'
import { countExact } from './exactness.ts'
import { missedFloors } from './floors.ts'
import type { Half } from './halves.ts'
import { mistype } from './mistype.ts'
import { isRight, type QuestionSet, readSelqa, readXquad, xquadLanguages } from './public-sets.ts'
import { kindOf } from './question-kinds.ts'
import { reliability } from './reliability.ts'
import { rivals } from './rivals.ts'
import { openShipped, scoreShipped } from './shipped.ts'
import { areaUnderCurve, triggerScore } from './silence.ts'
import { short, table, withInterval } from './table.ts'
import { judgeMarked, judgeSilence } from './verdicts.ts'

interface Options {
  readonly data?: string
  readonly failures: number
  readonly rivals: boolean
}

const {
  data,
  failures,
  rivals: withRivals,
} = new Command('npm run quality --')
  .description('Measures how well questions are answered')
  .option('--data <folder>', 'the folder of the public question sets')
  .option('--failures <n>', 'show so many questions of each set that went wrong', count, 0)
  .option('--no-rivals', 'measure only this project')
  .parse()
  .opts<Options>()

const figures = new Map<string, number>()
const headings = ['', 'questions', 'MRR', 'P@1', 'R@5']

await shipped()
if (data === undefined) {
  console.log('\nFor more, put the public sets in a folder and add -- --data FOLDER:')
  console.log('  XQuAD, github.com/google-deepmind/xquad: xquad.{en,tr,de,ru,zh}.json')
  console.log('  SelQA, github.com/emorynlp/selqa: selqa-dev.json')
} else await publicSets(data)

function count(text: string): number {
  if (!/^\d{1,5}$/u.test(text)) throw new InvalidArgumentError('It should be a number.')
  return Number(text)
}

async function shipped(): Promise<void> {
  const answerer = await openShipped()
  const rows = (['shipped', 'held-out'] as const).map((set) => {
    const { answerable, unanswerable, wronglyAnswered } = scoreShipped(answerer, set)
    const { questions, first, firstThree, mrr, answered, answeredRight, wrong } = answerable
    for (const each of wrong.slice(0, failures)) console.log(`${each.question}\n  shown: ${each.got}`)
    for (const question of wronglyAnswered.slice(0, failures)) console.log(`${question}\n  answered, wrongly`)
    const shares = [mrr, first, firstThree, answered, answeredRight].map(short)
    return [set, String(questions), ...shares, `${wronglyAnswered.length} of ${unanswerable}`]
  })
  const head = ['shipped article', 'questions', 'MRR', 'P@1', 'P@3', 'answered', 'of them right', 'answered wrongly']
  console.log(table([head, ...rows]))
}

async function publicSets(folder: string): Promise<void> {
  const xquad = await Promise.all(xquadLanguages.map((language) => readXquad(folder, language)))
  const sets = [await readSelqa(folder), ...xquad]
  const bar = progress(sets)
  const english: [QuestionSet, Asked[]][] = []
  const rows: string[][] = []
  for (const set of sets) {
    const verbatim = await openVerbatim(set)
    const all = await askAll(set, ['tuning', 'held-out'], verbatim, false, bar)
    const heldOut = all.filter(({ question }) => question.half === 'held-out')
    figures.set(`${set.name} MRR`, average(heldOut.map(reciprocalRank)))
    figures.set(`${set.name} P@1`, average(heldOut.map(firstRight)))
    rows.push(row(`**${set.name}**, held-out half: Verbatim`, heldOut))
    rows.push(
      row(
        'the tuning half',
        all.filter(({ question }) => question.half === 'tuning'),
      ),
    )
    for (const rival of rivalsFor(set))
      rows.push(row(rival.name, await askAll(set, ['held-out'], await openRival(set, rival), false, bar)))
    if (set.language !== 'en') continue
    english.push([set, heldOut])
    const mistyped = await askAll(set, ['held-out'], verbatim, true, bar)
    figures.set(
      `${set.name} mistyped, MRR kept`,
      average(mistyped.map(reciprocalRank)) / average(heldOut.map(reciprocalRank)),
    )
    rows.push(row(`**${set.name}, mistyped**: Verbatim`, mistyped))
    for (const rival of rivalsFor(set))
      rows.push(row(rival.name, await askAll(set, ['held-out'], await openRival(set, rival), true, bar)))
  }
  bar.stop()
  console.log(`\n${table([headings, ...rows])}`)
  for (const [set, asked] of english) {
    console.log(`\n${table([[set.name, ...headings.slice(1)], ...byKind(asked)])}`)
    showFailures(set, asked)
  }
  await exactness(sets)
  await silence(sets.filter(({ language }) => language === 'en'))
  for (const missed of missedFloors(figures)) {
    console.error(`quality: ${missed}`)
    process.exitCode = 1
  }
}

/** Fuse.js walks every sentence, which takes minutes a language: English says enough. */
function rivalsFor(set: QuestionSet): typeof rivals {
  return withRivals ? rivals.filter(({ name }) => set.language === 'en' || !name.startsWith('Fuse.js')) : []
}

function progress(sets: readonly QuestionSet[]): SingleBar {
  const total = sets.reduce((sum, set) => {
    const heldOut = set.questions.filter(({ half }) => half === 'held-out').length
    const times = set.language === 'en' ? 2 : 1
    return sum + set.questions.length + heldOut * (times - 1 + rivalsFor(set).length * times)
  }, 0)
  const bar = new SingleBar({ format: '{bar} {percentage} % {set}', stopOnComplete: true, clearOnComplete: true })
  bar.start(total, 0, { set: '' })
  return bar
}

async function askAll(
  set: QuestionSet,
  halves: readonly Half[],
  ask: Ask,
  mistyped: boolean,
  bar: SingleBar,
): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const question of set.questions) {
    if (!halves.includes(question.half)) continue
    asked.push(ask(question, mistyped ? mistype(question.question) : question.question))
    bar.increment(1, { set: set.name })
  }
  return asked
}

function row(name: string, asked: readonly Asked[]): string[] {
  const shares = [reciprocalRank, firstRight, recallAtFive].map((measure) => withInterval(asked.map(measure)))
  return [name, String(asked.length), ...shares]
}

function byKind(asked: readonly Asked[]): string[][] {
  const kinds = [...new Set(asked.map(({ question }) => kindOf(question.question)))]
  return kinds
    .map((kind) => ({ kind, each: asked.filter(({ question }) => kindOf(question.question) === kind) }))
    .sort((a, b) => b.each.length - a.each.length)
    .map(({ kind, each }) => row(kind, each))
}

function showFailures(set: QuestionSet, asked: readonly Asked[]): void {
  for (const { question, right, shown } of asked.filter((each) => !firstRight(each)).slice(0, failures)) {
    const home = set.articles.find(({ id }) => id === question.home)
    const wanted = home?.paragraphs
      .flatMap(({ sentences }) => sentences)
      .find((sentence) => isRight(question, sentence))
    const rank = right.indexOf(true) + 1
    console.log(
      `\n${question.question}  [${rank || 'not among ten'}]\n  shown:  ${shown}\n  wanted: ${wanted?.plain ?? '–'}`,
    )
  }
}

async function exactness(sets: readonly QuestionSet[]): Promise<void> {
  const counts = await Promise.all(sets.map(countExact))
  const [same, questions] = [counts.map((each) => each.same), counts.map((each) => each.questions)].map(sum)
  figures.set('first five as of all', (same ?? 0) / (questions ?? 1))
  console.log(`\nThe first five are those of scoring every sentence for ${same} of ${questions} questions.`)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

async function silence(sets: readonly QuestionSet[]): Promise<void> {
  const outcomes = new Map(
    await Promise.all(sets.map(async (set) => [set.name, await judgeSilence(set, 'held-out')] as const)),
  )
  const rows = [...outcomes].map(([name, each]) => {
    const { precision, recall, f1 } = triggerScore(each)
    figures.set(`${name} silence F1`, f1)
    figures.set(`${name} silence AUC`, areaUnderCurve(each))
    return [name, String(each.length), ...[precision, recall, f1, areaUnderCurve(each)].map(short)]
  })
  console.log(`\n${table([['silence, held-out half', 'questions', 'precision', 'recall', 'F1', 'AUC'], ...rows])}`)
  const { bins, error } = reliability([...outcomes.values()].flat())
  const reliable = bins.map((bin) => [
    `${short(bin.from)}–${short(bin.from + 0.1)}`,
    String(bin.count),
    short(bin.score),
    short(bin.right),
  ])
  console.log(`\n${table([['score', 'passages', 'mean score', 'right'], ...reliable])}`)
  console.log(`Scores are off by ${short(error)} on average.`)
  for (const set of sets.filter(({ name }) => name === 'XQuAD-en')) {
    const { questions, marked, overlapping } = await judgeMarked(set, 'held-out')
    figures.set(`${set.name} marked answer`, overlapping / questions)
    console.log(
      `Of ${questions} right sentences for who, when, where and how many, the answer is marked in ${marked}, rightly in ${overlapping} (${short(overlapping / questions)}).`,
    )
  }
}
