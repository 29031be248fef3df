import { countArticles, countSentences } from '../corpus/packed.ts'
import { Best } from './best.ts'
import type { Query, QueryWord, Scope } from './query.ts'
import { Tally } from './tally.ts'
import { countOf, postingsOf, type TermStatistics } from './term-statistics.ts'
import { weights } from './weights.ts'

/** Chooses the sentences that are ranked for a question: ordinals, ascending. */
export type ChooseCandidates = (query: Query, scope: Scope) => number[]

/**
 * Makes the chooser of candidates: at most `weights.candidates` sentences, of however many. The lists of the question's
 * words are walked one by one, the rarest first, adding up what each sentence, paragraph, article and title holds (term at
 * a time, with accumulators); once `weights.walked` places have been, the words left are too common to bring anything, and
 * count where candidates hold them only: the strategy "continue" of Moffat and Zobel (1996). A paragraph whose sentences
 * could not be among the best even if one held all that it holds is passed over, as MaxScore does (Turtle and Flood, 1995).
 */
export function createChooser(statistics: TermStatistics): ChooseCandidates {
  const { packed, index } = statistics
  const { articleOf, paragraphOf, paragraphStarts } = packed
  const sentences = new Tally(countSentences(packed))
  const paragraphs = new Tally(packed.kindOf.length)
  const articles = new Tally(countArticles(packed))
  const titles = new Tally(countArticles(packed))
  const tallies = [sentences, paragraphs, articles, titles]

  /** In how many places a word stands. */
  const frequencyOf = ({ terms }: QueryWord, scope: Scope): number =>
    [...terms.keys()].reduce((sum, term) => sum + countOf(statistics, term, scope), 0)
  /** Adds what is found of a word. */
  const add = ({ terms, weight }: QueryWord, scope: Scope): void => {
    for (const tally of tallies) tally.next()
    for (const [term, { fit }] of [...terms].sort(([, a], [, b]) => b.fit - a.fit)) {
      const amount = weight * fit
      const [start, end] = postingsOf(statistics, term, scope)
      let [paragraph, article] = [-1, -1]
      for (let at = start; at < end; at++) {
        const ordinal = index.postings[at] ?? 0
        sentences.add(ordinal, amount)
        if (paragraphOf[ordinal] === paragraph) continue
        paragraph = paragraphOf[ordinal] ?? 0
        paragraphs.add(paragraph, amount)
        if (articleOf[ordinal] === article) continue
        article = articleOf[ordinal] ?? 0
        articles.add(article, amount)
      }
      for (let at = index.titledStarts[term] ?? 0; at < (index.titledStarts[term + 1] ?? 0); at++)
        titles.add(index.titled[at] ?? 0, amount)
    }
  }

  return ({ words }, scope) => {
    for (const tally of tallies) tally.clear()
    const meaning = words.filter(({ content, terms }) => content && terms.size > 0)
    const sought = meaning.length > 0 ? meaning : words.filter(({ terms }) => terms.size > 0)
    let walked = 0
    for (const word of sought.toSorted((a, b) => b.weight - a.weight)) {
      walked += frequencyOf(word, scope)
      if (walked > weights.walked && sentences.touched().length >= weights.candidates) break
      add(word, scope)
    }
    const { sentence, near, paragraph, article, title } = weights.promise
    const best = new Best(weights.candidates)
    for (const place of paragraphs.touched()) {
      const [first = 0, end = 0] = [paragraphStarts[place], paragraphStarts[place + 1]]
      const home = articleOf[first] ?? 0
      const whole = paragraphs.of(place)
      const around = paragraph * whole + article * articles.of(home) + title * titles.of(home)
      if (around + (sentence + near) * whole < best.least()) continue
      let [before, own] = [0, sentences.of(first)]
      for (let ordinal = first; ordinal < end; ordinal++) {
        const after = ordinal + 1 < end ? sentences.of(ordinal + 1) : 0
        best.offer(ordinal, around + sentence * own + near * Math.max(before, after))
        before = own
        own = after
      }
    }
    return best.places().sort((a, b) => a - b)
  }
}
