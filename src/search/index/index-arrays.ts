// The inverted index: which sentence holds which terms, and under which title and headings it stands.
import { at } from '../../columns/at.ts'
import { type GrowableArray, growableNumbers, sharedNumbers } from '../../columns/growable-array.ts'
import { type Article, isCandidate, type ParsedArticle, sentencesIn } from '../../corpus/article.ts'
import type { OrdinalRange } from '../../corpus/packed.ts'
import { readAbbreviations } from '../../language/abbreviations.ts'
import type { Language } from '../../language/language.ts'
import { baseLanguage } from '../../language/language-table.ts'
import { identifierParts, mayHoldIdentifiers, wordsIn } from '../../language/words.ts'
import { type BigramIndex, indexBigrams } from './bigram-index.ts'
import { createVocabulary, type TermTables } from './vocabulary.ts'

/**
 * The inverted index as flat arrays, shared between threads and stored as they are. A sentence's ordinal is its index in the
 * whole corpus, articles in order; a term's id is its index in `terms`. A column `xStarts` has one element more than there
 * are owners: owner `i` has `[xStarts[i], xStarts[i + 1])`.
 */
export interface IndexArrays extends TermTables {
  readonly pairs: BigramIndex
  /**
   * Of each sentence: its terms in order, then those of other names for what it names (`US`, `United States`) and of the
   * parts of its identifiers (`snake_case`).
   */
  readonly tokens: Uint32Array
  readonly tokenStarts: Uint32Array
  /** Of each term: the ordinals of the sentences that hold it, ascending. */
  readonly postings: Uint32Array
  readonly postingStarts: Uint32Array
  /** Of each article: the terms of its title and section. */
  readonly titleTerms: Uint32Array
  readonly titleStarts: Uint32Array
  /** Of each term: the articles whose title or section holds it, ascending. */
  readonly titled: Uint32Array
  readonly titledStarts: Uint32Array
  /** Of each paragraph that can answer: the terms of the headings above it, and of its speaker. */
  readonly trailTerms: Uint32Array
  readonly trailStarts: Uint32Array
  /** Of each term: the paragraphs whose headings or speaker hold it, ascending. */
  readonly trailed: Uint32Array
  readonly trailedStarts: Uint32Array
}

/** Shorter words have too many neighbours that are words of their own. */
export const NEAR_FROM = 4

/** Indexes articles one by one. */
export interface Indexer {
  add(article: ParsedArticle, language: Language): void
  /** Copies an unchanged article from an earlier index, where it has these sentences and paragraphs. */
  copy(
    article: Pick<Article, 'title' | 'section'>,
    language: Language,
    before: IndexArrays,
    sentences: OrdinalRange,
    paragraphs: OrdinalRange,
  ): void
  finish(): IndexArrays
}

export function createIndexer(): Indexer {
  const vocabulary = createVocabulary()
  const [tokens, tokenStarts] = [growableNumbers(), growableNumbers()]
  const [titles, titleStarts] = [growableNumbers(), growableNumbers()]
  const [trails, trailStarts] = [growableNumbers(), growableNumbers()]

  const addTitle = ({ title, section = '' }: Pick<Article, 'title' | 'section'>, language: Language) => {
    titleStarts.push(titles.length)
    for (const word of wordsIn(`${title} ${section}`)) titles.push(vocabulary.idOf(word, language))
  }
  return {
    add(article, language) {
      addTitle(article, language)
      const otherNames = readAbbreviations(
        baseLanguage(article.language),
        sentencesIn(article.paragraphs).map(({ plain }) => plain),
      )
      for (const { kind, trail, speaker = '', sentences } of article.paragraphs) {
        trailStarts.push(trails.length)
        if (isCandidate(kind))
          for (const word of wordsIn([...trail, speaker].join(' '))) trails.push(vocabulary.idOf(word, language))
        for (const { plain } of sentences) {
          tokenStarts.push(tokens.length)
          // Without tokens a heading, question, lead-in or table of contents is never a candidate.
          if (!isCandidate(kind)) continue
          const words = wordsIn(plain)
          for (const word of words) tokens.push(vocabulary.idOf(word, language))
          for (const word of otherNames(words)) tokens.push(vocabulary.idOf(word, language))
          if (mayHoldIdentifiers(plain))
            for (const part of words.flatMap(identifierParts)) tokens.push(vocabulary.idOf(part, language))
        }
      }
    },
    copy(article, language, before, sentences, paragraphs) {
      addTitle(article, language)
      const idOfKnown = vocabulary.knownOf(before)
      const copyLists = (
        [terms, starts]: readonly [Uint32Array, Uint32Array],
        { from, to }: OrdinalRange,
        [toTerms, toStarts]: readonly [GrowableArray<Uint32Array>, GrowableArray<Uint32Array>],
      ) => {
        for (let list = from; list < to; list++) {
          toStarts.push(toTerms.length)
          for (let i = at(starts, list); i < at(starts, list + 1); i++) toTerms.push(idOfKnown(at(terms, i)))
        }
      }
      copyLists([before.tokens, before.tokenStarts], sentences, [tokens, tokenStarts])
      copyLists([before.trailTerms, before.trailStarts], paragraphs, [trails, trailStarts])
    },
    finish() {
      for (const [starts, all] of [
        [tokenStarts, tokens],
        [titleStarts, titles],
        [trailStarts, trails],
      ] as const)
        starts.push(all.length)
      const { terms, spellings, spellingTerms, placeOf } = vocabulary.pack()
      const inOrder = (ids: Uint32Array) => {
        for (let i = 0; i < ids.length; i++) ids[i] = at(placeOf, at(ids, i))
        return ids
      }
      const own = { tokens: inOrder(tokens.shared()), tokenStarts: tokenStarts.shared() }
      const inTitles = { titleTerms: inOrder(titles.shared()), titleStarts: titleStarts.shared() }
      const inTrails = { trailTerms: inOrder(trails.shared()), trailStarts: trailStarts.shared() }
      const [postings, postingStarts] = invert(own.tokens, own.tokenStarts, placeOf.length)
      const [titled, titledStarts] = invert(inTitles.titleTerms, inTitles.titleStarts, placeOf.length)
      const [trailed, trailedStarts] = invert(inTrails.trailTerms, inTrails.trailStarts, placeOf.length)
      const pairs = indexBigrams(spellings, NEAR_FROM - 1)
      const inverse = { postings, postingStarts, titled, titledStarts, trailed, trailedStarts }
      return { terms, spellings, spellingTerms, pairs, ...own, ...inTitles, ...inTrails, ...inverse }
    },
  }
}

/** Inverts lists of terms by counting (a bucket sort): for each term, the lists that hold it. */
function invert(terms: Uint32Array, listStarts: Uint32Array, termCount: number): [Uint32Array, Uint32Array] {
  const starts = sharedNumbers(termCount + 1)
  const lastList = new Int32Array(termCount).fill(-1)
  const forEachDistinct = (visit: (term: number, list: number) => void) => {
    lastList.fill(-1)
    for (let list = 0; list + 1 < listStarts.length; list++) {
      for (let i = at(listStarts, list); i < at(listStarts, list + 1); i++) {
        const term = at(terms, i)
        if (lastList[term] === list) continue
        lastList[term] = list
        visit(term, list)
      }
    }
  }
  forEachDistinct((term) => {
    starts[term + 1] = at(starts, term + 1) + 1
  })
  for (let term = 0; term < termCount; term++) starts[term + 1] = at(starts, term + 1) + at(starts, term)
  const postings = sharedNumbers(at(starts, termCount))
  const next = starts.slice()
  forEachDistinct((term, list) => {
    const index = at(next, term)
    postings[index] = list
    next[term] = index + 1
  })
  return [postings, starts]
}
