import { beginningWith } from '../../columns/string-table.ts'
import type { OrdinalRange } from '../../corpus/packed.ts'
import type { Language } from '../../language/language.ts'
import type { AnswerType } from '../../language/language-table.ts'
import { foldWord, splitWords } from '../../language/words.ts'
import { countOf, spellingId, type TermStatistics, termId } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import { parseExpectedAnswer } from './answer-type.ts'
import { compoundsOf } from './compounds.ts'

/** How a word of the question meets a term of the corpus: as it is, in another form or as another word for it, or spelt nearly so. */
export type MatchType = 'same' | 'form' | 'near'

/** One word of the question. */
export interface QueryWord {
  /** As typed. */
  readonly text: string
  /** Whether it carries meaning, rather than holding the sentence together or asking. */
  readonly content: boolean
  /** Whether its capital says that it is a name; the first word's says nothing. */
  readonly isName: boolean
  /** Inverse document frequency, less where it is a function word. */
  readonly weight: number
  /** The terms it may be found under → how well they fit, 0 to 1; empty when the corpus does not hold it. */
  readonly terms: ReadonlyMap<number, { readonly fit: number; readonly how: MatchType }>
}

/** What search makes of a question. */
export interface Query {
  readonly words: readonly QueryWord[]
  /** The weight of all words. */
  readonly weight: number
  readonly answerType: AnswerType
  /** The words as typed, in lower case. */
  readonly questionWords: ReadonlySet<string>
  /** The words that say what is counted, where a number is asked for. */
  readonly countedWords: readonly QueryWord[]
}

/** Where the search looks: ordinals `[from, to)`, and the languages of the articles there, the most common first. */
export interface QueryScope extends OrdinalRange {
  readonly languages: readonly Language[]
}

/** Longer questions are read this far, in UTF-16 units and in different words: beyond it nobody is asking. */
export const QUESTION_LIMITS = { length: 2_000, words: 40 }

/** Turns a question into weighted terms. */
export function parseQuery(
  question: string,
  statistics: TermStatistics,
  similarWords: (word: string) => readonly string[],
  scope: QueryScope,
): Query {
  const text = question === question.toUpperCase() ? question.toLowerCase() : question
  const typed = splitWords(text)
  const language = languageOf(
    typed.map((word) => word.text),
    scope.languages,
  )
  const asking = language ? parseExpectedAnswer(text, language) : undefined
  const seen = new Set<string>()
  const words: QueryWord[] = []
  for (const [place, word] of typed.entries()) {
    const key = foldWord(word.text)
    if (seen.has(key) || words.length === QUESTION_LIMITS.words) continue
    seen.add(key)
    const lower = word.text.toLowerCase()
    const content = !(asking?.phraseWords.has(lower) || language?.isFunctionWord(word.text) || isLetter(word.text))
    const isName = place > 0 && /^\p{Lu}/u.test(word.text)
    words.push(readWord({ text: word.text, content, isName }, typed[place + 1]?.text, statistics, similarWords, scope))
  }
  return {
    words,
    weight: words.reduce((sum, word) => sum + word.weight, 0),
    answerType: asking?.type ?? 'other',
    questionWords: new Set(typed.map((word) => word.text.toLowerCase())),
    countedWords: words.filter(
      ({ content, text: word }) => content && asking?.countedWords.includes(word.toLowerCase()),
    ),
  }
}

/** The terms that some words of a question may be found under. */
export function termsAmong(words: readonly QueryWord[]): ReadonlySet<number> {
  return new Set(words.flatMap(({ terms }) => [...terms.keys()]))
}

/** The weight of what each word of a question comes to, 0 to 1, as a share of the question's. */
export function shareOf({ words, weight }: Query, of: (place: number, word: QueryWord) => number): number {
  return words.reduce((sum, word, i) => sum + word.weight * of(i, word), 0) / weight
}

/** The language whose function words the question uses most; the corpus's most common one where none stands out. */
function languageOf(words: readonly string[], languages: readonly Language[]): Language | undefined {
  const [first] = languages
  if (languages.length < 2) return first
  const counted = languages.map((language) => words.filter((word) => language.isFunctionWord(word)).length)
  return languages[counted.indexOf(Math.max(...counted))]
}

function readWord(
  word: Pick<QueryWord, 'text' | 'content' | 'isName'>,
  next: string | undefined,
  statistics: TermStatistics,
  similarWords: (word: string) => readonly string[],
  scope: QueryScope,
): QueryWord {
  const { text, content, isName } = word
  const terms = new Map<number, { fit: number; how: MatchType }>()
  const inScope = (id: number) => countOf(statistics, id, scope)

  const own = new Set(scope.languages.map((each) => each.term(text)))
  for (const term of own) {
    const id = termId(statistics, term)
    if (id !== undefined && inScope(id) > 0) terms.set(id, { fit: 1, how: 'same' })
  }
  if (!content) return { ...word, terms, weight: weigh(terms, inScope, scope) * weights.functionWord }

  const isKnown = terms.size > 0
  const addForms = (ids: readonly number[]) => {
    for (const id of ids) if (!terms.has(id) && inScope(id) > 0) terms.set(id, { fit: weights.familyWord, how: 'form' })
  }
  for (const term of own) addForms(familyOf(term, statistics))
  // No other word stands for a name: the United States tell nothing.
  for (const language of isName ? [] : scope.languages) {
    for (const term of language.synonyms(text)) {
      const id = termId(statistics, term)
      if (id !== undefined && !terms.has(id) && inScope(id) > 0) terms.set(id, { fit: weights.otherWord, how: 'form' })
    }
  }
  const near = isKnown ? [] : [...new Set([text.toLowerCase(), ...own])].flatMap((spelling) => similarWords(spelling))
  for (const word of near) {
    const id = spellingId(statistics, word)
    if (id !== undefined && inScope(id) > 0) terms.set(id, { fit: weights.nearWord, how: 'near' })
  }
  if (near.length === 0) addForms(compoundsOf(text, next, scope.languages, statistics))
  // A misspelt function word: `whihc`.
  const isMeant = scope.languages.some((each) => near[0] !== undefined && each.isFunctionWord(near[0]))
  const weight = weigh(terms, inScope, scope) * (isMeant ? weights.functionWord : 1)
  return { text, isName, content: !isMeant, terms, weight }
}

/** A misspelt word is as rare as the commonest that may be meant; a word of the same family is another word. */
function weigh(terms: QueryWord['terms'], inScope: (id: number) => number, scope: QueryScope): number {
  return inverseFrequency(Math.max(0, ...[...terms].map(([id, { how }]) => (how === 'form' ? 0 : inScope(id)))), scope)
}

/** A letter of an alphabet; a single sign of a script without capitals may well be a word. */
function isLetter(word: string): boolean {
  return word.length === 1 && word.toLowerCase() !== word.toUpperCase()
}

/** BM25's inverse document frequency (Robertson and Zaragoza, 2009), kept above nought. */
export function inverseFrequency(frequency: number, { from, to }: OrdinalRange): number {
  return Math.log(1 + (to - from - frequency + 0.5) / (frequency + 0.5))
}

/** Terms of which one is the beginning of the other, an ending apart: `korea` and `korean`. */
function familyOf(term: string, statistics: TermStatistics): number[] {
  if (term.length < SHARED_FROM || !/^\p{L}+$/u.test(term)) return []
  const family: (number | undefined)[] = []
  for (let length = Math.max(SHARED_FROM, term.length - ENDING); length < term.length; length++)
    family.push(termId(statistics, term.slice(0, length)))
  for (const { place, text } of beginningWith(statistics.index.terms, term))
    if (text.length > term.length && text.length <= term.length + ENDING) family.push(place)
  return family.filter((id) => id !== undefined)
}

/** Letters that two terms of a family share at least, and by which one may be longer at most. */
const SHARED_FROM = 4
const ENDING = 3
