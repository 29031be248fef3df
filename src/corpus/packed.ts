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

/** Packs articles; in order. */
export function packArticles(articles: readonly Article[]): PackedArticles {
  const all = articles.flatMap(({ paragraphs }) => paragraphs)
  const count = all.reduce((sum, { sentences }) => sum + sentences.length, 0)
  const columns = {
    articleOf: new Uint32Array(count),
    paragraphOf: new Uint32Array(count),
    starts: new Uint32Array(count),
    ends: new Uint32Array(count),
    paragraphStarts: new Uint32Array(all.length + 1),
    kindOf: new Uint8Array(all.length),
    plainStarts: new Uint32Array(count + 1),
  }
  const packed: PackedArticle[] = []
  const texts: Buffer[] = []
  const plains: Buffer[] = []
  let [ordinal, at, textAt, plainAt] = [0, 0, 0, 0]
  for (const { text, paragraphs, ...rest } of articles) {
    const from = ordinal
    for (const { kind, sentences } of paragraphs) {
      columns.kindOf[at] = kinds.indexOf(kind)
      for (const sentence of sentences) {
        columns.articleOf[ordinal] = packed.length
        columns.paragraphOf[ordinal] = at
        columns.starts[ordinal] = sentence.start
        columns.ends[ordinal] = sentence.end
        columns.plainStarts[ordinal] = plainAt
        if (sentence.plain !== sentence.text)
          plainAt += plains[plains.push(Buffer.from(sentence.plain)) - 1]?.length ?? 0
        ordinal++
      }
      columns.paragraphStarts[++at] = ordinal
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
  const article = packed.articles[packed.articleOf[ordinal] ?? 0]
  const [start, end] = [packed.starts[ordinal] ?? 0, packed.ends[ordinal] ?? 0]
  if (!article || end === 0) throw new RangeError(`there is no sentence ${ordinal}`)
  const text = decodeText(packed, article, start, end)
  const [plainStart = 0, plainEnd = 0] = packed.plainStarts.subarray(ordinal, ordinal + 2)
  const plain = plainStart === plainEnd ? text : bufferOf(packed.plains).toString('utf8', plainStart, plainEnd)
  const at = packed.paragraphOf[ordinal] ?? 0
  const paragraph = at - (packed.paragraphOf[article.from] ?? 0) + 1
  const number = ordinal - (packed.paragraphStarts[at] ?? 0) + 1
  return { article: article.id, paragraph, number, start, end, text, plain }
}

/** The sentences of the paragraph that a sentence stands in. */
export function paragraphAt(packed: PackedArticles, ordinal: number): Sentence[] {
  const at = packed.paragraphOf[ordinal] ?? 0
  const [from = 0, to = 0] = packed.paragraphStarts.subarray(at, at + 2)
  return Array.from({ length: to - from }, (_, i) => sentenceAt(packed, from + i))
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
