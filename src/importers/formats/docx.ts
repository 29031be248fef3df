// Word documents (Office Open XML): through mammoth to HTML, and from there to Markdown.
import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import type { ImportedDocument } from '../document.ts'
import { refused } from '../refused-import.ts'
import { dayOf } from './day.ts'
import { decodeText } from './decode-text.ts'
import { htmlToMarkdown } from './html-to-markdown.ts'
import { dateNearTop, headingNearTop } from './near-top.ts'
import { checkNesting } from './nesting.ts'
import { xmlElements } from './xml.ts'
import { readZip } from './zip.ts'

/** The text, and what it needs to be understood; no pictures, macros, fonts or embedded files. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:document|document\d|styles|numbering|footnotes|endnotes|comments)\.xml|word\/_rels\/[^/]+\.rels)$/u

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Source Code'] => pre:fresh",
  'comment-reference => ',
]

/** @throws RefusedImport saying why it cannot be read */
export async function importDocx(bytes: Uint8Array): Promise<ImportedDocument> {
  const parts = readZip(bytes, (name) => PARTS.test(name))
  if (![...parts.keys()].some((name) => /^word\/document\d?\.xml$/u.test(name))) throw refused('noWordDocument', {})
  for (const part of parts.values()) checkNesting(decodeText(part), { xml: true })
  // mammoth gets the parts that were checked, and no others.
  const archive = zipSync(Object.fromEntries(parts), { level: 0 })
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(archive) },
    { styleMap: STYLES, externalFileAccess: false },
  )
  const markdown = htmlToMarkdown(withTableHeads(html))
  if (markdown.trim() === '') throw refused('onlyPictures', {})
  const core = coreProperties(parts.get('docProps/core.xml'))
  const title = core.title || headingNearTop(markdown)
  const language = core.language || undefined
  const date = dateNearTop(markdown, language) ?? dayOf(core.created ?? '') ?? dayOf(core.modified ?? '')
  return {
    ...(title && { title }),
    ...(date !== undefined && { date }),
    ...(core.creator && { author: core.creator }),
    ...(language && { language }),
    markdown,
    warnings: [],
  }
}

function coreProperties(xml: Uint8Array | undefined): Record<string, string | undefined> {
  if (!xml) return {}
  return Object.fromEntries(xmlElements(decodeText(xml)).map(({ name, text }) => [name, text]))
}

/** Word marks no header row in most tables; Markdown's tables have one. */
function withTableHeads(html: string): string {
  return html.replace(
    /<table><tr>([\s\S]*?)<\/tr>/gu,
    (_, cells: string) => `<table><thead><tr>${cells.replace(/<(\/?)td/gu, '<$1th')}</tr></thead>`,
  )
}
