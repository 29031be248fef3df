import type { Article, Paragraph, Sentence } from './article.ts'
import { growingBytes, growingNumbers } from './growing.ts'

/** An article without its text, and where that and its sentences are. */
export interface PackedArticle extends Omit<Article, 'text' | 'paragraphs'> {
  /** Ordinals `[from, to)` of its sentences among all. */
  readonly from: number
  readonly to: number
  /** Bytes `[textStart, textEnd)` of `texts`: UTF-16LE where wide, else one byte for each UTF-16 unit. */
  readonly textStart: number
  readonly textEnd: number
  readonly isWide: boolean
}

/** Articles as flat arrays, which threads hand over and files keep as they are. Sentences by their ordinals. */
export interface PackedArticles {
  readonly articles: readonly PackedArticle[]
  readonly texts: Uint8Array
  /** The article of each sentence, its paragraph among all, and its UTF-16 offsets in the article's text. */
  readonly articleOf: Uint32Array
  readonly paragraphOf: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The sentences of paragraph `p`: ordinals `[paragraphStarts[p], paragraphStarts[p + 1])`; its kind, a place in `kinds`. */
  readonly paragraphStarts: Uint32Array
  readonly kindOf: Uint8Array
  /** Bytes `[plainStarts[o], plainStarts[o + 1])` of `plains`, UTF-8; none where `plain` is `text`. */
  readonly plains: Uint8Array
  readonly plainStarts: Uint32Array
}

const kinds = ['heading', 'text', 'code'] as const

/** Packs articles one by one. */
export interface Packer {
  add(article: Article): void
  /** Takes over an article of some that are packed, which must be there. */
  copy(packed: PackedArticles, place: number): void
  finish(): PackedArticles
}

export function createPacker(): Packer {
  const articles: PackedArticle[] = []
  const texts = growingBytes()
  const plains = growingBytes()
  const [articleOf, paragraphOf, starts, ends] = [
    growingNumbers(),
    growingNumbers(),
    growingNumbers(),
    growingNumbers(),
  ]
  const [paragraphStarts, plainStarts, kindOf] = [growingNumbers(), growingNumbers(), growingBytes()]

  const addSentence = (start: number, end: number, plain: Uint8Array | undefined) => {
    articleOf.push(articles.length)
    paragraphOf.push(paragraphStarts.length)
    starts.push(start)
    ends.push(end)
    plainStarts.push(plains.length)
    if (plain) plains.append(plain)
  }
  const addParagraph = (kind: number, first: number) => {
    paragraphStarts.push(first)
    kindOf.push(kind)
  }
  return {
    add({ text, paragraphs, ...rest }) {
      const from = starts.length
      for (const { kind, sentences } of paragraphs) {
        const first = starts.length
        for (const { start, end, text: own, plain } of sentences)
          addSentence(start, end, plain === own ? undefined : Buffer.from(plain))
        addParagraph(kinds.indexOf(kind), first)
      }
      const isWide = /[^\0-\xff]/u.test(text)
      const textStart = texts.length
      texts.append(Buffer.from(text, isWide ? 'utf16le' : 'latin1'))
      articles.push({ ...rest, from, to: starts.length, textStart, textEnd: texts.length, isWide })
    },
    copy(packed, place) {
      const { from: oldFrom, to: oldTo, textStart: oldStart, textEnd: oldEnd, ...rest } = articleAt(packed, place)
      const from = starts.length
      for (let ordinal = oldFrom; ordinal < oldTo; ) {
        const [at, end] = paragraphRange(packed, ordinal)
        const first = starts.length
        for (; ordinal < end; ordinal++)
          addSentence(packed.starts[ordinal] ?? 0, packed.ends[ordinal] ?? 0, plainOf(packed, ordinal))
        addParagraph(packed.kindOf[at] ?? 0, first)
      }
      const textStart = texts.length
      texts.append(packed.texts.subarray(oldStart, oldEnd))
      articles.push({ ...rest, from, to: starts.length, textStart, textEnd: texts.length })
    },
    finish() {
      paragraphStarts.push(starts.length)
      plainStarts.push(plains.length)
      return {
        articles,
        texts: texts.shared(),
        articleOf: articleOf.shared(),
        paragraphOf: paragraphOf.shared(),
        starts: starts.shared(),
        ends: ends.shared(),
        paragraphStarts: paragraphStarts.shared(),
        kindOf: kindOf.shared(),
        plains: plains.shared(),
        plainStarts: plainStarts.shared(),
      }
    },
  }
}

/** An article as it was before it was packed; its text and its paragraphs are read anew each time. */
export function unpackArticle(packed: PackedArticles, place: number): Article {
  const article = articleAt(packed, place)
  const { from, to, textStart, textEnd, isWide, ...rest } = article
  return {
    ...rest,
    get text() {
      return decodeText(packed, article, 0, textEnd - textStart)
    },
    get paragraphs() {
      const paragraphs: Paragraph[] = []
      for (let ordinal = from; ordinal < to; ) {
        const sentences = paragraphAt(packed, ordinal)
        const kind = kinds[packed.kindOf[packed.paragraphOf[ordinal] ?? 0] ?? 0] ?? 'text'
        paragraphs.push({ number: paragraphs.length + 1, kind, sentences })
        ordinal += sentences.length
      }
      return paragraphs
    },
  }
}

/** The sentence of an ordinal, which must be one. */
export function sentenceAt(packed: PackedArticles, ordinal: number): Sentence {
  const article = articleAt(packed, packed.articleOf[ordinal] ?? -1)
  const [start = 0, end = 0] = [packed.starts[ordinal], packed.ends[ordinal]]
  const text = decodeText(packed, article, start, end)
  const own = plainOf(packed, ordinal)
  const plain = own ? bufferOf(own).toString() : text
  const at = packed.paragraphOf[ordinal] ?? 0
  const paragraph = at - (packed.paragraphOf[article.from] ?? 0) + 1
  const number = ordinal - (packed.paragraphStarts[at] ?? 0) + 1
  return { article: article.id, paragraph, number, start, end, text, plain }
}

/** The sentences of the paragraph that a sentence stands in. */
export function paragraphAt(packed: PackedArticles, ordinal: number): Sentence[] {
  const [at, to] = paragraphRange(packed, ordinal)
  const from = packed.paragraphStarts[at] ?? 0
  return Array.from({ length: to - from }, (_, i) => sentenceAt(packed, from + i))
}

function articleAt({ articles }: PackedArticles, place: number): PackedArticle {
  const article = articles[place]
  if (!article) throw new RangeError(`there is no article ${place}`)
  return article
}

/** The paragraph of a sentence, among all, and the ordinal that follows on it. */
function paragraphRange({ paragraphOf, paragraphStarts }: PackedArticles, ordinal: number): [number, number] {
  const at = paragraphOf[ordinal] ?? 0
  return [at, paragraphStarts[at + 1] ?? 0]
}

/** What a reader sees of a sentence, UTF-8, where that is not its text. */
function plainOf({ plains, plainStarts }: PackedArticles, ordinal: number): Uint8Array | undefined {
  const [start = 0, end = 0] = [plainStarts[ordinal], plainStarts[ordinal + 1]]
  return start === end ? undefined : plains.subarray(start, end)
}

function decodeText({ texts }: PackedArticles, article: PackedArticle, start: number, end: number): string {
  const { textStart, textEnd, isWide } = article
  const size = isWide ? 2 : 1
  const to = Math.min(textEnd, textStart + end * size)
  return bufferOf(texts).toString(isWide ? 'utf16le' : 'latin1', textStart + start * size, to)
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
