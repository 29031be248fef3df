// PDF documents with a text layer.
import type { Nodes, PhrasingContent } from 'mdast'
import { getDocumentProxy } from 'unpdf'
import * as v from 'valibot'
import { pageMark } from '../../corpus/text/page-marks.ts'
import type { ImportedDocument } from '../document.ts'
import { refused } from '../refused-import.ts'
import { dayOf } from './day.ts'
import { blocksToMarkdown } from './html-to-markdown.ts'
import { dateNearTop } from './near-top.ts'
import { blocksOf, type PdfBlock } from './pdf/blocks.ts'
import { type Hyphenation, readHyphenation } from './pdf/hyphens.ts'
import { areAligned, type Line, linesOf, type TextItem } from './pdf/lines.ts'
import { withoutRunningHeads } from './pdf/running-heads.ts'

/** Longer documents are refused: nobody means a whole archive. */
const MOST_PAGES = 2_000

const text = v.optional(v.fallback(v.optional(v.pipe(v.string(), v.trim())), undefined))
const Info = v.object({ Title: text, Author: text, CreationDate: text, ModDate: text, Language: text })

/** @throws RefusedImport saying why it cannot be read */
export async function importPdf(bytes: Uint8Array): Promise<ImportedDocument> {
  const pdf = await open(bytes)
  if (pdf.numPages > MOST_PAGES) throw refused('tooManyPages', { most: MOST_PAGES })
  const pages: Line[][] = []
  let isMissingText = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const lines = linesOf(
      items.filter((item): item is typeof item & TextItem => 'str' in item),
      number,
    )
    if (lines.length === 0) isMissingText++
    pages.push(lines)
    page.cleanup()
  }
  if (isMissingText === pdf.numPages) throw refused('scannedPdf', {})
  const { info } = await pdf.getMetadata()
  const { Title, Author, CreationDate, ModDate, Language } = v.parse(Info, info)
  const blocks = blocksOf(withoutRunningHeads(pages))
  const hyphenation = readHyphenation(pages.flatMap((lines) => lines.map((line) => line.text)).join('\n'))
  const markdown = blocksToMarkdown(nodesOf(blocks, hyphenation))
  const title = isTitle(Title) ? Title : titleOf(blocks, hyphenation)
  const date =
    dateNearTop(markdown.replace(/^<!--.*-->$/gmu, ''), Language) ?? dayOf(CreationDate ?? '') ?? dayOf(ModDate ?? '')
  return {
    ...(title !== undefined && title !== '' && { title }),
    ...(date !== undefined && { date }),
    ...(Author !== undefined && Author !== '' && { author: Author }),
    ...(Language !== undefined && Language !== '' && { language: Language }),
    markdown,
    warnings: isMissingText > 0 ? [`${isMissingText} of ${pdf.numPages} pages have no text; they may be pictures`] : [],
  }
}

async function open(bytes: Uint8Array) {
  // Without it pdf.js inflates by itself: many short streams take a sixth less time than through web streams.
  Reflect.deleteProperty(globalThis, 'DecompressionStream')
  try {
    // pdf.js takes the memory that it is given.
    return await getDocumentProxy(new Uint8Array(bytes), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    })
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw refused(isLocked ? 'lockedPdf' : 'damagedPdf', {})
  }
}

/** Many programs write a file's name, or what a template said. */
function isTitle(title: string | undefined): title is string {
  return (
    title !== undefined &&
    title.length > 2 &&
    !/^(?:microsoft word|microsoft powerpoint|untitled|unbenannt|sans titre|slide 1|powerpoint presentation|document\d*$)|\.(?:docx?|pptx?|tex|dvi|indd|qxd|odt|rtf|pdf|html?)$/iu.test(
      title,
    )
  )
}

/** The largest heading on the first page with one. */
function titleOf(blocks: readonly PdfBlock[], hyphenation: Hyphenation): string | undefined {
  const headings = blocks.filter((block) => block.kind === 'heading')
  const first = headings[0]?.lines[0]?.page
  const [largest] = headings.filter(({ lines }) => lines[0]?.page === first).sort((a, b) => a.level - b.level)
  return largest && joinLines(largest.lines, hyphenation)
}

/**
 * The blocks as Markdown's nodes. A comment such as `<!-- page 12 -->` stands wherever a page begins, within a paragraph
 * too: citations read it.
 */
function nodesOf(blocks: readonly PdfBlock[], hyphenation: Hyphenation): Nodes[] {
  // The first page is marked as well: by it an article is known to have pages.
  const nodes: Nodes[] = [{ type: 'html', value: pageMark(1) }]
  let page = 1
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]
    if (!block) continue
    const first = block.lines[0]?.page ?? page
    if (first !== page) nodes.push({ type: 'html', value: pageMark(first) })
    const rows = tableAt(blocks, i)
    if (rows.length > 1) {
      nodes.push(tableOf(rows))
      i += rows.length - 1
      page = rows.at(-1)?.page ?? first
      continue
    }
    page = block.lines.at(-1)?.page ?? first
    const children = phrasing(block.lines, hyphenation)
    const before = nodes.at(-1)
    if (block.kind === 'heading') nodes.push({ type: 'heading', depth: depthOf(block.level), children })
    else if (block.kind !== 'item') nodes.push({ type: 'paragraph', children })
    else {
      const start = Number.parseInt(block.marker.replace('(', ''), 10)
      const isOrdered = !Number.isNaN(start)
      const item = { type: 'listItem' as const, spread: false, children: [{ type: 'paragraph' as const, children }] }
      if (before?.type === 'list' && before.ordered === isOrdered) before.children.push(item)
      else
        nodes.push({ type: 'list', ordered: isOrdered, spread: false, ...(isOrdered && { start }), children: [item] })
    }
  }
  return nodes
}

function depthOf(level: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return ([1, 2, 3, 4, 5, 6] as const).find((depth) => depth === level) ?? 6
}

function phrasing(lines: readonly Line[], hyphenation: Hyphenation): PhrasingContent[] {
  const next = lines.findIndex(({ page }) => page !== lines[0]?.page)
  const line = lines[next]
  if (!line) return [{ type: 'text', value: joinLines(lines, hyphenation) }]
  const joined = hyphenation.join(joinLines(lines.slice(0, next), hyphenation), line.text)
  // The comment goes behind a word that is divided between two pages.
  const [divided = ''] = joined.endsWith(' ') ? [] : line.text.split(' ')
  const rest = { ...line, text: ` ${line.text.slice(divided.length).trim()}` }
  return [
    { type: 'text', value: `${joined.trimEnd()}${divided} ` },
    { type: 'html', value: pageMark(line.page) },
    ...phrasing([rest, ...lines.slice(next + 1)], hyphenation),
  ]
}

function joinLines(lines: readonly Line[], hyphenation: Hyphenation): string {
  return lines.reduce((joined, { text: line }) => (joined === '' ? line : hyphenation.join(joined, line) + line), '')
}

/** The rows of a table that begins with a block: at least two that are aligned, and none beside them that is not. */
function tableAt(blocks: readonly PdfBlock[], from: number): Line[] {
  const end = blocks.findIndex((block, i) => i >= from && block.kind !== 'row')
  const rows = blocks.slice(from, end < 0 ? undefined : end).flatMap(({ lines }) => lines)
  const isTable = rows.every((line, i) => i === 0 || areAligned(rows[i - 1] ?? line, line))
  return isTable && blocks[from - 1]?.kind !== 'row' ? rows : []
}

function tableOf(rows: readonly Line[]): Nodes {
  return {
    type: 'table',
    children: rows.map(({ segments }) => ({
      type: 'tableRow' as const,
      children: segments.map(({ text: value }) => ({
        type: 'tableCell' as const,
        children: [{ type: 'text' as const, value }],
      })),
    })),
  }
}
