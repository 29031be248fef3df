// Signs that a sentence has the form of an answer: a definition, a permission, an instruction; or that it only leads to one.
import { kindAt, trailAt } from '../../corpus/packed.ts'
import { tableOf } from '../../language/language-table.ts'
import { spaced, type Word } from '../../language/words.ts'
import type { AnalysedSentence } from '../index/analysed-sentence.ts'
import type { TermStatistics } from '../index/term-statistics.ts'
import type { Features } from '../model/feature.ts'
import type { Query } from '../query/query.ts'
import { createHeadingNaming } from './naming.ts'

export type FormSignals = Pick<Features, 'namesHeading' | 'defines' | 'forbids' | 'instructs' | 'leadsIn'>

/** The coverage from which the form of a sentence counts fully: most sentences hold some name, and many a `not`. */
export const COVERED = 1 / 3
/** Words before the subject of a definition: `In short, a kiln is …`. */
const LEAD = 3
/** The same before a short form in brackets: `A natural gas kiln (NGK) is …`. */
const LEAD_OF_SHORT = 10
const IN_BRACKETS = /^[^.;:()]+\([^()]*$/u
/** What a sentence adds in brackets at its end. */
const CLOSING_BRACKETS = /\s\([^()]*\)[.!]?$/u
/** Words between the subject and the word that defines it: a pronunciation, an apposition. */
const BETWEEN = 6

/** Makes the function that reads the signs off a sentence. */
export function createFormSignals(
  query: Query,
  statistics: TermStatistics,
): (ordinal: number, reading: AnalysedSentence, outline: Features) => FormSignals {
  const { packed } = statistics
  const subject = query.words.filter(({ content }) => content)
  const headingNaming = createHeadingNaming(query, statistics)

  return (ordinal, reading, { coverage }) => {
    const { words, plain, language } = reading
    const { forbidding } = tableOf(language.tag)?.questions ?? {}
    const isForbidding = () =>
      words.some(({ text }) => language.isNegation(text)) || forbidding?.test(spaced(words, language.tag)) === true
    const isStep = () => {
      const kind = kindAt(packed, ordinal)
      return kind === 'list' || kind === 'code' || isImperative(words, reading)
    }
    return {
      namesHeading: headingNaming(trailAt(packed, ordinal).at(-1), reading),
      defines: query.answerType === 'definition' && saysWhatItIs(reading, subject) ? 1 : 0,
      forbids: query.manner === 'permission' && isForbidding() ? Math.min(1, coverage / COVERED) : 0,
      instructs: query.manner === 'instruction' && isStep() ? 1 : 0,
      leadsIn: /[:?：？]["'”’)*_]*$/u.test(plain) ? 1 : 0,
    }
  }
}

/** Whether a sentence opens with all words of the subject, and a defining word or a sign such as a colon follows. */
function saysWhatItIs({ words, terms, language, plain }: AnalysedSentence, subject: Query['words']): boolean {
  const places = subject.map((word) => words.findIndex((_, i) => word.terms.has(terms[i] ?? -1)))
  if (places.length === 0 || places.some((place) => place < 0)) return false
  const last = Math.max(...places)
  const end = words[last]?.end ?? plain.length
  const isShort =
    IN_BRACKETS.test(plain.slice(0, end)) && last < LEAD_OF_SHORT && /^[^()]{0,20}\)/u.test(plain.slice(end))
  if (!isShort && last >= LEAD + subject.length - 1) return false
  if (/^["'”’)*_]*\s?[:—–=：]/u.test(plain.slice(end))) return true
  const closing = plain.search(CLOSING_BRACKETS)
  const rest = words.slice(last + 1).filter((word) => closing < 0 || word.end <= closing)
  const near = rest.slice(0, BETWEEN)
  const { defining, definingEnd } = tableOf(language.tag)?.questions ?? {}
  if (defining?.test(spaced(near, language.tag))) return true
  return definingEnd?.test(spaced(rest, language.tag)) === true
}

/** Whether a sentence opens with the base form of a verb, with nothing but a number or an adverb before. */
function isImperative(words: readonly Word[], { language }: AnalysedSentence): boolean {
  const opening = words.find(({ text }) => !/^\p{N}+$/u.test(text))?.text ?? ''
  const parts = language.partsOfSpeech(opening)
  return parts.has('verb') && !language.isFunctionWord(opening)
}
