import { lexiconOf } from '../../language/lexicon.ts'
import type { Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import { findEntities, isEntityType, type Span } from './entities.ts'

/** What a phrase that may answer looks like. */
export type CandidateType =
  /** A thing of the kind asked for. */
  | 'thing'
  /** A name that nothing says to be of that kind. */
  | 'name'
  /** A sentence's first word alone, which may be a name. */
  | 'opening'
  /** What stands behind `by`. */
  | 'agent'
  /** `engineers`: people, without a name. */
  | 'people'
  /** What stands behind `in`, `on`, `near`: `the mountains`. */
  | 'whereabouts'
  /** What stands behind `when`, `after`: `the ice melts`. */
  | 'moment'

/** A phrase that may answer: UTF-16 offsets `[start, end)` of the sentence. */
export interface AnswerCandidate {
  readonly span: Span
  readonly type: CandidateType
}

/**
 * The phrases of a sentence that may answer a question for a kind of thing, things first; none twice. `asked` holds the
 * question's words in lower case.
 */
export function findAnswerCandidates(
  reading: AnalysedSentence,
  kind: string,
  asked: ReadonlySet<string>,
): AnswerCandidate[] {
  if (!isEntityType(kind)) return []
  const { plain, words, language } = reading
  const { agents, moments, numerals, places } = lexiconOf(language.tag)
  const candidates: AnswerCandidate[] = []
  const add = (type: CandidateType, spans: readonly Span[]) => {
    for (const span of spans) {
      const isFree = candidates.every((other) => other.span[1] <= span[0] || span[1] <= other.span[0])
      if (isFree) candidates.push({ span, type })
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

  add('thing', findEntities(reading, kind, asked))
  if (kind === 'person' || kind === 'organisation' || kind === 'place') {
    add('name', findEntities(reading, 'organisation', asked))
    const [first, second] = words
    const mayName = ({ text }: Word) =>
      /^\p{Lu}\p{Ll}+$/u.test(text) &&
      !numerals.has(text.toLowerCase()) &&
      language.classOf(text.toLowerCase()) !== 'thing'
    const opens = first && second && isNew(first) && mayName(first)
    if (opens && plain.slice(first.end, second.start) === ' ') add('opening', [[first.start, first.end]])
  }
  if (kind === 'person') {
    add('agent', behind(agents, isSmall))
    const people = words.filter(
      (word) => isNew(word) && /^\p{Ll}/u.test(word.text) && /^(?:person|group)$/.test(language.classOf(word.text)),
    )
    add(
      'people',
      people.map(({ start, end }): Span => [start, end]),
    )
  }
  if (kind === 'place') add('whereabouts', behind(places, isSmall))
  if (kind === 'time') {
    add(
      'moment',
      behind(moments, () => false),
    )
  }
  return candidates
}

/** Words up to a mark, or up to one that ends the phrase behind one that does not. */
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
