/** A sentence of an article. Always `article.text.slice(start, end) === text`. */
export interface Sentence {
  /** The id of its article. */
  readonly article: string
  /** 1-based number of its paragraph in the article. */
  readonly paragraph: number
  /** 1-based number in its paragraph. */
  readonly number: number
  /** UTF-16 offset into the article's text. */
  readonly start: number
  /** UTF-16 offset into the article's text, exclusive. */
  readonly end: number
  /** What the file holds, byte for byte. */
  readonly text: string
  /** What a reader sees: `text` without Markdown marks and with its white space folded, and nothing else changed. */
  readonly plain: string
}

/** A paragraph, a heading, a list item, a table row: what stands on its own for a reader. At least one sentence. */
export interface Paragraph {
  /** 1-based number in the article. */
  readonly number: number
  readonly kind: 'heading' | 'text' | 'code'
  readonly sentences: readonly Sentence[]
}

/** One file of the corpus. */
export interface Article {
  /** The file's name without its extension; unique in the corpus. */
  readonly id: string
  /** The file's name. */
  readonly file: string
  readonly title: string
  /** A calendar day, `YYYY-MM-DD`. */
  readonly date?: string
  readonly section?: string
  readonly author?: string
  readonly url?: string
  /** BCP 47 tag, such as `en`. */
  readonly language: string
  /** The whole file, decoded from UTF-8 (a byte order mark left out). */
  readonly text: string
  readonly format: 'text' | 'markdown'
  readonly paragraphs: readonly Paragraph[]
}

/** Something about a file that its owner should know: `refused` files are left out, `warning` ones answer. */
export interface Problem {
  readonly level: 'refused' | 'warning'
  readonly file: string
  /** One line: what is wrong (with the line or byte) and what to do. */
  readonly message: string
}

/** What a folder of articles came to. */
export interface Corpus {
  readonly articles: readonly Article[]
  readonly problems: readonly Problem[]
}
