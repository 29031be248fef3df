// What an article's own text says of it: its date, its section, and its title.
import type { Article, Paragraph } from '../article.ts'
import { type Block, type Run, seeRuns } from '../text/visible.ts'
import { isByline, readDateIn, readDateLine } from './date-line.ts'

/** Longest stretch that is examined for a date, in UTF-16 units. */
const LONGEST_DATE = 400

/**
 * Finds the date in the first blocks. A line that holds nothing else is taken out; a byline or an issue number that holds
 * it stays.
 */
export function takeDate(
  blocks: readonly Block[],
  language: string,
  format: Article['format'],
): { blocks: readonly Block[]; date?: string } {
  const first = blocks.slice(0, isByline(textOf(blocks[1]?.runs ?? [])) ? 3 : 2)
  for (const [i, block] of first.entries()) {
    const date = readDateLine(textOf(block.runs), language)
    if (date !== undefined) return { blocks: blocks.toSpliced(i, 1), date }
    if (format !== 'text') continue
    // In a plain text each run is a line: the date may follow the headline, and a byline.
    for (const [j, line] of block.runs.slice(0, 3).entries()) {
      const date = readDateLine(textOf([line]), language)
      if (date === undefined) continue
      if (j === 2 && !isByline(textOf(block.runs.slice(1, 2)))) break
      const above = block.runs.slice(0, j)
      const parts = [above.slice(0, 1), above.slice(1), block.runs.slice(j + 1)].filter(({ length }) => length > 0)
      return { blocks: blocks.toSpliced(i, 1, ...parts.map((runs) => ({ ...block, runs }))), date }
    }
  }
  for (const { kind, runs } of first) {
    const date =
      kind === 'heading' ? undefined : readDateIn(textOf(format === 'text' ? runs.slice(0, 1) : runs), language)
    if (date !== undefined) return { blocks, date }
  }
  return { blocks }
}

function textOf(runs: readonly Run[]): string {
  const length = runs.reduce((sum, { visible }) => sum + visible.length, 0)
  return length > LONGEST_DATE ? '' : seeRuns(runs).text
}

/** Capitals in brackets after the last sentence; after a word they belong to it: `World Health Organization (WHO)`. */
const SECTION = /(?<=^|[\p{Sentence_Terminal}\p{Pf}\p{Pe}"'] ?)\(([^()]{2,40})\)$/u

/** Takes the section out of the last block: capitals in brackets, such as `(FOREIGN NEWS)`. */
export function takeSection(blocks: readonly Block[]): { rest: readonly Block[]; section?: string } {
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

/** Names of files that stand for their folder. */
const INDEX = /^(?:_?index|readme)$/iu

/** `2021-03-14-harbour-walk`, as Jekyll names its posts. */
const DATED = /^(\d{4}-\d{2}-\d{2})(?:[-_ ]+|$)/u

/** Names of a file and its folder, for articles without a title of their own. */
export interface FileName {
  /** Without extension. */
  readonly name: string
  /** What an index file is called. */
  readonly folderTitle: string | undefined
}

/**
 * The title: the level-1 heading of Markdown, the headline of a plain text, or else the file's name. Of several level-1
 * headings each is a section, unless the file stands for its folder.
 */
export function titleOf(
  blocks: readonly Block[],
  paragraphs: readonly Paragraph[],
  format: Article['format'],
  { name, folderTitle }: FileName,
): string {
  const isIndex = INDEX.test(name)
  const own = format === 'markdown' ? headingOf(blocks, isIndex) : headlineOf(paragraphs)
  if (own !== undefined && isVisible(own) && own.length <= LONGEST_HEADLINE.characters) return own
  if (isIndex && folderTitle !== undefined && folderTitle !== '') return readable(folderTitle)
  return readable(name.replace(DATED, '')) || name
}

/** Whether a text shows anything: no title is only spaces, direction marks or fillers. */
export function isVisible(text: string): boolean {
  return /[^\p{Default_Ignorable_Code_Point}\p{Z}\p{C}\u2800]/u.test(text)
}

function headingOf(blocks: readonly Block[], isIndex: boolean): string | undefined {
  const headings = blocks.filter((block) => block.kind === 'heading' && block.level === 1)
  const [first] = headings
  return first && (headings.length === 1 || isIndex) ? textOf(first.runs) : undefined
}

function headlineOf(paragraphs: readonly Paragraph[]): string | undefined {
  const [first] = paragraphs
  if (!first || paragraphs.length < 2 || (first.kind !== 'prose' && first.kind !== 'heading')) return undefined
  if (first.sentences.length > LONGEST_HEADLINE.sentences) return undefined
  return first.sentences.map(({ plain }) => plain).join(' ')
}

/** The date that a file's name begins with. */
export function dateInName(name: string): string | undefined {
  const [, date] = DATED.exec(name) ?? []
  return date === undefined ? undefined : readDateLine(date)
}

function readable(name: string): string {
  const words = name.replace(/[-_\s]+/gu, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
