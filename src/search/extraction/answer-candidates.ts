// Phrases of a sentence that may answer a question.
import type { EntityType } from '../../language/language-table.ts'
import { lexiconOf } from '../../language/lexicon.ts'
import type { Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { findEntities, isEntityType } from './entities.ts'
import type { Span } from './spans.ts'

/** What makes a phrase a candidate. */
export type CandidateType =
  /** An entity of the type asked for. */
  | 'entity'
  /** A name of unknown type. */
  | 'name'
  /** The first word of a sentence, which may be a name. */
  | 'opening'
  /** The words after `by`. */
  | 'agent'
  /** A common noun for people: `engineers`. */
  | 'people'
  /** The words after `in`, `on`, `near`: `the mountains`. */
  | 'whereabouts'
  /** The words after `when`, `after`: `the ice melts`. */
  | 'moment'

export interface AnswerCandidate {
  readonly span: Span
  readonly type: CandidateType
}

/**
 * The candidates of a sentence for a type of answer, entities first; no two overlap. `asked` holds the question's words
 * in lower case.
 */
export function findAnswerCandidates(
  sentence: AnalysedSentence,
  type: string,
  asked: ReadonlySet<string>,
): AnswerCandidate[] {
  if (!isEntityType(type)) return []
  const { plain, words, language } = sentence
  const { agents, moments, numerals, places } = lexiconOf(language.tag)
  const candidates: AnswerCandidate[] = []
  const add = (kind: CandidateType, spans: readonly Span[]) => {
    for (const span of spans) {
      const isFree = candidates.every((other) => other.span[1] <= span[0] || span[1] <= other.span[0])
      if (isFree) candidates.push({ span, type: kind })
    }
  }
  const isSmall = ({ text }: Word) => language.isFunctionWord(text)
  const isNew = (word: Word) => !asked.has(word.text.toLowerCase()) && !isSmall(word)
  const behind = (leading: ReadonlySet<string>, ends: (word: Word) => boolean): Span[] =>
    words.flatMap(({ text }, i): Span[] => {
      const phrase = leading.has(text.toLowerCase()) ? takePhrase(words.slice(i + 1), plain, ends) : []
      const [first, last] = [phrase[0], phrase.at(-1)]
      return first && last && phrase.some(isNew) ? [[first.start, last.end]] : []
    })

  const opening = words.find(({ text }) => !/^\p{N}+$/u.test(text))
  // The first word has its capital anyway, so that it makes no new name of words that the question names.
  const isOpeningAlone = ([start, end]: Span) =>
    start === opening?.start &&
    !words.some((word) => word.start > start && word.end <= end && isNew(word) && /^\p{Lu}/u.test(word.text))
  const findNamed = (named: EntityType) =>
    findEntities(sentence, named, asked).filter(
      (span) => !isName(named) || !(isCode(span, plain) || isOpeningAlone(span)),
    )
  add('entity', findNamed(type))
  if (isName(type)) {
    add('name', findNamed('organisation'))
    const [first, second] = words
    const mayName = ({ text }: Word) => {
      const word = text.toLowerCase()
      const isKnown = numerals.has(word) || language.partsOfSpeech(word).size > 0
      return /^\p{Lu}\p{Ll}+$/u.test(text) && (!isKnown || /^(?:person|group|place)$/.test(language.classOf(word)))
    }
    const opens = first && second && isNew(first) && mayName(first)
    if (opens && plain.slice(first.end, second.start) === ' ') add('opening', [[first.start, first.end]])
  }
  if (type === 'person') {
    add('agent', behind(agents, isSmall))
    const people = words.filter(
      (word) => isNew(word) && /^\p{Ll}/u.test(word.text) && /^(?:person|group)$/.test(language.classOf(word.text)),
    )
    add(
      'people',
      people.map(({ start, end }): Span => [start, end]),
    )
  }
  if (type === 'place') add('whereabouts', behind(places, isSmall))
  if (type === 'time') {
    add(
      'moment',
      behind(moments, () => false),
    )
  }
  return candidates
}

function isName(type: EntityType): boolean {
  return type === 'person' || type === 'organisation' || type === 'place'
}

/** Whether a capitalised word is part of an identifier, an option or a pattern: `MAX_SIZE`, `--Force`, `[A-Z]`. */
function isCode([start, end]: Span, plain: string): boolean {
  return (
    /[_$\\]$|(?:^|\s)--?$/u.test(plain.slice(Math.max(0, start - 3), start)) ||
    plain[end] === '_' ||
    /_|^\p{L}-\p{L}$/u.test(plain.slice(start, end))
  )
}

/** The words up to a punctuation mark, or up to a word that ends the phrase, which has at least one that does not. */
function takePhrase(words: readonly Word[], plain: string, ends: (word: Word) => boolean): Word[] {
  const taken: Word[] = []
  let begun = false
  for (const [i, word] of words.entries()) {
    const before = words[i - 1]
    if (before && /[^\s\p{Pd}'’]/u.test(plain.slice(before.end, word.start))) break
    if (!ends(word)) begun = true
    else if (begun) break
    taken.push(word)
  }
  return begun ? taken : []
}
