import type { Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { Query } from '../query/query.ts'
import { type AnswerCandidate, type CandidateType, findAnswerCandidates } from './answer-candidates.ts'
import { joinEntities, type Span } from './entities.ts'

/**
 * The phrase of a sentence that answers a question which asks for a person, a place, a time or a number, where the sentence
 * holds one that the question does not name. Of several, the one that stands among the question's words and looks most like
 * what is asked for, with what is joined to it. UTF-16 offsets `[start, end)` of `plain`.
 */
export function findAnswer(query: Query, reading: AnalysedSentence): Span | undefined {
  const { plain, words, terms, language } = reading
  const guesses = findAnswerCandidates(reading, query.answerType, query.questionWords)
  if (guesses.length === 0) return undefined
  const places = placesOf(query, words, terms)
  const gapOf = measureGaps(words, plain)
  const counted = new Set(query.countedWords.flatMap((word) => [...word.terms.keys()]))
  const likeness = ({ span, type }: AnswerCandidate): number => {
    const first = words.findIndex(({ start }) => start >= span[0])
    const last = words.findLastIndex(({ end }) => end <= span[1])
    const own = words.slice(first, last + 1)
    const named = own.filter(({ text }) => query.questionWords.has(text.toLowerCase())).length / Math.max(1, own.length)
    let sum = looks[type] + weights.near * nearness(places, (at) => gapOf(first, last, at)) + weights.named * named
    // A person's name mostly has two parts or more.
    if (query.answerType === 'person' && own.length === 1) sum += weights.onePart
    if (query.answerType === 'time' && own.some(({ text }) => /^\p{N}{4}$/u.test(text))) sum += weights.year
    if ([1, 2, 3].some((behind) => counted.has(terms[last + behind] ?? -1))) sum += weights.counts
    return sum
  }
  const [best] = guesses.map((guess) => ({ guess, sum: likeness(guess) })).sort((a, b) => b.sum - a.sum)
  if (!best) return undefined
  const { type, span } = best.guess
  const alike = guesses.filter((guess) => guess.type === type).map((guess) => guess.span)
  return joinEntities(alike, plain, language.tag).find(([start, end]) => start <= span[0] && span[1] <= end)
}

/** What makes a phrase likely: logistic regression over the guesses (ListNet) of the tuning half of XQuAD, all languages. */
const weights = { near: 6, named: -1.1, onePart: -1.6, year: 3.1, counts: 1.4 } as const
const looks: Readonly<Record<CandidateType, number>> = {
  thing: 0,
  name: -1.7,
  opening: -2.3,
  agent: -2.5,
  people: -1.8,
  whereabouts: -3.4,
  moment: -3.7,
}

/** A word of the question with meaning, and where it stands. */
interface Placed {
  /** Its share of the weight of those with meaning. */
  readonly share: number
  /** Places among the sentence's words. */
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

/** Words after which another counts a third as much; a mark between them counts as so many words. */
const REACH = 12
const MARK = 3

/** How near the question's words are, 0 to 1; `gapOf` says how far one is. */
function nearness(places: readonly Placed[], gapOf: (at: number) => number): number {
  let sum = 0
  for (const { share, at } of places) sum += share * Math.max(0, ...at.map((each) => Math.exp(-gapOf(each) / REACH)))
  return sum
}

/** Makes the measure of what stands between the words from `first` to `last` and another, in words. */
function measureGaps(words: readonly Word[], plain: string): (first: number, last: number, other: number) => number {
  /** How many marks stand before each word. */
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
