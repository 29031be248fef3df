import { Command } from 'commander'
import { type Features, featureNames } from '../../src/search/model/feature.ts'
import { logShares } from '../../src/search/ranking/confidence.ts'
import { indexArticles, openSearchIndex, type SearchIndex } from '../../src/search/search-index.ts'
import { type Example, fitProbability, fitRanking } from './fit.ts'
import { isRight, type QuestionSet, readSelqa, readXquad, type SetQuestion, xquadLanguages } from './public-sets.ts'
import { poseToArticles } from './silence.ts'

// npm run tune -- --data FOLDER: chooses the tables of src/search/weights.ts on the tuning halves of the public sets.
const { data } = new Command().requiredOption('--data <folder>').parse().opts<{ data: string }>()

/** A ranking's sentences, with the sum of their features where it has been weighed. */
type Ranking = readonly { readonly features: Features; readonly right: boolean }[]

/** So far down a ranking is learned from; and so far, what a reader sees. */
const DEPTH = 30
const SHOWN = 3
/** SelQA is small beside five languages of XQuAD, and English is what most corpora are. */
const times = (set: QuestionSet) => (set.name === 'SelQA' ? 4 : set.language === 'en' ? 2 : 1)

const selqa = await readSelqa(data)
const xquad = await Promise.all(xquadLanguages.map((language) => readXquad(data, language)))
const sets = [selqa, ...xquad]
const indexes = new Map<QuestionSet, SearchIndex>()
for (const set of sets) indexes.set(set, await openSearchIndex(...(await indexArticles(set.articles))))

const asked = sets.map((set) => ({
  set,
  rankings: tuning(set).map((question) => ask(set, question, set.ofOwnArticle ? question.home : undefined)),
}))
const ranking = fitRanking(
  asked.flatMap(({ rankings }) => rankings.map((each) => each.map(toExample))),
  asked.flatMap(({ set, rankings }) => rankings.map(() => times(set))),
)
print('features', ranking)

const posed = sets.map((set) => ({
  set,
  own: poseToArticles(set)
    .filter(({ question, isHome }) => question.half === 'tuning' && isHome)
    .map(({ question, article }) => weigh(ask(set, question, article))),
  foreign: poseToArticles(set)
    .filter(({ question, isHome }) => question.half === 'tuning' && !isHome)
    .map(({ question, article }) => weigh(ask(set, question, article))),
}))
const [english] = xquad
const everywhere = asked.filter(({ set }) => set.language === 'en').flatMap(({ rankings }) => rankings.map(weigh))
// All of one set's questions over the other's articles, which do not speak of them.
const abroad = english
  ? [
      ...tuning(selqa).map((question) => weigh(ask(english, question))),
      ...tuning(english).map((question) => weigh(ask(selqa, question))),
    ].map((each) => each.map((one) => ({ ...one, right: false })))
  : []
const own = [...posed.flatMap((each) => each.own), ...everywhere]
const foreign = [...posed.flatMap((each) => each.foreign), ...abroad]
// The hardest to be silent on: an article that speaks of the matter, with the answer cut out.
const cut = posed
  .filter(({ set }) => set.language === 'en')
  .flatMap((each) => each.own.map((one) => weigh(one.filter(({ right }) => !right))))

const spoken = fitProbability([
  ...own.flatMap((each) => each.slice(0, 1).map(({ features }) => ({ inputs: inputsOf(features), right: true }))),
  ...foreign.flatMap((each) => each.slice(0, 1).map(({ features }) => ({ inputs: inputsOf(features), right: false }))),
])
print('spoken', spoken.toSpliced(-1, 0, 0))

const raw = fitProbability([...own, ...foreign, ...cut].flatMap((each) => each.slice(0, SHOWN).map(withShare)))
// Platt (1999): the same sums, bent so that they are probabilities where half of the questions have an answer.
const balanced = posed.flatMap((each) => [...each.own, ...each.foreign]).flatMap((each) => each.slice(0, 1))
const [slope = 1, shift = 0] = fitProbability(
  balanced.map((one) => ({ inputs: [sumOf([...withShare(one).inputs, 1], raw)], right: one.right })),
)
print('right', raw.map((weight) => weight * slope).with(-1, (raw.at(-1) ?? 0) * slope + shift))

function tuning(set: QuestionSet): SetQuestion[] {
  return set.questions.filter(({ half }) => half === 'tuning')
}

function ask(set: QuestionSet, question: SetQuestion, article?: string): Ranking {
  const { hits } = indexes.get(set)?.search(question.question, DEPTH, article) ?? { hits: [] }
  return hits.map(({ features, sentence }) => ({
    features,
    right: set.questions.includes(question) && isRight(question, sentence),
  }))
}

function weigh(unsorted: Ranking): (Ranking[number] & { readonly share: number })[] {
  const sorted = unsorted
    .map((each) => ({ ...each, sum: sumOf(inputsOf(each.features), ranking) }))
    .sort((a, b) => b.sum - a.sum)
  const shares = logShares(sorted.map(({ sum }) => sum))
  return sorted.map((each, i) => ({ ...each, share: shares[i] ?? 0 }))
}

function toExample({ features, right }: Ranking[number]): Example {
  return { inputs: inputsOf(features), right }
}

function withShare({ features, right, share }: Ranking[number] & { readonly share: number }): Example {
  return { inputs: [...inputsOf(features), share], right }
}

function inputsOf(features: Features): number[] {
  return featureNames.map((feature) => features[feature])
}

function sumOf(inputs: readonly number[], by: readonly number[]): number {
  return inputs.reduce((sum, input, i) => sum + input * (by[i] ?? 0), 0)
}

/** Prints a table as `weights.ts` has it. */
function print(name: string, values: readonly number[]): void {
  const names = [...featureNames, 'share', 'constant']
  console.log(`${name}: { ${values.map((value, i) => `${names[i]}: ${Number(value.toFixed(2))}`).join(', ')} },`)
}
