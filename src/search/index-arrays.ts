import type { Article } from '../corpus/article.ts'
import { readAbbreviations } from './abbreviations.ts'
import { baseLanguage, type Language } from './language.ts'
import { indexLetterPairs, type LetterPairs } from './letter-pairs.ts'
import { packStrings, type StringTable, stringAt } from './string-table.ts'
import { splitWords } from './words.ts'

/**
 * What search knows of the corpus, as flat arrays, which threads hand over and files keep as they are. A sentence's ordinal
 * is its place in the whole corpus, articles in order; a term's id is its place in `terms`.
 */
export interface IndexArrays {
  readonly terms: StringTable
  /** Every word of the corpus in lower case and every term, and the term of each. */
  readonly spellings: StringTable
  readonly spellingTerms: Uint32Array
  readonly pairs: LetterPairs
  /**
   * The terms of sentence `o`, in order, and behind them those of the other names of what it names (`US`, `United States`):
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

/** An article to index, with the language that its words are read in. */
export interface Readable {
  readonly article: Article
  readonly language: Language
  /** Its place in an index of before that knows it as it is. */
  readonly known?: number
}

/** An index of before, and where each of its articles' sentences were. */
export interface KnownIndex {
  readonly arrays: IndexArrays
  /** Ordinals `[from, to)` of an article. */
  rangeOf(place: number): readonly [number, number]
}

/** Shorter words have too many neighbours that are words of their own. */
export const NEAR_FROM = 4

/** Indexes articles; what an index of before knows of one is taken from there. */
export function buildIndex(readable: readonly Readable[], before?: KnownIndex): IndexArrays {
  const vocabulary = createVocabulary(before?.arrays)
  const tokens: number[] = []
  const tokenStarts: number[] = []
  const titles: number[] = []
  const titleStarts: number[] = []
  for (const { article, language, known } of readable) {
    titleStarts.push(titles.length)
    for (const { text } of splitWords(`${article.title} ${article.section ?? ''}`))
      titles.push(vocabulary.idOf(text, language))
    if (before && known !== undefined) {
      const [from, to] = before.rangeOf(known)
      const { tokens: old, tokenStarts: starts } = before.arrays
      for (let ordinal = from; ordinal < to; ordinal++) {
        tokenStarts.push(tokens.length)
        for (const term of old.subarray(starts[ordinal], starts[ordinal + 1])) tokens.push(vocabulary.idOfKnown(term))
      }
      continue
    }
    const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
    const otherNames = readAbbreviations(
      baseLanguage(article.language),
      sentences.map(({ plain }) => plain),
    )
    for (const { plain } of sentences) {
      tokenStarts.push(tokens.length)
      const words = splitWords(plain)
      for (const { text } of words) tokens.push(vocabulary.idOf(text, language))
      for (const text of otherNames(words)) tokens.push(vocabulary.idOf(text, language))
    }
  }
  tokenStarts.push(tokens.length)
  titleStarts.push(titles.length)

  const { terms, spellings, spellingTerms, placeOf } = vocabulary.pack()
  const inOrder = (ids: readonly number[]) => Uint32Array.from(ids, (id) => placeOf[id] ?? 0)
  const own = { tokens: inOrder(tokens), tokenStarts: Uint32Array.from(tokenStarts) }
  const inTitles = { titleTerms: inOrder(titles), titleStarts: Uint32Array.from(titleStarts) }
  const [postings, postingStarts] = invert(own.tokens, own.tokenStarts, placeOf.length)
  const [titled, titledStarts] = invert(inTitles.titleTerms, inTitles.titleStarts, placeOf.length)
  const pairs = indexLetterPairs(spellings, NEAR_FROM - 1)
  return { terms, spellings, spellingTerms, pairs, ...own, postings, postingStarts, ...inTitles, titled, titledStarts }
}

/**
 * Lists for each term the places of the lists that hold it, by counting first (a bucket sort): list `i` is `tokens`
 * `[tokenStarts[i], tokenStarts[i + 1])`.
 */
function invert(tokens: Uint32Array, tokenStarts: Uint32Array, terms: number): [Uint32Array, Uint32Array] {
  const starts = new Uint32Array(terms + 1)
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
  const postings = new Uint32Array(starts[terms] ?? 0)
  const next = starts.slice()
  eachOnce((term, list) => {
    const at = next[term] ?? 0
    postings[at] = list
    next[term] = at + 1
  })
  return [postings, starts]
}

/** The terms met so far, numbered as they come; in order only when packed. */
function createVocabulary(before?: IndexArrays) {
  const termIds = new Map<string, number>()
  const forms = new Map<string, number>()
  const byLanguage = new Map<Language, Map<string, number>>()
  const known = new Int32Array(before ? before.terms.starts.length : 0).fill(-1)

  const idOfTerm = (term: string) => {
    const id = termIds.get(term) ?? termIds.size
    termIds.set(term, id)
    return id
  }
  return {
    /** A word's term, by its language. */
    idOf(word: string, language: Language): number {
      const ids = byLanguage.get(language) ?? new Map<string, number>()
      byLanguage.set(language, ids)
      const met = ids.get(word)
      if (met !== undefined) return met
      const id = idOfTerm(language.term(word))
      ids.set(word, id)
      const form = word.toLowerCase()
      if (!forms.has(form)) forms.set(form, id)
      return id
    },
    /** The term that an index of before has under an id. */
    idOfKnown(term: number): number {
      const met = known[term] ?? -1
      if (met >= 0 || !before) return met
      const id = idOfTerm(stringAt(before.terms, term))
      known[term] = id
      return id
    },
    /** The tables, and where each term came to stand in its own. */
    pack() {
      for (const [i, term] of before?.spellingTerms.entries() ?? []) {
        const id = known[term] ?? -1
        const form = before ? stringAt(before.spellings, i) : ''
        if (id >= 0 && !forms.has(form)) forms.set(form, id)
      }
      for (const [term, id] of termIds) if (!forms.has(term)) forms.set(term, id)
      const sorted = [...termIds.keys()].sort()
      const placeOf = new Uint32Array(sorted.length)
      for (const [place, term] of sorted.entries()) placeOf[termIds.get(term) ?? 0] = place
      const spelt = [...forms.keys()].sort()
      const spellingTerms = Uint32Array.from(spelt, (form) => placeOf[forms.get(form) ?? 0] ?? 0)
      return { terms: packStrings(sorted), spellings: packStrings(spelt), spellingTerms, placeOf }
    },
  }
}
