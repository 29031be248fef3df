import { bufferOf } from '../columns/growable-array.ts'
import { findString, type StringTable, stringAt } from '../columns/string-table.ts'
import type { Article, Paragraph, Sentence } from './article.ts'

/**
 * Articles as flat arrays, which threads share and files keep as they are. A sentence is named by its ordinal, its place in
 * the whole corpus; an article and a paragraph by their places likewise.
 */
export interface PackedArticles {
  /** Article `a` without its text and paragraphs: JSON, UTF-8, in `records` `[recordStarts[a], recordStarts[a + 1])`. */
  readonly records: Uint8Array
  readonly recordStarts: Uint32Array
  /** The ids, and the article of each. */
  readonly ids: StringTable
  readonly idArticles: Uint32Array
  /** The languages, BCP 47, and the one of each article. */
  readonly languages: StringTable
  readonly languageOf: Uint32Array
  /** The sentences of article `a`: ordinals `[articleStarts[a], articleStarts[a + 1])`. */
  readonly articleStarts: Uint32Array
  /** Its text: `texts` `[textStarts[a], textStarts[a + 1])`, UTF-16LE where wide, else a byte for each UTF-16 unit. */
  readonly texts: Uint8Array
  readonly textStarts: Uint32Array
  readonly isWide: Uint8Array
  /** The article of each sentence, its paragraph, and its UTF-16 offsets in the article's text. */
  readonly articleOf: Uint32Array
  readonly paragraphOf: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The sentences of paragraph `p`: ordinals `[paragraphStarts[p], paragraphStarts[p + 1])`; its kind, a place in `kinds`. */
  readonly paragraphStarts: Uint32Array
  readonly kindOf: Uint8Array
  /** What a reader sees of sentence `o`: UTF-8, `plains` `[plainStarts[o], plainStarts[o + 1])`; empty where it is its text. */
  readonly plains: Uint8Array
  readonly plainStarts: Uint32Array
}

export const kinds = ['heading', 'text', 'code'] as const

/** What the record of an article holds. */
export type ArticleRecord = Omit<Article, 'text' | 'paragraphs'>

export function countArticles({ isWide }: PackedArticles): number {
  return isWide.length
}

export function countSentences({ starts }: PackedArticles): number {
  return starts.length
}

/** Ordinals `[from, to)`. */
export interface OrdinalRange {
  readonly from: number
  readonly to: number
}

/** The ordinals of an article's sentences. */
export function sentencesOf({ articleStarts }: PackedArticles, article: number): OrdinalRange {
  return { from: articleStarts[article] ?? 0, to: articleStarts[article + 1] ?? 0 }
}

/** The article with an id. */
export function findArticle({ ids, idArticles }: PackedArticles, id: string): number | undefined {
  const place = findString(ids, id)
  return place === undefined ? undefined : idArticles[place]
}

/** The language of an article, a BCP 47 tag. */
export function languageAt({ languages, languageOf }: PackedArticles, article: number): string {
  return stringAt(languages, languageOf[article] ?? 0)
}

/** An article without its text and paragraphs. */
export function recordAt({ records, recordStarts }: PackedArticles, article: number): ArticleRecord {
  return JSON.parse(decode(records, recordStarts, article))
}

/** An article as it was before it was packed; its text and its paragraphs are read anew each time. */
export function unpackArticle(packed: PackedArticles, article: number): Article {
  return {
    ...recordAt(packed, article),
    get text() {
      return decodeText(packed, article, 0, Number.POSITIVE_INFINITY)
    },
    get paragraphs() {
      const { from, to } = sentencesOf(packed, article)
      const paragraphs: Paragraph[] = []
      for (let ordinal = from; ordinal < to; ) {
        const [, end] = paragraphRange(packed, ordinal)
        const kind = kinds[packed.kindOf[packed.paragraphOf[ordinal] ?? 0] ?? 0] ?? 'text'
        paragraphs.push({ number: paragraphs.length + 1, kind, sentences: sentencesAt(packed, ordinal, end) })
        ordinal = end
      }
      return paragraphs
    },
  }
}

/** The sentence of an ordinal, which must be one; `id` is its article's, where that is known. */
export function sentenceAt(packed: PackedArticles, ordinal: number, id?: string): Sentence {
  const { articleOf, paragraphOf, paragraphStarts } = packed
  const article = articleOf[ordinal] ?? 0
  const [start = 0, end = 0] = [packed.starts[ordinal], packed.ends[ordinal]]
  const text = decodeText(packed, article, start, end)
  const plain = isOwnText(packed, ordinal) ? text : plainAt(packed, ordinal)
  const at = paragraphOf[ordinal] ?? 0
  const paragraph = at - (paragraphOf[sentencesOf(packed, article).from] ?? 0) + 1
  const number = ordinal - (paragraphStarts[at] ?? 0) + 1
  return { article: id ?? recordAt(packed, article).id, paragraph, number, start, end, text, plain }
}

/** What a reader sees of a sentence. */
export function plainAt(packed: PackedArticles, ordinal: number): string {
  const { articleOf, starts, ends, plains, plainStarts } = packed
  return isOwnText(packed, ordinal)
    ? decodeText(packed, articleOf[ordinal] ?? 0, starts[ordinal] ?? 0, ends[ordinal] ?? 0)
    : decode(plains, plainStarts, ordinal)
}

/** Whether what a reader sees is what the file holds. */
function isOwnText({ plainStarts }: PackedArticles, ordinal: number): boolean {
  return plainStarts[ordinal] === plainStarts[ordinal + 1]
}

/** The nearest sentences before one in its paragraph, at most so many, in order. */
export function sentencesBefore(packed: PackedArticles, ordinal: number, most: number): Sentence[] {
  const [from] = paragraphRange(packed, ordinal)
  return sentencesAt(packed, Math.max(from, ordinal - most), ordinal)
}

/** The nearest sentences after one in its paragraph, at most so many, in order. */
export function sentencesAfter(packed: PackedArticles, ordinal: number, most: number): Sentence[] {
  const [, to] = paragraphRange(packed, ordinal)
  return sentencesAt(packed, ordinal + 1, Math.min(to, ordinal + 1 + most))
}

/** The ordinals `[from, to)` of the paragraph that a sentence stands in. */
function paragraphRange({ paragraphOf, paragraphStarts }: PackedArticles, ordinal: number): [number, number] {
  const at = paragraphOf[ordinal] ?? 0
  return [paragraphStarts[at] ?? 0, paragraphStarts[at + 1] ?? 0]
}

/** Sentences of one article. */
function sentencesAt(packed: PackedArticles, from: number, to: number): Sentence[] {
  if (from >= to) return []
  const { id } = recordAt(packed, packed.articleOf[from] ?? 0)
  return Array.from({ length: to - from }, (_, i) => sentenceAt(packed, from + i, id))
}

function decodeText(
  { texts, textStarts, isWide }: PackedArticles,
  article: number,
  start: number,
  end: number,
): string {
  const [textStart = 0, textEnd = 0] = [textStarts[article], textStarts[article + 1]]
  const [size, encoding] = isWide[article] ? ([2, 'utf16le'] as const) : ([1, 'latin1'] as const)
  return bufferOf(texts).toString(encoding, textStart + start * size, Math.min(textEnd, textStart + end * size))
}

function decode(bytes: Uint8Array, starts: Uint32Array, place: number): string {
  return bufferOf(bytes).toString('utf8', starts[place], starts[place + 1])
}
