// Compares imported documents with what their fixtures hold.
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import * as v from 'valibot'
import { convert } from '../../src/importers/conversion/convert.ts'
import { detectFormat, type ImportedDocument } from '../../src/importers/document.ts'

const FOLDER = 'tests/fixtures/import'

const Expected = v.array(
  v.object({
    file: v.string(),
    documents: v.array(
      v.object({
        title: v.string(),
        date: v.optional(v.string()),
        language: v.optional(v.string()),
        body: v.array(v.string()),
      }),
    ),
    boilerplate: v.array(v.string()),
  }),
)

/** The fixtures of a folder of `tests/fixtures/import`. */
export function fixturesIn(folder: string) {
  const all = v.parse(Expected, JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')))
  return all.filter(({ file }) => file.startsWith(`${folder}/`))
}

export interface Score {
  readonly file: string
  readonly areTitlesRight: boolean
  readonly areDatesRight: boolean
  /** Words of the body that came through, and of all. */
  readonly kept: number
  readonly words: number
  /** Words that are neither the body's nor in title, author and date, and all that came out. */
  readonly extra: number
  readonly written: number
  /** Paragraphs, headings and items of the body that came out whole and alone. */
  readonly whole: number
  readonly parts: number
  readonly broken: readonly string[]
  /** The parts of more than four words: cells of tables are shorter. */
  readonly proseParts: readonly { readonly text: string; readonly isWhole: boolean }[]
  readonly documents: readonly ImportedDocument[]
}

export async function score({ file, documents: expected }: ReturnType<typeof fixturesIn>[number]): Promise<Score> {
  const bytes = readFileSync(join(FOLDER, file))
  const format = detectFormat(bytes, extname(file))
  if (!format) throw new Error(`${file} has no format`)
  const documents = await convert({ bytes, format })
  const pairs = expected.map((each, i) => [each, documents[i]] as const)
  const sums = pairs.map(([each, document]) => compare(each, document))
  const sum = (of: (each: ReturnType<typeof compare>) => number) => sums.reduce((total, each) => total + of(each), 0)
  return {
    file,
    areTitlesRight:
      documents.length === expected.length && pairs.every(([each, document]) => document?.title === each.title),
    areDatesRight: pairs.every(([each, document]) => document?.date === each.date),
    kept: sum(({ kept }) => kept),
    words: sum(({ words }) => words),
    extra: sum(({ extra }) => extra),
    written: sum(({ written }) => written),
    whole: sum(({ whole }) => whole),
    parts: sum(({ parts }) => parts),
    broken: sums.flatMap(({ broken }) => broken),
    proseParts: pairs.flatMap(([{ body }], i) =>
      body
        .filter((text) => wordsOf(text).length > 4)
        .map((text) => ({ text, isWhole: !sums[i]?.broken.includes(text) })),
    ),
    documents,
  }
}

function compare(
  expected: ReturnType<typeof fixturesIn>[number]['documents'][number],
  document: ImportedDocument | undefined,
) {
  const blocks = blocksOf(document?.markdown ?? '')
  const written = blocks.flatMap(wordsOf)
  const body = expected.body.flatMap(wordsOf)
  const left = count(written)
  const kept = take(left, body)
  const { title = '', author = '', date = '' } = document ?? {}
  const [year = '', month = '', day = ''] = date.split('-')
  const named = ['en', 'de'].map((locale) =>
    new Date(date || 0).toLocaleDateString(locale, { month: 'long', timeZone: 'UTC' }),
  )
  take(left, [title, author, year, month, day, String(Number(day)), ...named, 'by', 'published', 'on'].flatMap(wordsOf))
  const wholes = new Set(blocks.map((block) => wordsOf(block).join(' ')))
  const broken = expected.body.filter((part) => !wholes.has(wordsOf(part).join(' ')))
  const extra = [...left.values()].reduce((sum, each) => sum + each, 0)
  return {
    kept,
    words: body.length,
    extra,
    written: written.length,
    whole: expected.body.length - broken.length,
    parts: expected.body.length,
    broken,
  }
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** Takes words out of the counts; how many were there. */
function take(left: Map<string, number>, words: readonly string[]): number {
  let taken = 0
  for (const word of words) {
    const there = left.get(word) ?? 0
    if (there === 0) continue
    left.set(word, there - 1)
    taken++
  }
  return taken
}

/** With their hyphens: a word that was joined wrongly is another. */
function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll('’', "'")
      .match(/[\p{L}\p{Nd}]+(?:[-'][\p{L}\p{Nd}]+)*/gu)
      ?.map((word) => word.toLowerCase()) ?? []
  )
}

/** What a reader sees of each paragraph, heading, item and cell. */
export function blocksOf(markdown: string): string[] {
  const read = (node: Nodes): string[] => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [textOf(node)]
    if (node.type === 'code') return [node.value]
    return 'children' in node ? node.children.flatMap(read) : []
  }
  return read(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }))
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
