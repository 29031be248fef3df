import { countArticles, countSentences } from '../corpus/packed.ts'
import { Best } from './best.ts'
import { Marks } from './marks.ts'
import type { Query, QueryWord, Scope } from './query.ts'
import { countOf, postingsOf, type TermStatistics } from './term-statistics.ts'
import { weights } from './weights.ts'

/** Chooses the sentences that are ranked for a question: ordinals, ascending. */
export type ChooseCandidates = (query: Query, scope: Scope) => number[]

/** A word of the question: its bit where a term stands that fits best, and its bit where only another does. */
interface Sought {
  readonly word: QueryWord
  readonly best: { readonly bit: number; readonly weight: number; readonly fit: number }
  readonly other: { readonly bit: number; readonly weight: number }
}

/** Two bits a word have room in 32; words beyond are the commonest. */
const MOST_WORDS = 16

/**
 * Makes the chooser of candidates: at most `weights.candidates` sentences, of however many. The lists of the question's
 * words are walked one by one, the rarest first, marking what each sentence holds; once `weights.walked` places have been,
 * the words left are too common to bring anything, and count where candidates hold them only: the strategy "continue" of
 * Moffat and Zobel (1996). What sentence, paragraph, article and title hold together says how much is to be hoped for; a
 * paragraph none of whose sentences could be among the best, even if one held all that it holds, is passed over, as MaxScore
 * does (Turtle and Flood, 1995).
 */
export function createChooser(statistics: TermStatistics): ChooseCandidates {
  const { packed, index } = statistics
  const { articleOf, paragraphOf, paragraphStarts } = packed
  const sentences = new Marks(countSentences(packed))
  const paragraphs = new Marks(packed.kindOf.length)
  const articles = new Marks(countArticles(packed))
  const titles = new Marks(countArticles(packed))

  const walk = ({ word: { terms }, best, other }: Sought, scope: Scope): void => {
    for (const [term, { fit }] of terms) {
      const { bit } = fit === best.fit ? best : other
      const [start, end] = postingsOf(statistics, term, scope)
      for (let at = start; at < end; at++) sentences.add(index.postings[at] ?? 0, bit)
      for (let at = index.titledStarts[term] ?? 0; at < (index.titledStarts[term + 1] ?? 0); at++)
        titles.add(index.titled[at] ?? 0, bit)
    }
  }

  return (query, scope) => {
    for (const marks of [sentences, paragraphs, articles, titles]) marks.clear()
    const sought = soughtIn(query)
    let walked = 0
    for (const each of sought) {
      for (const term of each.word.terms.keys()) walked += countOf(statistics, term, scope)
      if (walked > weights.walked && sentences.touched().length >= weights.candidates) break
      walk(each, scope)
    }
    for (const ordinal of sentences.touched()) paragraphs.add(paragraphOf[ordinal] ?? 0, sentences.of(ordinal))
    for (const place of paragraphs.touched())
      articles.add(articleOf[paragraphStarts[place] ?? 0] ?? 0, paragraphs.of(place))

    const weightOf = weigh(sought)
    const { sentence, near, paragraph, article, title } = weights.promise
    const chosen = new Best(weights.candidates)
    for (const place of paragraphs.touched()) {
      const [first = 0, end = 0] = [paragraphStarts[place], paragraphStarts[place + 1]]
      const home = articleOf[first] ?? 0
      const whole = weightOf(paragraphs.of(place))
      const around = paragraph * whole + article * weightOf(articles.of(home)) + title * weightOf(titles.of(home))
      if (around + (sentence + near) * whole < chosen.least()) continue
      let [before, own] = [0, weightOf(sentences.of(first))]
      for (let ordinal = first; ordinal < end; ordinal++) {
        const after = ordinal + 1 < end ? weightOf(sentences.of(ordinal + 1)) : 0
        chosen.offer(ordinal, around + sentence * own + near * Math.max(before, after))
        before = own
        own = after
      }
    }
    return chosen.places().sort((a, b) => a - b)
  }
}

/** The words to look for, the rarest first: those with meaning, or where none has any, all. */
function soughtIn({ words }: Query): Sought[] {
  const found = words.filter(({ terms }) => terms.size > 0)
  const meaning = found.filter(({ content }) => content)
  return (meaning.length > 0 ? meaning : found)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_WORDS)
    .map((word, i) => {
      const fits = [...word.terms.values()].map(({ fit }) => fit)
      const fit = Math.max(...fits)
      const second = Math.max(0, ...fits.filter((each) => each < fit))
      return {
        word,
        best: { bit: 1 << (2 * i), weight: word.weight * fit, fit },
        other: { bit: 2 << (2 * i), weight: word.weight * second },
      }
    })
}

/** Makes the reader of what marked words weigh together: a table for each byte of marks, four words. */
function weigh(sought: readonly Sought[]): (bits: number) => number {
  const table = new Float64Array(4 * 256)
  for (const [i, { best, other }] of sought.entries()) {
    const start = 256 * (i >> 2)
    for (let byte = 0; byte < 256; byte++) {
      const marks = (byte >> (2 * (i & 3))) & 3
      if (marks > 0) table[start + byte] = (table[start + byte] ?? 0) + (marks & 1 ? best.weight : other.weight)
    }
  }
  return (bits) =>
    (table[bits & 255] ?? 0) +
    (table[256 + ((bits >>> 8) & 255)] ?? 0) +
    (table[512 + ((bits >>> 16) & 255)] ?? 0) +
    (table[768 + (bits >>> 24)] ?? 0)
}
