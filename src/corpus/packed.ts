import type { Article, Paragraph, Sentence } from './article.ts'

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
  /** The article of each sentence, its paragraph (from 1), and its UTF-16 offsets in the article's text. */
  readonly articleOf: Uint32Array
  readonly paragraphs: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** The kind of its paragraph: a place in `kinds`. */
  readonly kindOf: Uint8Array
  /** Bytes `[plainStarts[o], plainStarts[o + 1])` of `plains`, UTF-8; none where `plain` is `text`. */
  readonly plains: Uint8Array
  readonly plainStarts: Uint32Array
}

const kinds = ['heading', 'text', 'code'] as const

/** Packs articles; in order. */
export function packArticles(articles: readonly Article[]): PackedArticles {
  const count = articles.reduce((sum, { paragraphs }) => sum + sentencesOf(paragraphs).length, 0)
  const columns = {
    articleOf: new Uint32Array(count),
    paragraphs: new Uint32Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    kindOf: new Uint8Array(count),
    plainStarts: new Uint32Array(count + 1),
  }
  const packed: PackedArticle[] = []
  const texts: Buffer[] = []
  const plains: Buffer[] = []
  let [ordinal, textAt, plainAt] = [0, 0, 0]
  for (const { text, paragraphs, ...rest } of articles) {
    const from = ordinal
    for (const paragraph of paragraphs) {
      for (const sentence of paragraph.sentences) {
        columns.articleOf[ordinal] = packed.length
        columns.paragraphs[ordinal] = sentence.paragraph
        columns.starts[ordinal] = sentence.start
        columns.ends[ordinal] = sentence.end
        columns.kindOf[ordinal] = kinds.indexOf(paragraph.kind)
        columns.plainStarts[ordinal] = plainAt
        if (sentence.plain !== sentence.text)
          plainAt += plains[plains.push(Buffer.from(sentence.plain)) - 1]?.length ?? 0
        ordinal++
      }
    }
    const isWide = /[^\0-\xff]/u.test(text)
    const bytes = Buffer.from(text, isWide ? 'utf16le' : 'latin1')
    texts.push(bytes)
    packed.push({ ...rest, from, to: ordinal, textStart: textAt, textEnd: textAt + bytes.length, isWide })
    textAt += bytes.length
  }
  columns.plainStarts[count] = plainAt
  return { articles: packed, texts: concat(texts, textAt), plains: concat(plains, plainAt), ...columns }
}

/** An article as it was before it was packed; its text and its paragraphs are read anew each time. */
export function unpackArticle(packed: PackedArticles, place: number): Article {
  const article = packed.articles[place]
  if (!article) throw new RangeError(`there is no article ${place}`)
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
        const kind = kinds[packed.kindOf[ordinal] ?? 0] ?? 'text'
        paragraphs.push({ number: packed.paragraphs[ordinal] ?? 0, kind, sentences })
        ordinal += sentences.length
      }
      return paragraphs
    },
  }
}

/** The sentence of an ordinal, which must be one. */
export function sentenceAt(packed: PackedArticles, ordinal: number): Sentence {
  const article = packed.articles[packed.articleOf[ordinal] ?? 0]
  const [start, end] = [packed.starts[ordinal] ?? 0, packed.ends[ordinal] ?? 0]
  if (!article || end === 0) throw new RangeError(`there is no sentence ${ordinal}`)
  const text = decodeText(packed, article, start, end)
  const [plainStart = 0, plainEnd = 0] = packed.plainStarts.subarray(ordinal, ordinal + 2)
  const plain = plainStart === plainEnd ? text : bufferOf(packed.plains).toString('utf8', plainStart, plainEnd)
  const [first] = paragraphRange(packed, ordinal)
  const paragraph = packed.paragraphs[ordinal] ?? 0
  return { article: article.id, paragraph, number: ordinal - first + 1, start, end, text, plain }
}

/** The sentences of the paragraph that a sentence stands in. */
export function paragraphAt(packed: PackedArticles, ordinal: number): Sentence[] {
  const [from, to] = paragraphRange(packed, ordinal)
  return Array.from({ length: to - from }, (_, i) => sentenceAt(packed, from + i))
}

/** Whether two sentences stand in one paragraph. */
export function isSameParagraph({ articleOf, paragraphs }: PackedArticles, a: number, b: number): boolean {
  return articleOf[a] === articleOf[b] && paragraphs[a] === paragraphs[b]
}

function paragraphRange(packed: PackedArticles, ordinal: number): [number, number] {
  let [from, to] = [ordinal, ordinal + 1]
  while (from > 0 && isSameParagraph(packed, from - 1, ordinal)) from--
  while (to < packed.starts.length && isSameParagraph(packed, to, ordinal)) to++
  return [from, to]
}

function decodeText({ texts }: PackedArticles, article: PackedArticle, start: number, end: number): string {
  const { textStart, textEnd, isWide } = article
  const size = isWide ? 2 : 1
  const to = Math.min(textEnd, textStart + end * size)
  return bufferOf(texts).toString(isWide ? 'utf16le' : 'latin1', textStart + start * size, to)
}

function sentencesOf(paragraphs: readonly Paragraph[]): Sentence[] {
  return paragraphs.flatMap(({ sentences }) => [...sentences])
}

function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

/** An array of its own, not a part of Node's pool, so that a thread may hand it over. */
function concat(parts: readonly Buffer[], length: number): Uint8Array {
  const joined = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
