// npm run tune: fits the weights of the ranking and of its confidences on the tuning halves of the question sets.
import { readFileSync, writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { createSum, type Feature, type Features, featureNames, standingNames } from '../../src/search/model/feature.ts'
import { weights } from '../../src/search/model/weights.ts'
import type { Query } from '../../src/search/query/query.ts'
import { type Contender, standingsOf } from '../../src/search/ranking/standing.ts'
import { readCommunitySets } from './community-sets.ts'
import { type DescribedQuestion, openDescriber } from './describe.ts'
import { type Example, fitProbability, fitRanking } from './fit.ts'
import { openSet } from './open-set.ts'
import { publicSets } from './public-sets.ts'
import type { QuestionSet, SetQuestion } from './question-set.ts'
import { poseToArticles } from './silence.ts'

interface Options {
  readonly data: string
  readonly community: string
  readonly check: boolean
}

const { data, community, check } = new Command('npm run tune --')
  .description('Fits the weights of the search and writes them to src/search/model/fitted-weights.ts')
  .requiredOption('--data <folder>', 'the folder of the public question sets')
  .requiredOption('--community <folder>', 'the folder of community documents with questions')
  .option('--check', 'only check that the file is what would be written', false)
  .parse()
  .opts<Options>()

const FILE = 'src/search/model/fitted-weights.ts'
/** How many of a ranking's first passages teach its confidence. */
const SHOWN = 3

/** How much the questions of a set count together, in the ranking and in the confidences. */
const importance: Readonly<Record<string, readonly [ranking: number, confidence: number]>> = {
  SelQA: [2.2, 1],
  'XQuAD-en': [1.6, 1],
  'XQuAD-tr': [0.55, 0.3],
  'XQuAD-de': [0.55, 0.3],
  'XQuAD-ru': [0.55, 0.3],
  'XQuAD-zh': [0.55, 0.3],
  'SQuAD 2': [0.4, 13],
  CLAPNQ: [0.3, 20],
  QED: [0.8, 1.8],
  'COVID FAQ': [0.2, 0.3],
  'NorQuAD news': [0.2, 0.3],
  Doc2Dial: [0.2, 0.3],
}
/** A community folder; the other sets are encyclopaedias and news. */
const COMMUNITY = [0.35, 4] as const
/** Questions asked of an article that does not answer them, and of one with the answers taken out. */
const FOREIGN = 1
const CUT = 0.3

/** A question's candidates in the order of the fitted ranking. */
interface Ranking {
  readonly query: Query
  readonly hits: readonly (Contender & { readonly features: Features; readonly right: boolean })[]
}

interface Group {
  readonly set: QuestionSet
  readonly asked: readonly DescribedQuestion[]
  readonly foreign: readonly DescribedQuestion[]
}

const groups: Group[] = []
for (const set of [...Object.values(publicSets).map((read) => read(data)), ...readCommunitySets(community)]) {
  if (set.questions.every(({ half }) => half !== 'tuning')) continue
  const open = await openSet(set)
  const describe = await openDescriber(open)
  const isTuning = ({ half }: SetQuestion) => half === 'tuning'
  const posed = /^(?:SelQA|XQuAD)/u.test(set.name) ? poseToArticles(set.questions) : []
  groups.push({
    set,
    asked: set.questions.filter(isTuning).map((question) => describe(question)),
    foreign: posed
      .filter(({ question, isHome }) => isTuning(question) && !isHome)
      .map(({ question, article }) => describe(question, article)),
  })
  console.error(`described ${set.name}`)
}

const importanceOf = ({ set }: Group) => importance[set.name] ?? COMMUNITY
const ranking = fitRanking(
  groups.flatMap((group) =>
    group.asked.map(({ candidates }) => ({
      examples: candidates.map(({ features, right }) => ({ inputs: inputsOf(features), right })),
      weight: importanceOf(group)[0] / group.asked.length,
    })),
  ),
)
const features = toFeatures(ranking)
const sumOf = createSum(features)
const ranked = groups.map((group) => ({
  group,
  asked: group.asked.map(toRanking),
  foreign: group.foreign.map(toRanking),
}))

const topicExamples = ranked.flatMap(({ group, asked, foreign }) => [
  ...asked.flatMap(({ hits: [best] }) => toTopicExample(best, true, importanceOf(group)[1] / asked.length)),
  ...foreign.flatMap(({ hits: [best] }) => toTopicExample(best, false, importanceOf(group)[1] / foreign.length)),
])
const onTopic = fitProbability(topicExamples)

const answerExamples = ranked.flatMap(({ group, asked, foreign }) => {
  const of = (rankings: readonly Ranking[], total: number) =>
    rankings.flatMap((each) => toAnswerExamples(each, total / rankings.length))
  const importance = importanceOf(group)[1]
  const withoutRight = ({ query, hits }: Ranking): Ranking => ({ query, hits: hits.filter(({ right }) => !right) })
  const cut = /^(?:SelQA|XQuAD-en)/u.test(group.set.name) ? asked.map(withoutRight) : []
  return [...of(asked, importance), ...of(foreign, importance * FOREIGN), ...of(cut, importance * CUT)]
})
const isAnswer = fitProbability(answerExamples)

const written = [
  '// Written by `npm run tune`; do not edit.',
  ...(
    [
      ['features', featureNames, ranking],
      ['onTopic', [...featureNames, 'constant'], onTopic],
      ['isAnswer', [...featureNames, ...standingNames, 'constant'], isAnswer],
    ] as const
  ).map(([name, inputs, values]) => `export const ${name} = ${toTable(inputs, values)}`),
].join('\n\n')
if (!check) writeFileSync(FILE, `${written}\n`)
else if (readFileSync(FILE, 'utf8') !== `${written}\n`) {
  console.error(`${FILE} is not what npm run tune writes; run it and commit the file`)
  process.exitCode = 1
}

/** Ranks as the program does: the outlines choose whose text is read. */
function toRanking({ query, candidates }: DescribedQuestion): Ranking {
  const sorted = candidates.map((each) => ({ ...each, sum: sumOf(each.outline) })).sort((a, b) => b.sum - a.sum)
  const read = sorted
    .slice(0, weights.read)
    .map((each) => ({ ...each, sum: sumOf(each.features) }))
    .sort((a, b) => b.sum - a.sum)
    .concat(sorted.slice(weights.read).map((each) => ({ ...each, features: each.outline })))
  return { query, hits: read }
}

function toTopicExample(best: Ranking['hits'][number] | undefined, right: boolean, weight: number): Example[] {
  return best ? [{ inputs: inputsOf(best.features), right, weight }] : []
}

/** What is shown first counts most. */
function toAnswerExamples({ query, hits }: Ranking, weight: number): Example[] {
  return standingsOf(query, hits, SHOWN).flatMap((standing, i) => {
    const hit = hits[i]
    if (!hit) return []
    const inputs = [...inputsOf(hit.features), ...standingNames.map((name) => standing[name])]
    return [{ inputs, right: hit.right, weight: i === 0 ? weight : weight / 4 }]
  })
}

function inputsOf(features: Features): number[] {
  return featureNames.map((feature) => features[feature])
}

function toFeatures(values: readonly number[]): Features {
  const fitted: Record<Feature, number> = { ...weights.features }
  for (const [i, name] of featureNames.entries()) fitted[name] = Number((values[i] ?? 0).toFixed(2))
  return fitted
}

function toTable(names: readonly string[], values: readonly number[]): string {
  return `{\n${values.map((value, i) => `  ${names[i]}: ${Number(value.toFixed(2)) + 0},\n`).join('')}}`
}
