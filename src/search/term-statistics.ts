import type { Article, Sentence } from '../corpus/article.ts'
import { readAbbreviations } from './abbreviations.ts'
import { baseLanguage, type Language } from './language.ts'
import { splitWords } from './words.ts'

/** A sentence's ordinal is its place in the whole corpus, articles in order. A term's id is its place in `postings`. */
export interface TermStatistics {
  readonly sentences: readonly Sentence[]
  /** Article id → its ordinals `[from, to)`. */
  readonly ranges: ReadonlyMap<string, readonly [number, number]>
  readonly termIds: ReadonlyMap<string, number>
  /** All terms, by code units. */
  readonly sortedTerms: readonly string[]
  /** Every word of the corpus in lower case → its term's id. */
  readonly forms: ReadonlyMap<string, number>
  /** Term id → the ordinals that hold it, ascending. */
  readonly postings: readonly (readonly number[])[]
  /**
   * The terms of sentence `o`, in order, and behind them those of the other names of what it names (`US`, `United States`):
   * `tokens.subarray(tokenStarts[o], tokenStarts[o + 1])`.
   */
  readonly tokens: Uint32Array
  readonly tokenStarts: Uint32Array
  /** Article id → the terms of its title and section. */
  readonly titleTerms: ReadonlyMap<string, ReadonlySet<number>>
}

/** Counts the terms of every sentence, once. */
export function countTerms(
  articles: readonly { readonly article: Article; readonly language: Language }[],
): TermStatistics {
  const sentences: Sentence[] = []
  const ranges = new Map<string, readonly [number, number]>()
  const termIds = new Map<string, number>()
  const forms = new Map<string, number>()
  const postings: number[][] = []
  const tokens: number[] = []
  const tokenStarts: number[] = []
  const titleTerms = new Map<string, Set<number>>()

  const idsOf = new Map<Language, Map<string, number>>()
  const idOf = (word: string, language: Language, ids: Map<string, number>): number => {
    const known = ids.get(word)
    if (known !== undefined) return known
    const term = language.term(word)
    const id = termIds.get(term) ?? termIds.size
    termIds.set(term, id)
    ids.set(word, id)
    const form = word.toLowerCase()
    if (!forms.has(form)) forms.set(form, id)
    return id
  }

  for (const { article, language } of articles) {
    const ids = idsOf.get(language) ?? new Map<string, number>()
    idsOf.set(language, ids)
    const from = sentences.length
    const own = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
    const otherNames = readAbbreviations(
      baseLanguage(article.language),
      own.map(({ plain }) => plain),
    )
    for (const sentence of own) {
      const ordinal = sentences.push(sentence) - 1
      tokenStarts.push(tokens.length)
      const words = splitWords(sentence.plain)
      for (const word of [...words.map(({ text }) => text), ...otherNames(words)]) {
        const id = idOf(word, language, ids)
        tokens.push(id)
        postings[id] ??= []
        if (postings[id].at(-1) !== ordinal) postings[id].push(ordinal)
      }
    }
    ranges.set(article.id, [from, sentences.length])
    const named = splitWords(`${article.title} ${article.section ?? ''}`).map(({ text }) => idOf(text, language, ids))
    for (const id of named) postings[id] ??= []
    titleTerms.set(article.id, new Set(named))
  }
  tokenStarts.push(tokens.length)
  return {
    sentences,
    ranges,
    termIds,
    sortedTerms: [...termIds.keys()].sort(),
    forms,
    postings,
    tokens: Uint32Array.from(tokens),
    tokenStarts: Uint32Array.from(tokenStarts),
    titleTerms,
  }
}

/** The terms of one sentence, in order. */
export function termsOf(statistics: TermStatistics, ordinal: number): Uint32Array {
  return statistics.tokens.subarray(statistics.tokenStarts[ordinal], statistics.tokenStarts[ordinal + 1])
}

/** How many of the ordinals in `[from, to)` are in an ascending list. */
export function countWithin(ordinals: readonly number[], from: number, to: number): number {
  return lowerBound(ordinals, to) - lowerBound(ordinals, from)
}

/** The first place in an ascending list whose value is at least `value`. */
export function lowerBound<T extends number | string>(ascending: readonly T[], value: T): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? value) < value) low = middle + 1
    else high = middle
  }
  return low
}
