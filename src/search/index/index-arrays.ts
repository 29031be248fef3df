import { growableNumbers, sharedNumbers } from '../../columns/growable-array.ts'
import { type Article, isCandidate, type ParsedArticle, sentencesIn } from '../../corpus/article.ts'
import type { OrdinalRange } from '../../corpus/packed.ts'
import { readAbbreviations } from '../../language/abbreviations.ts'
import type { Language } from '../../language/language.ts'
import { baseLanguage } from '../../language/language-table.ts'
import { identifierParts, mayHoldIdentifiers, wordsIn } from '../../language/words.ts'
import { type BigramIndex, indexBigrams } from './bigram-index.ts'
import { createVocabulary, type TermTables } from './vocabulary.ts'

/**
 * What search knows of the corpus, as flat arrays, which threads hand over and files keep as they are. A sentence's ordinal
 * is its place in the whole corpus, articles in order; a term's id is its place in `terms`.
 */
export interface IndexArrays extends TermTables {
  readonly pairs: BigramIndex
  /**
   * The terms of sentence `o`, in order, and behind them those of the other names of what it names (`US`, `United States`)
   * and of the parts of its identifiers (`snake_case`):
   * `tokens` `[tokenStarts[o], tokenStarts[o + 1])`.
   */
  readonly tokens: Uint32Array
  readonly tokenStarts: Uint32Array
  /** The ordinals that hold term `t`, ascending: `postings` `[postingStarts[t], postingStarts[t + 1])`. */
  readonly postings: Uint32Array
  readonly postingStarts: Uint32Array
  /** The terms of the title and section of article `a`: `titleTerms` `[titleStarts[a], titleStarts[a + 1])`. */
  readonly titleTerms: Uint32Array
  readonly titleStarts: Uint32Array
  /** The articles whose title or section holds term `t`: `titled` `[titledStarts[t], titledStarts[t + 1])`. */
  readonly titled: Uint32Array
  readonly titledStarts: Uint32Array
}

/** Shorter words have too many neighbours that are words of their own. */
export const NEAR_FROM = 4

/** Indexes articles one by one. */
export interface Indexer {
  /** @param language what its words are read in */
  add(article: ParsedArticle, language: Language): void
  /** Takes over an article that an index of before knows as it is, with sentences `[from, to)` there. */
  copy(article: Pick<Article, 'title' | 'section'>, language: Language, before: IndexArrays, range: OrdinalRange): void
  finish(): IndexArrays
}

export function createIndexer(): Indexer {
  const vocabulary = createVocabulary()
  const [tokens, tokenStarts] = [growableNumbers(), growableNumbers()]
  const [titles, titleStarts] = [growableNumbers(), growableNumbers()]

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
      for (const { kind, sentences } of article.paragraphs)
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
    },
    copy(article, language, before, { from, to }) {
      addTitle(article, language)
      const idOfKnown = vocabulary.knownOf(before)
      for (let ordinal = from; ordinal < to; ordinal++) {
        tokenStarts.push(tokens.length)
        const end = before.tokenStarts[ordinal + 1] ?? 0
        for (let at = before.tokenStarts[ordinal] ?? 0; at < end; at++) tokens.push(idOfKnown(before.tokens[at] ?? 0))
      }
    },
    finish() {
      for (const [starts, all] of [
        [tokenStarts, tokens],
        [titleStarts, titles],
      ] as const)
        starts.push(all.length)
      const { terms, spellings, spellingTerms, placeOf } = vocabulary.pack()
      const inOrder = (ids: Uint32Array) => {
        for (let at = 0; at < ids.length; at++) ids[at] = placeOf[ids[at] ?? 0] ?? 0
        return ids
      }
      const own = { tokens: inOrder(tokens.shared()), tokenStarts: tokenStarts.shared() }
      const inTitles = { titleTerms: inOrder(titles.shared()), titleStarts: titleStarts.shared() }
      const [postings, postingStarts] = invert(own.tokens, own.tokenStarts, placeOf.length)
      const [titled, titledStarts] = invert(inTitles.titleTerms, inTitles.titleStarts, placeOf.length)
      const pairs = indexBigrams(spellings, NEAR_FROM - 1)
      const inverse = { postings, postingStarts, titled, titledStarts }
      return { terms, spellings, spellingTerms, pairs, ...own, ...inTitles, ...inverse }
    },
  }
}

/**
 * Lists for each term the places of the lists that hold it, by counting first (a bucket sort): list `i` is `tokens`
 * `[tokenStarts[i], tokenStarts[i + 1])`.
 */
function invert(tokens: Uint32Array, tokenStarts: Uint32Array, terms: number): [Uint32Array, Uint32Array] {
  const starts = sharedNumbers(terms + 1)
  const last = new Uint32Array(terms)
  const eachOnce = (found: (term: number, list: number) => void) => {
    last.fill(0)
    for (let list = 0; list + 1 < tokenStarts.length; list++) {
      for (let at = tokenStarts[list] ?? 0; at < (tokenStarts[list + 1] ?? 0); at++) {
        const term = tokens[at] ?? 0
        if (last[term] === list + 1) continue
        last[term] = list + 1
        found(term, list)
      }
    }
  }
  eachOnce((term) => {
    starts[term + 1] = (starts[term + 1] ?? 0) + 1
  })
  for (let term = 0; term < terms; term++) starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0)
  const postings = sharedNumbers(starts[terms] ?? 0)
  const next = starts.slice()
  eachOnce((term, list) => {
    const at = next[term] ?? 0
    postings[at] = list
    next[term] = at + 1
  })
  return [postings, starts]
}
