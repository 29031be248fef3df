// Reads the text of a file as an article.
import { basename, extname } from 'node:path'
import { detectLanguage } from '../language/detect-language.ts'
import { shortHash } from '../short-hash.ts'
import { type Article, type Paragraph, type ParsedArticle, sentencesIn } from './article.ts'
import { isDocument } from './files/conversions.ts'
import type { FolderSettings } from './files/folder-settings.ts'
import { readPlainText } from './formats/plain-text.ts'
import { readFrontMatter } from './metadata/front-matter.ts'
import { dateInName, isVisible, takeDate, takeSection, titleOf } from './metadata/headline.ts'
import { toParagraphs } from './text/paragraphs.ts'
import { splitSentences } from './text/sentences.ts'

/** The formats: each reads the blocks of a text from an offset on, and is loaded when a file first needs it. */
const formats = {
  text: { extensions: ['.txt'], load: async () => readPlainText },
  markdown: {
    extensions: ['.md', '.markdown', '.mdx'],
    load: async () => (await import('./formats/markdown.ts')).readMarkdown,
  },
} as const satisfies Record<Article['format'], unknown>

/** 96 bits, in characters. */
const FINGERPRINT_LENGTH = 16

/** The extensions of the files that are read. */
export const extensions: readonly string[] = Object.values(formats).flatMap((format) => [...format.extensions])

/** What the file's place in the corpus says of an article. */
export interface Surroundings {
  /** The path without extension when absent. */
  readonly id?: string
  readonly folderName?: string
  /** The id of the only server that may read it. */
  readonly server?: string
  readonly settings?: FolderSettings
}

export interface ReadArticle {
  readonly article: ParsedArticle
  /** The author wants it left out. */
  readonly isDraft: boolean
  /** A line for each value of the front matter that was left out. */
  readonly warnings: readonly string[]
}

/**
 * Reads a file's text as an article. What the front matter does not state is taken from the text: the date, the title,
 * and the section. The date line and the section are not sentences; paragraph 1 is the first one beside them.
 * @param path of the file in the corpus, with `/`
 * @throws Error saying what is wrong when there is no sentence in the text
 */
export async function readArticle(path: string, text: string, surroundings: Surroundings = {}): Promise<ReadArticle> {
  const format = formatOf(path)
  const name = basename(path, extname(path))
  const { id = path.slice(0, path.length - extname(path).length), folderName, server, settings = {} } = surroundings
  const { known, end, isDraft, warnings } = await readFrontMatter(text, { id, settings })
  if (text.slice(end).trim() === '')
    throw new Error(end > 0 ? 'there is no text after its front matter; write some' : 'it is empty; write some text')

  const read = await formats[format].load()
  const language = known.language ?? settings.language ?? detectLanguage(text.slice(end))
  const { blocks, date = dateInName(name) } = takeDate(read(text, end), language, format)
  const { rest, section } = takeSection(blocks)
  const paragraphs = toParagraphs(id, text, rest, (visible) => splitSentences(visible, language))
  if (paragraphs.length === 0) throw new Error('there is no sentence in it; write some text')
  const title =
    known.title !== undefined && isVisible(known.title)
      ? known.title
      : titleOf(rest, paragraphs, format, { name, folderTitle: settings.title ?? folderName })
  const article: ParsedArticle = {
    id,
    file: path,
    language,
    ...(date !== undefined && { date }),
    ...(section !== undefined && { section }),
    ...known,
    title,
    ...(server !== undefined && { server }),
    text,
    format,
    fingerprint: shortHash(text, FINGERPRINT_LENGTH),
    sentenceCount: sentencesIn(paragraphs).length,
    paragraphCount: paragraphs.length,
    paragraphs: withoutTitle(paragraphs, title),
  }
  return { article, isDraft, warnings }
}

/** A document is read by way of its Markdown. */
function formatOf(file: string): Article['format'] {
  const isMarkdown = formats.markdown.extensions.some((extension) => file.toLowerCase().endsWith(extension))
  return isMarkdown || isDocument(file) ? 'markdown' : 'text'
}

/** The trails of paragraphs without the title of their article. */
function withoutTitle(paragraphs: readonly Paragraph[], title: string): Paragraph[] {
  return paragraphs.map((paragraph) => ({ ...paragraph, trail: paragraph.trail.filter((text) => text !== title) }))
}
