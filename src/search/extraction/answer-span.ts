// Finds the phrase of a sentence that answers a question.
import { lexiconOf } from '../../language/lexicon.ts'
import type { Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { Query } from '../query/query.ts'
import { type AnswerCandidate, type CandidateType, findAnswerCandidates } from './answer-candidates.ts'
import { joinEntities } from './entities.ts'
import { asksOfPresent } from './holds-answer-type.ts'
import type { Span } from './spans.ts'
import { isPastTime } from './times.ts'

/** Logistic regression over the candidates (ListNet), fitted on the tuning half of XQuAD in all languages. */
const weights = { near: 6, named: -1.1, onePart: -1.6, year: 3.1, counts: 1.4 } as const
const typeWeights: Readonly<Record<CandidateType, number>> = {
  entity: 0,
  name: -1.7,
  opening: -2.3,
  agent: -2.5,
  people: -1.8,
  whereabouts: -3.4,
  moment: -3.7,
}
/** A past time is a bad answer to a question in the present tense; chosen by hand. */
const PAST_IN_PRESENT = -4

/** Distance in words at which another word counts 1/e; a mark between them counts as this many words. */
const REACH = 12
const MARK = 3

/**
 * The phrase that answers a question for a person, a place, a time or a number: the most likely candidate by its type and
 * by its distance to the question's words, with what is joined to it. `undefined` if the sentence has no candidate.
 */
export function findAnswer(query: Query, sentence: AnalysedSentence): Span | undefined {
  const { plain, words, terms, language } = sentence
  const candidates = findAnswerCandidates(sentence, query.answerType, query.questionWords)
  if (candidates.length === 0) return undefined
  const places = placesOf(query, words, terms)
  const gapOf = measureGaps(words, plain)
  const counted = new Set(query.countedWords.flatMap((word) => [...word.terms.keys()]))
  const lexicon = lexiconOf(language.tag)
  const isPresent = query.answerType === 'time' && asksOfPresent(query.questionWords, language.tag)
  const scoreOf = ({ span, type }: AnswerCandidate): number => {
    const first = words.findIndex(({ start }) => start >= span[0])
    const last = words.findLastIndex(({ end }) => end <= span[1])
    const own = words.slice(first, last + 1)
    const named = own.filter(({ text }) => query.questionWords.has(text.toLowerCase())).length / Math.max(1, own.length)
    let sum =
      typeWeights[type] + weights.near * nearness(places, (at) => gapOf(first, last, at)) + weights.named * named
    // Most names of people have two parts or more.
    if (query.answerType === 'person' && own.length === 1) sum += weights.onePart
    if (query.answerType === 'time' && own.some(({ text }) => /^\p{N}{4}$/u.test(text))) sum += weights.year
    if (isPresent && isPastTime(plain.slice(...span), lexicon)) sum += PAST_IN_PRESENT
    if ([1, 2, 3].some((behind) => counted.has(terms[last + behind] ?? -1))) sum += weights.counts
    return sum
  }
  const [best] = candidates.map((candidate) => ({ candidate, sum: scoreOf(candidate) })).sort((a, b) => b.sum - a.sum)
  if (!best) return undefined
  const { type, span } = best.candidate
  const alike = candidates.filter((candidate) => candidate.type === type).map((candidate) => candidate.span)
  return joinEntities(alike, plain, language.tag).find(([start, end]) => start <= span[0] && span[1] <= end)
}

/** A content word of the question and where it occurs. */
interface Placed {
  /** Its share of the weight of all content words. */
  readonly share: number
  /** Indexes of the sentence's words. */
  readonly at: readonly number[]
}

function placesOf({ words }: Query, sentence: readonly Word[], terms: Uint32Array): Placed[] {
  const meaning = words.filter(({ content }) => content)
  const weight = meaning.reduce((sum, word) => sum + word.weight, 0)
  return meaning.map((word) => ({
    share: word.weight / weight,
    at: [...sentence.keys()].filter((i) => word.terms.has(terms[i] ?? -1)),
  }))
}

/** How near the question's words are, 0 to 1; `gapOf` gives the distance of a word. */
function nearness(places: readonly Placed[], gapOf: (at: number) => number): number {
  let sum = 0
  for (const { share, at } of places) sum += share * Math.max(0, ...at.map((each) => Math.exp(-gapOf(each) / REACH)))
  return sum
}

/** Measures the distance, in words, from the words `first` to `last` to another one. */
function measureGaps(words: readonly Word[], plain: string): (first: number, last: number, other: number) => number {
  /** The punctuation marks before each word. */
  const marks: number[] = []
  let [count, from] = [0, 0]
  for (const { start, end } of words) {
    count += plain.slice(from, start).match(/[.,;:()—–]/gu)?.length ?? 0
    from = end
    marks.push(count)
  }
  const gap = (before: number, after: number) =>
    after - before - 1 + MARK * ((marks[after] ?? 0) - (marks[before] ?? 0))
  return (first, last, other) => (other < first ? gap(other, first) : other > last ? gap(last, other) : 0)
}
