// The corpus as the other folders see it: articles, paragraphs, sentences and problems.

/** What a passage is in its file; decides how it is ranked and shown. */
export type SentenceKind = 'prose' | 'list' | 'row' | 'code'

/** `heading`, `question`, `lead-in` and `navigation` are shown as context only and never answer by themselves. */
export type ParagraphKind = SentenceKind | 'heading' | 'question' | 'lead-in' | 'navigation'

/** A verbatim stretch of the file, and what a reader sees of it. */
export interface Piece {
  /** UTF-16 offsets into the article's text, `[start, end)`. */
  readonly start: number
  readonly end: number
  readonly plain: string
  /** Where `plain` begins in the sentence's `plain`. */
  readonly at: number
  /** Shown with the sentence but not part of `start..end`: a column header, the lead-in of a list. */
  readonly isContext?: true
}

/** The unit that is indexed and quoted. Always `article.text.slice(start, end) === text`. */
export interface Sentence {
  /** The id of its article. */
  readonly article: string
  /** 1-based number of its paragraph in the article. */
  readonly paragraph: number
  /** 1-based number in its paragraph. */
  readonly number: number
  readonly kind: SentenceKind
  /** UTF-16 offsets into the article's text, `[start, end)`. */
  readonly start: number
  readonly end: number
  /** Exactly what the file holds there. */
  readonly text: string
  /** What a reader sees, and what is searched: without Markdown marks, white space folded. */
  readonly plain: string
  /**
   * The stretches that `plain` is made of, in its order; absent where it is the single stretch `start..end`. Items of a
   * list are joined by line ends; a cell follows its header after a space, and columns are joined by ` · `.
   */
  readonly pieces?: readonly Piece[]
  /** The language named at the fence of a code block. */
  readonly codeLanguage?: string
}

/** A paragraph, heading, list, table row or code block; at least one sentence. */
export interface Paragraph {
  /** 1-based number in the article. */
  readonly number: number
  readonly kind: ParagraphKind
  /** The headings above it, outermost first, without the article's title. The question of an FAQ's answer is the last one. */
  readonly trail: readonly string[]
  /** Who says it, in a transcript. */
  readonly speaker?: string
  readonly sentences: readonly Sentence[]
}

/** Everything about an article but its text. */
export interface ArticleRecord {
  readonly id: string
  /** The file's name. */
  readonly file: string
  readonly title: string
  /** `YYYY-MM-DD`, or as much of it as is known: `YYYY-MM`, `YYYY`. */
  readonly date?: string
  readonly section?: string
  readonly author?: string
  readonly url?: string
  /** The id of the only server that may read it; absent for a shared article. */
  readonly server?: string
  /** BCP 47 tag, such as `en`. */
  readonly language: string
  readonly format: 'text' | 'markdown'
  /** A short hash of its text. */
  readonly fingerprint?: string
}

/** Reads an article by the numbers of its sentences, from 0. */
export interface SentenceAccess {
  /** Of each sentence: its end in the text, ascending. */
  readonly ends: Uint32Array
  /** Of each sentence: at least as many UTF-16 units as its `plain` has. */
  lengthAt(sentence: number): number
  /** How many stretches of the file a sentence is made of. */
  piecesAt(sentence: number): number
  /** The sentences `[from, to)`, each with what is known of its paragraph. */
  excerpt(from: number, to: number): readonly Paragraph[]
}

/** One file of the corpus. Text and paragraphs may be stored packed: what is read of them is decoded each time. */
export interface Article extends ArticleRecord {
  /** The address of its web page, where it has one. */
  readonly pageUrl?: string | undefined
  readonly sentenceCount: number
  readonly paragraphCount: number
  /** The file, decoded from UTF-8, without its byte order mark; read by the slice. */
  readonly text: { slice(start: number, end: number): string }
  readonly paragraphs: Iterable<Paragraph>
  /** Access without decoding the whole article, where it is packed; `openSentences` in `sentence-access.ts` opens any. */
  openSentences?(): SentenceAccess
}

/** An article as it is read from its file. */
export interface ParsedArticle extends Article {
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
}

/** Something that the owner of a file should know. `refused`: it is left out. `warning`: it is read all the same. */
export interface Problem {
  readonly level: 'refused' | 'warning'
  readonly file: string
  /** One line: what is wrong (with the line or byte) and what to do. */
  readonly message: string
}

/** The articles of a folder. */
export interface Corpus {
  readonly articles: readonly ParsedArticle[]
  readonly problems: readonly Problem[]
  /** The documents that were read by way of a Markdown file, which is what their quotes are of. */
  readonly conversions: readonly { readonly file: string; readonly conversion: string }[]
}

/** Whether sentences of such a paragraph can answer a question. */
export function isCandidate(kind: ParagraphKind): kind is SentenceKind {
  return kind === 'prose' || kind === 'list' || kind === 'row' || kind === 'code'
}

/** Every sentence of some paragraphs, in order. */
export function sentencesIn(paragraphs: readonly Paragraph[]): Sentence[] {
  return paragraphs.flatMap(({ sentences }) => sentences)
}
