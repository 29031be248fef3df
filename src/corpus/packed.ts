// The corpus as flat arrays, and what is read back from them.
import * as v from 'valibot'
import { at } from '../columns/at.ts'
import { bufferOf } from '../columns/growable-array.ts'
import { findString, type StringTable, stringAt } from '../columns/string-table.ts'
import {
  type Article,
  type ArticleRecord,
  isCandidate,
  type Paragraph,
  type ParagraphKind,
  type Piece,
  type Sentence,
  type SentenceAccess,
} from './article.ts'

/**
 * Articles as flat arrays, shared between threads and stored as they are. Articles, paragraphs, sentences (by their
 * ordinal), pieces and headings are numbered through the whole corpus, from 0. A column `xStarts` has one element more
 * than there are owners: owner `i` has `[xStarts[i], xStarts[i + 1])`.
 */
export interface PackedArticles {
  /** The `ArticleRecord` of each article: JSON, UTF-8. */
  readonly records: Uint8Array
  readonly recordStarts: Uint32Array
  /** The ids in order, the article of each, and the index of each article's id. */
  readonly ids: StringTable
  readonly idArticles: Uint32Array
  readonly idOf: Uint32Array
  /** The languages, BCP 47, and the index of each article's. */
  readonly languages: StringTable
  readonly languageOf: Uint32Array
  /** The servers with articles of their own, by their ids, and the index of each article's, 1-based, 0 for a shared one. */
  readonly servers: StringTable
  readonly serverOf: Uint32Array
  /** The sentences of each article. */
  readonly articleStarts: Uint32Array
  /** The text of each article: UTF-16LE where `isWide`, else one byte for each UTF-16 unit. */
  readonly texts: Uint8Array
  readonly textStarts: Uint32Array
  readonly isWide: Uint8Array
  /** Of each sentence: its article, its paragraph, and its UTF-16 offsets in the article's text. */
  readonly articleOf: Uint32Array
  readonly paragraphOf: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The sentences of each paragraph. */
  readonly paragraphStarts: Uint32Array
  /** Of each paragraph: the index of its kind in `kinds`. */
  readonly kindOf: Uint8Array
  /** Of each paragraph, each 1-based and 0 for none: the heading right above it, its speaker and code language in `labels`. */
  readonly headingOf: Uint32Array
  readonly speakerOf: Uint32Array
  readonly codeLanguageOf: Uint32Array
  /** Of each heading: its text in `labels`, and the heading above it, 1-based, 0 for none. */
  readonly headingLabels: Uint32Array
  readonly headingParents: Uint32Array
  /** Texts of headings, names of speakers, languages of code; each once, in no order. */
  readonly labels: StringTable
  /** What a reader sees of each sentence: UTF-8; empty where it is the sentence's text. */
  readonly plains: Uint8Array
  readonly plainStarts: Uint32Array
  /** The pieces of each sentence; none where it is a single stretch. */
  readonly pieceStarts: Uint32Array
  /** Of each piece: its UTF-16 offsets in the article's text and in the sentence's `plain`, and whether it is context. */
  readonly pieceFrom: Uint32Array
  readonly pieceTo: Uint32Array
  readonly piecePlainFrom: Uint32Array
  readonly piecePlainTo: Uint32Array
  readonly pieceIsContext: Uint8Array
}

export const kinds = [
  'prose',
  'list',
  'row',
  'code',
  'heading',
  'question',
  'lead-in',
  'navigation',
] as const satisfies readonly ParagraphKind[]

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

/** How many sentences some disjoint ranges hold. */
export function countIn(ranges: readonly OrdinalRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** The ordinals of an article's sentences. */
export function sentencesOf({ articleStarts }: PackedArticles, article: number): OrdinalRange {
  return rangeOf(articleStarts, article)
}

/** The paragraphs of an article: indexes `[from, to)`. */
export function paragraphsOf(packed: PackedArticles, article: number): OrdinalRange {
  const { from, to } = sentencesOf(packed, article)
  if (from === to) return { from: 0, to: 0 }
  return { from: at(packed.paragraphOf, from), to: at(packed.paragraphOf, to - 1) + 1 }
}

/** The article with an id. */
export function findArticle({ ids, idArticles }: PackedArticles, id: string): number | undefined {
  const index = findString(ids, id)
  return index === undefined ? undefined : at(idArticles, index)
}

/** The id of an article. */
function idAt({ ids, idOf }: PackedArticles, article: number): string {
  return stringAt(ids, at(idOf, article))
}

/** The language of an article, a BCP 47 tag. */
export function languageAt({ languages, languageOf }: PackedArticles, article: number): string {
  return stringAt(languages, at(languageOf, article))
}

const articleRecord: v.GenericSchema<ArticleRecord> = v.object({
  id: v.string(),
  file: v.string(),
  title: v.string(),
  date: v.exactOptional(v.string()),
  section: v.exactOptional(v.string()),
  author: v.exactOptional(v.string()),
  url: v.exactOptional(v.string()),
  server: v.exactOptional(v.string()),
  language: v.string(),
  format: v.picklist(['text', 'markdown']),
  fingerprint: v.exactOptional(v.string()),
})

/**
 * The record of an article.
 * @throws where a stored index holds something else
 */
export function recordAt({ records, recordStarts }: PackedArticles, article: number): ArticleRecord {
  return v.parse(articleRecord, JSON.parse(decode(records, recordStarts, article)))
}

/** An article whose text and paragraphs stay packed until they are read. */
export function openArticle(packed: PackedArticles, article: number): Article {
  const { from, to } = sentencesOf(packed, article)
  return {
    ...recordAt(packed, article),
    sentenceCount: to - from,
    paragraphCount: from === to ? 0 : at(packed.paragraphOf, to - 1) - at(packed.paragraphOf, from) + 1,
    text: { slice: (start, end) => decodeText(packed, article, start, end) },
    paragraphs: {
      *[Symbol.iterator]() {
        for (let ordinal = from; ordinal < to; ) {
          const paragraph = paragraphAt(packed, ...paragraphRange(packed, ordinal))
          yield paragraph
          ordinal += paragraph.sentences.length
        }
      },
    },
    openSentences: () => sentencesIn(packed, from, to),
  }
}

/** Access to the sentences with the ordinals `[first, end)`, numbered from 0. */
function sentencesIn(packed: PackedArticles, first: number, end: number): SentenceAccess {
  const { starts, ends, plainStarts, pieceStarts } = packed
  return {
    ends: ends.subarray(first, end),
    lengthAt(sentence) {
      const ordinal = first + sentence
      // UTF-8 has no fewer bytes than UTF-16 has units.
      return isOwnText(packed, ordinal)
        ? at(ends, ordinal) - at(starts, ordinal)
        : at(plainStarts, ordinal + 1) - at(plainStarts, ordinal)
    },
    piecesAt: (sentence) => Math.max(1, at(pieceStarts, first + sentence + 1) - at(pieceStarts, first + sentence)),
    excerpt(from, to) {
      const paragraphs: Paragraph[] = []
      for (let ordinal = first + from; ordinal < first + to; ) {
        const [, last] = paragraphRange(packed, ordinal)
        const paragraph = paragraphAt(packed, ordinal, Math.min(last, first + to))
        paragraphs.push(paragraph)
        ordinal += paragraph.sentences.length
      }
      return paragraphs
    },
  }
}

/** The kind of the paragraph that a sentence stands in. */
export function kindAt({ paragraphOf, kindOf }: PackedArticles, ordinal: number): ParagraphKind {
  const kind = kinds[at(kindOf, at(paragraphOf, ordinal))]
  if (kind === undefined) throw new RangeError(`no kind of sentence ${ordinal}`)
  return kind
}

/** The headings above a sentence, outermost first. */
export function trailAt(packed: PackedArticles, ordinal: number): string[] {
  const trail: string[] = []
  for (let heading = at(packed.headingOf, at(packed.paragraphOf, ordinal)); heading > 0; ) {
    trail.unshift(stringAt(packed.labels, at(packed.headingLabels, heading - 1)))
    heading = at(packed.headingParents, heading - 1)
  }
  return trail
}

/** Who says a sentence, in a transcript. */
export function speakerAt(packed: PackedArticles, ordinal: number): string | undefined {
  return labelAt(packed, packed.speakerOf, ordinal)
}

/** The paragraph that holds the sentences `[from, to)`, with these. */
function paragraphAt(packed: PackedArticles, from: number, to: number): Paragraph {
  const speaker = speakerAt(packed, from)
  return {
    number: paragraphNumber(packed, from),
    kind: kindAt(packed, from),
    trail: trailAt(packed, from),
    ...(speaker !== undefined && { speaker }),
    sentences: sentencesAt(packed, from, to),
  }
}

/** The sentence with an ordinal. */
export function sentenceAt(packed: PackedArticles, ordinal: number): Sentence {
  const article = at(packed.articleOf, ordinal)
  const [start, end] = [at(packed.starts, ordinal), at(packed.ends, ordinal)]
  const text = decodeText(packed, article, start, end)
  const plain = isOwnText(packed, ordinal) ? text : plainAt(packed, ordinal)
  const kind = kindAt(packed, ordinal)
  const pieces = piecesAt(packed, ordinal, plain)
  const codeLanguage = labelAt(packed, packed.codeLanguageOf, ordinal)
  return {
    article: idAt(packed, article),
    paragraph: paragraphNumber(packed, ordinal),
    number: ordinal - at(packed.paragraphStarts, at(packed.paragraphOf, ordinal)) + 1,
    kind: isCandidate(kind) ? kind : 'prose',
    start,
    end,
    text,
    plain,
    ...(pieces.length > 0 && { pieces }),
    ...(codeLanguage !== undefined && { codeLanguage }),
  }
}

/** What a reader sees of a sentence. */
export function plainAt(packed: PackedArticles, ordinal: number): string {
  const { articleOf, starts, ends, plains, plainStarts } = packed
  return isOwnText(packed, ordinal)
    ? decodeText(packed, at(articleOf, ordinal), at(starts, ordinal), at(ends, ordinal))
    : decode(plains, plainStarts, ordinal)
}

/** Whether a reader sees exactly what the file holds. */
function isOwnText({ plainStarts }: PackedArticles, ordinal: number): boolean {
  return at(plainStarts, ordinal) === at(plainStarts, ordinal + 1)
}

function piecesAt(packed: PackedArticles, ordinal: number, plain: string): Piece[] {
  const { from, to } = rangeOf(packed.pieceStarts, ordinal)
  return Array.from({ length: to - from }, (_, i): Piece => {
    const piece = from + i
    const start = at(packed.piecePlainFrom, piece)
    return {
      start: at(packed.pieceFrom, piece),
      end: at(packed.pieceTo, piece),
      plain: plain.slice(start, at(packed.piecePlainTo, piece)),
      at: start,
      ...(at(packed.pieceIsContext, piece) === 1 && { isContext: true }),
    }
  })
}

/** The nearest sentences before one in its paragraph, at most `most`, in order. */
export function sentencesBefore(packed: PackedArticles, ordinal: number, most: number): Sentence[] {
  const [from] = paragraphRange(packed, ordinal)
  return sentencesAt(packed, Math.max(from, ordinal - most), ordinal)
}

/** The nearest sentences after one in its paragraph, at most `most`, in order. */
export function sentencesAfter(packed: PackedArticles, ordinal: number, most: number): Sentence[] {
  const [, to] = paragraphRange(packed, ordinal)
  return sentencesAt(packed, ordinal + 1, Math.min(to, ordinal + 1 + most))
}

/** The ordinals `[from, to)` of the paragraph that a sentence stands in. */
function paragraphRange({ paragraphOf, paragraphStarts }: PackedArticles, ordinal: number): [number, number] {
  const { from, to } = rangeOf(paragraphStarts, at(paragraphOf, ordinal))
  return [from, to]
}

function paragraphNumber({ articleOf, articleStarts, paragraphOf }: PackedArticles, ordinal: number): number {
  return at(paragraphOf, ordinal) - at(paragraphOf, at(articleStarts, at(articleOf, ordinal))) + 1
}

function sentencesAt(packed: PackedArticles, from: number, to: number): Sentence[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => sentenceAt(packed, from + i))
}

/** The label that a column of paragraphs names, where it names one. */
function labelAt({ paragraphOf, labels }: PackedArticles, column: Uint32Array, ordinal: number): string | undefined {
  const label = at(column, at(paragraphOf, ordinal))
  return label === 0 ? undefined : stringAt(labels, label - 1)
}

function rangeOf(starts: Uint32Array, owner: number): OrdinalRange {
  return { from: at(starts, owner), to: at(starts, owner + 1) }
}

/** A slice of an article's text, by the rules of `String.prototype.slice` for offsets that are not negative. */
function decodeText(
  { texts, textStarts, isWide }: PackedArticles,
  article: number,
  start: number,
  end: number,
): string {
  const { from, to } = rangeOf(textStarts, article)
  const [size, encoding] = at(isWide, article) === 1 ? ([2, 'utf16le'] as const) : ([1, 'latin1'] as const)
  return bufferOf(texts).toString(encoding, Math.min(to, from + start * size), Math.min(to, from + end * size))
}

function decode(bytes: Uint8Array, starts: Uint32Array, owner: number): string {
  return bufferOf(bytes).toString('utf8', at(starts, owner), at(starts, owner + 1))
}
