// Turns a question into weighted terms of the corpus.
import { beginningWith } from '../../columns/string-table.ts'
import { countIn, type OrdinalRange } from '../../corpus/packed.ts'
import type { Language } from '../../language/language.ts'
import type { AnswerType } from '../../language/language-table.ts'
import { foldWord, identifierParts, splitWords, type Word } from '../../language/words.ts'
import type { FindSimilarWords } from '../index/similar-words.ts'
import { countOf, shareHeadings, type TermStatistics, termId } from '../index/term-statistics.ts'
import { weights } from '../model/weights.ts'
import { type ExpectedAnswer, parseExpectedAnswer } from './answer-type.ts'
import { compoundsOf } from './compounds.ts'

/** How a query word matches a term: exactly or inflected, by a related form or synonym, or by fuzzy spelling. */
export type MatchType = 'same' | 'form' | 'near'

/** How well a term fits a word, 0 to 1, and how it was found. */
export interface MatchedTerm {
  readonly fit: number
  readonly how: MatchType
}

export interface QueryWord {
  /** As typed. */
  readonly text: string
  /** Whether it carries meaning, rather than holding the sentence together or asking. */
  readonly content: boolean
  /** Whether its capital marks it as a name; the capital of a question's first word does not. */
  readonly isName: boolean
  /** Inverse document frequency, reduced for words without meaning. */
  readonly weight: number
  /** The terms that it matches by their ids; empty if the corpus does not contain the word. */
  readonly terms: ReadonlyMap<number, MatchedTerm>
}

export interface Query {
  readonly words: readonly QueryWord[]
  /** Those of the words that come from the context. */
  readonly contextWords: readonly string[]
  /** The sum of the weights of all words. */
  readonly weight: number
  readonly answerType: AnswerType
  readonly manner: ExpectedAnswer['manner']
  /** The words as typed, in lower case. */
  readonly questionWords: ReadonlySet<string>
  /** The words that name what is counted, if the question asks for a number. */
  readonly countedWords: readonly QueryWord[]
  /** Words with meaning that the corpus contains in no form, as typed. */
  readonly unknown: readonly string[]
}

/** The sentences to search, whole articles in ascending and disjoint ranges, and their languages, most common first. */
export interface QueryScope {
  readonly ranges: readonly OrdinalRange[]
  readonly languages: readonly Language[]
}

/** Questions are cut to this many UTF-16 units and distinct words. */
export const QUESTION_LIMITS = { length: 2_000, words: 40 }

/** Content words of a question that may still be read with its context; doc2dial's follow-ups: P@1 .369, with it .410. */
const MAX_FOLLOW_UP_WORDS = 3

/** How many words after a verb may hold its particle: `turn the lights off`. */
const PARTICLE_WITHIN = 3

/** Letters that terms of one family share at least, and by which their lengths differ at most. */
const FAMILY_PREFIX = 4
const FAMILY_ENDING = 3

/**
 * Finds the terms of a question's words in the scope, and what the question asks for. If the question is
 * short, the content words of `context`, the questions before it, count a little, without being highlighted.
 */
export function parseQuery(
  question: string,
  statistics: TermStatistics,
  similarWords: FindSimilarWords,
  scope: QueryScope,
  context = '',
): Query {
  const text = question === question.toUpperCase() ? question.toLowerCase() : question
  const typed = withoutOrdinalEndings(splitWords(text))
  const language = languageOf(
    typed.map((word) => word.text),
    scope.languages,
  )
  const expected = language ? parseExpectedAnswer(text, language) : undefined
  const seen = new Set<string>()
  const distinct: { readonly word: Word; readonly place: number }[] = []
  for (const [place, word] of typed.entries()) {
    const key = foldWord(word.text)
    if (seen.has(key) || distinct.length === QUESTION_LIMITS.words) continue
    seen.add(key)
    distinct.push({ word, place })
  }
  const isNumberOfHeading = (word: Word, place: number) =>
    numbersOfHeadings(word.text, [typed[place - 1]?.text, typed[place + 1]?.text], statistics, scope).length > 0
  const isAsking = (word: Word) => expected?.phraseWords.has(word.text.toLowerCase()) === true
  const isSmall = (word: Word, place: number) =>
    language?.isFunctionWord(word.text) === true
      ? !isNamedLetter(text, typed, place) && !isNumberOfHeading(word, place)
      : isLetter(word.text) && !isLetterWord(text, word)
  const meaning = distinct.filter(({ word, place }) => !isSmall(word, place))
  const subject = meaning.filter(({ word }) => !isAsking(word))
  // `Which company?` has no subject but the word that it asks with.
  const content = new Set((subject.length > 0 ? subject : meaning).map(({ place }) => place))
  const words = distinct.map(({ word, place }) => {
    const isName = place > 0 && /^\p{Lu}/u.test(word.text)
    const read = { text: word.text, content: content.has(place), isName }
    const after = typed.slice(place + 1, place + 1 + PARTICLE_WITHIN).map((next) => next.text)
    return readWord(read, [typed[place - 1]?.text, ...after], statistics, similarWords, scope)
  })
  const contextWords = content.size > MAX_FOLLOW_UP_WORDS ? [] : readContext()
  words.push(...contextWords)

  return {
    words,
    contextWords: contextWords.map((word) => word.text),
    weight: words.reduce((sum, word) => sum + word.weight, 0),
    answerType: expected?.type ?? 'other',
    manner: expected?.manner,
    questionWords: new Set(typed.map((word) => word.text.toLowerCase())),
    countedWords: words.filter(
      ({ content, text: word }) => content && expected?.countedWords.includes(word.toLowerCase()),
    ),
    unknown: words.filter((word) => word.content && word.terms.size === 0).map((word) => word.text),
  }

  /** The content words of the context that the corpus contains; content words of a question that has none of its own. */
  function readContext(): QueryWord[] {
    const read: QueryWord[] = []
    for (const { text } of splitWords(context)) {
      const key = foldWord(text)
      if (seen.has(key) || distinct.length + read.length === QUESTION_LIMITS.words) continue
      if (language?.isFunctionWord(text) || isLetter(text)) continue
      seen.add(key)
      const word = readWord({ text, content: true, isName: false }, [], statistics, similarWords, scope)
      const isContent = word.content && content.size === 0
      if (word.terms.size > 0)
        read.push({ ...word, content: isContent, weight: word.weight * (isContent ? 1 : weights.contextWord) })
    }
    return read
  }
}

/** The term ids that some words of a question match. */
export function termsAmong(words: readonly QueryWord[]): ReadonlySet<number> {
  return new Set(words.flatMap(({ terms }) => [...terms.keys()]))
}

/** BM25's inverse document frequency among `size` sentences (Robertson and Zaragoza, 2009), kept positive. */
export function inverseFrequency(frequency: number, size: number): number {
  return Math.log(1 + (size - frequency + 0.5) / (frequency + 0.5))
}

/** The language whose function words the question uses most; the most common one of the corpus if none stands out. */
function languageOf(words: readonly string[], languages: readonly Language[]): Language | undefined {
  const [first] = languages
  if (languages.length < 2) return first
  const counted = languages.map((language) => words.filter((word) => language.isFunctionWord(word)).length)
  return languages[counted.indexOf(Math.max(...counted))]
}

function readWord(
  word: Pick<QueryWord, 'text' | 'content' | 'isName'>,
  [previous, next, ...later]: readonly (string | undefined)[],
  statistics: TermStatistics,
  similarWords: FindSimilarWords,
  scope: QueryScope,
): QueryWord {
  const { text, content, isName } = word
  const terms = new Map<number, MatchedTerm>()
  const inScope = (id: number) => countOf(statistics, id, scope.ranges)
  const idsOf = (terms: readonly string[]) => terms.flatMap((term) => termId(statistics, term) ?? [])
  const add = (ids: readonly number[], fit: number, how: MatchType) => {
    for (const id of ids) if (!terms.has(id) && inScope(id) > 0) terms.set(id, { fit, how })
  }

  const own = [...new Set(scope.languages.map((each) => each.term(text)))]
  add(numbersOfHeadings(text, [previous, next], statistics, scope), 1, 'same')
  const isOfHeading = terms.size > 0
  if (!isOfHeading) add(idsOf(own), 1, 'same')
  if (!content) return { ...word, terms, weight: weigh(terms, inScope, scope) * weights.functionWord }
  // No other `2` is meant.
  if (isOfHeading) return { ...word, terms, weight: weigh(terms, inScope, scope) }

  const isKnown = terms.size > 0
  add(idsOf(scope.languages.flatMap((each) => each.otherForms(text))), weights.otherForm, 'form')
  for (const term of own) add(familyOf(term, statistics), weights.familyWord, 'form')
  const after = [next, ...later].filter((each) => each !== undefined)
  add(idsOf(scope.languages.flatMap((each) => each.phrasalSynonyms(text, after))), weights.otherWord, 'form')
  // A name has no synonyms: `United States` does not mean `tell`.
  if (!isName) add(idsOf(scope.languages.flatMap((each) => each.synonyms(text))), weights.otherWord, 'form')
  if (!isKnown) {
    const parts = identifierParts(text)
    add(idsOf(parts.flatMap((part) => scope.languages.map((each) => each.term(part)))), weights.familyWord, 'form')
  }
  const near = isKnown
    ? []
    : [...new Set([text.toLowerCase(), ...own])].flatMap((spelling) => similarWords(spelling, statistics))
  for (const id of idsOf([...near, ...near.flatMap((spelling) => scope.languages.map((each) => each.term(spelling)))]))
    if (inScope(id) > 0) terms.set(id, { fit: weights.nearWord, how: 'near' })
  if (near.length === 0) add(compoundsOf(text, next, scope.languages, statistics), weights.familyWord, 'form')
  // A misspelt function word: `whihc`.
  const isMeant = scope.languages.some((each) => near[0] !== undefined && each.isFunctionWord(near[0]))
  const weight = weigh(terms, inScope, scope) * (isMeant ? weights.functionWord : 1)
  return { text, isName, content: !isMeant, terms, weight }
}

/** Ids of the other ways to write a number that stand in a heading with the word beside it: `2nd amendment`, `Amendment II`. */
function numbersOfHeadings(
  text: string,
  neighbours: readonly (string | undefined)[],
  statistics: TermStatistics,
  { languages }: QueryScope,
): number[] {
  return languages.flatMap((language) => {
    const spellings = language.numberTerms(text)
    if (spellings.length === 0) return []
    const nouns = neighbours.flatMap((word) =>
      word === undefined || language.isFunctionWord(word) ? [] : (termId(statistics, language.term(word)) ?? []),
    )
    return spellings
      .flatMap((spelling) => termId(statistics, spelling) ?? [])
      .filter((id) => nouns.some((noun) => shareHeadings(statistics, id, noun)))
  })
}

/** As rare as the most common term that may be meant; related forms and synonyms are other words. */
function weigh(terms: QueryWord['terms'], inScope: (id: number) => number, scope: QueryScope): number {
  const most = Math.max(0, ...[...terms].map(([id, { how }]) => (how === 'form' ? 0 : inScope(id))))
  return inverseFrequency(most, countIn(scope.ranges))
}

/** Without the endings of ordinals in figures, which are words of their own: `2`, `nd`. */
function withoutOrdinalEndings(words: readonly Word[]): Word[] {
  return words.filter(({ text, start }, i) => {
    const before = words[i - 1]
    return !(/^(?:st|nd|rd|th)$/iu.test(text) && before?.end === start && /\p{N}$/u.test(before.text))
  })
}

/** A letter of an alphabet; a single sign of a script without case may well be a word. */
function isLetter(word: string): boolean {
  return word.length === 1 && word.toLowerCase() !== word.toUpperCase()
}

/** Whether a letter stands for something (`C`, `vitamin d`), rather than for a part of a contraction (`l'homme`, `Kim's`). */
function isLetterWord(text: string, { start, end }: Word): boolean {
  return !/['’]/u.test(text.charAt(start - 1) + text.charAt(end))
}

/** Whether a capital that is also a small word names something: `grade A`, `World War I`. */
function isNamedLetter(text: string, typed: readonly Word[], place: number): boolean {
  const [before, word, after] = [typed[place - 1], typed[place], typed[place + 1]]
  if (!word || !before || word.text.length > 1 || !/^\p{Lu}$/u.test(word.text)) return false
  if (/['’]/u.test(text.charAt(word.start - 1) + text.charAt(word.end))) return false
  const isCapital = (other: Word | undefined) => other !== undefined && /^\p{Lu}/u.test(other.text)
  return word.text === 'I' ? place > 1 && isCapital(before) : !isCapital(after)
}

/** Ids of terms of which one is the beginning of the other: `korea` and `korean`. */
function familyOf(term: string, statistics: TermStatistics): number[] {
  if (term.length < FAMILY_PREFIX || !/^\p{L}+$/u.test(term)) return []
  const family: (number | undefined)[] = []
  for (let length = Math.max(FAMILY_PREFIX, term.length - FAMILY_ENDING); length < term.length; length++)
    family.push(termId(statistics, term.slice(0, length)))
  for (const { place, text } of beginningWith(statistics.index.terms, term))
    if (text.length > term.length && text.length <= term.length + FAMILY_ENDING) family.push(place)
  return family.filter((id) => id !== undefined)
}
