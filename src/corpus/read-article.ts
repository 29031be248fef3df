import { extname } from 'node:path'
import { detectLanguage } from '../language/detect-language.ts'
import { type Article, type Paragraph, type ParsedArticle, sentencesIn } from './article.ts'
import { readDateLine } from './date-line.ts'
import { readPlainText } from './formats/plain-text.ts'
import { readFrontMatter } from './front-matter.ts'
import { toParagraphs } from './paragraphs.ts'
import type { SplitSentences } from './sentences.ts'
import { type Block, type Run, seeRuns } from './visible.ts'

/** Each format that is read: what makes blocks of a text from an offset on, loaded when a file first needs it. */
const formats = {
  text: { extensions: ['.txt'], load: async () => readPlainText },
  markdown: {
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./formats/markdown.ts')).readMarkdown,
  },
} as const satisfies Record<Article['format'], unknown>

/** The extensions of the files that are read. */
export const extensions: readonly string[] = Object.values(formats).flatMap((format) => [...format.extensions])

/**
 * Reads a file's text as an article. What no front matter says is taken from the text: a line among the first two blocks
 * that says a day; the first heading, or else a short first paragraph, as the title; capitals in brackets at the very
 * end, `(FOREIGN NEWS)`, as the section. The day and the section are no sentences; paragraph 1 is the first that a
 * reader sees beside them.
 * @throws Error saying what is wrong (naming the line), when there is no article in the text
 */
export async function readArticle(
  file: string,
  text: string,
  split: SplitSentences,
): Promise<{ readonly article: ParsedArticle; readonly warnings: readonly string[] }> {
  const format = formatOf(file)
  const id = file.slice(0, file.length - extname(file).length)
  const { known, end, warnings } = await readFrontMatter(text)
  if (text.slice(end).trim() === '')
    throw new Error(end > 0 ? 'there is no text after its front matter; write some' : 'it is empty; write some text')

  const read = await formats[format].load()
  const language = known.language ?? detectLanguage(text.slice(end))
  const { blocks, date } = takeDate(read(text, end), language, format)
  const { rest, section } = takeSection(blocks)
  const paragraphs = toParagraphs(id, text, rest, (visible) => split(visible, language))
  if (paragraphs.length === 0) throw new Error('there is no sentence in it; write some text')
  const title = known.title ?? titleOf(paragraphs, id)
  const article: ParsedArticle = {
    id,
    file,
    title,
    language,
    ...(date !== undefined && { date }),
    ...(section !== undefined && { section }),
    ...known,
    text,
    format,
    sentenceCount: sentencesIn(paragraphs).length,
    paragraphCount: paragraphs.length,
    paragraphs: withoutTitle(paragraphs, title),
  }
  return { article, warnings }
}

function formatOf(file: string): Article['format'] {
  return formats.markdown.extensions.some((extension) => file.toLowerCase().endsWith(extension)) ? 'markdown' : 'text'
}

/** Takes the date line out of the first two blocks: a block of its own, or the first or second line of one. */
function takeDate(
  blocks: readonly Block[],
  language: string,
  format: Article['format'],
): { blocks: readonly Block[]; date?: string } {
  for (const [i, block] of blocks.slice(0, 2).entries()) {
    const whole = dayOf(block.runs, language)
    if (whole !== undefined) return { blocks: blocks.toSpliced(i, 1), date: whole }
    if (format !== 'text') continue
    // In a plain text each run is a line; under a headline the day is the second.
    for (const [j, line] of block.runs.slice(0, 2).entries()) {
      const date = dayOf([line], language)
      if (date === undefined) continue
      const parts = [block.runs.slice(0, j), block.runs.slice(j + 1)].map((runs) => ({ ...block, runs }))
      return { blocks: blocks.toSpliced(i, 1, ...parts), date }
    }
  }
  return { blocks }
}

/** A longer stretch is not looked at for a day, white space and all. */
const LONGEST_DATE = 400

function dayOf(runs: readonly Run[], language: string): string | undefined {
  const length = runs.reduce((sum, { visible }) => sum + visible.length, 0)
  return length > LONGEST_DATE ? undefined : readDateLine(seeRuns(runs).text, language)
}

/** Capitals in brackets after the last sentence; after a word they belong to it: `World Health Organization (WHO)`. */
const SECTION = /(?<=^|[\p{Sentence_Terminal}\p{Pf}\p{Pe}"'] ?)\(([^()]{2,40})\)$/u

function takeSection(blocks: readonly Block[]): { rest: readonly Block[]; section?: string } {
  const last = blocks.at(-1)
  if (last?.kind !== 'prose') return { rest: blocks }
  const visible = seeRuns(last.runs)
  const found = SECTION.exec(visible.text)
  const section = found?.[1]?.trim() ?? ''
  if (!found || section === section.toLowerCase() || section !== section.toUpperCase()) return { rest: blocks }
  const end = visible.startOf(found.index)
  const runs = last.runs
    .filter((run) => run.start < end)
    .map((run) => (run.end > end ? { ...run, visible: run.visible.slice(0, end - run.start), end } : run))
  return { rest: blocks.with(-1, { ...last, runs }), section }
}

/** A longer first paragraph is no headline. */
const LONGEST_HEADLINE = { sentences: 3, characters: 200 }

function titleOf(paragraphs: readonly Paragraph[], id: string): string {
  const heading = paragraphs.find(({ kind }) => kind === 'heading')
  const [first] = paragraphs
  const headline = plainOf(heading ?? first)
  const short =
    heading ??
    (first && paragraphs.length > 1 && first.sentences.length <= LONGEST_HEADLINE.sentences && first.kind === 'prose')
  if (short && headline.length <= LONGEST_HEADLINE.characters) return headline
  const name = id.replace(/[-_\s]+/gu, ' ').trim()
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** The trails of paragraphs without the title of their article. */
function withoutTitle(paragraphs: readonly Paragraph[], title: string): Paragraph[] {
  return paragraphs.map((paragraph) => ({ ...paragraph, trail: paragraph.trail.filter((text) => text !== title) }))
}

function plainOf(paragraph: Paragraph | undefined): string {
  return paragraph?.sentences.map(({ plain }) => plain).join(' ') ?? ''
}
