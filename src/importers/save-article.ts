// Writes an imported document as an article, or as the next version of one.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAGE_MARK } from '../corpus/text/page-marks.ts'
import { composeFile, type ImportedFile, type Provenance } from './article-file.ts'
import type { ImportedDocument } from './document.ts'
import { refused } from './refused-import.ts'
import { writeWhole } from './write-file.ts'

/** What came of a document. */
export interface AddedArticle {
  readonly outcome: 'added' | 'updated' | 'unchanged'
  /** Relative to the folder of articles. */
  readonly path: string
  /** The document's own address. */
  readonly url?: string
  /** What differs from the version before, when it was updated. */
  readonly differences: readonly string[]
  readonly warnings: readonly string[]
}

interface Saving {
  /** The folder of articles, and where in it a new file goes. */
  readonly corpus: string
  readonly to: string
  readonly name: string
  readonly provenance: Provenance
  readonly known: readonly ImportedFile[]
  /** Known again by its address; files are by their name. */
  readonly isPage: boolean
  readonly takeRoom?: TakeRoom
}

/**
 * Called with the bytes by which a folder is about to grow.
 * @throws NoRoom when there is less left
 */
export type TakeRoom = (growth: number) => void

export class NoRoom extends Error {
  override readonly name = 'NoRoom'
}

/**
 * It is not read as an article here, which takes as long as its conversion: the index reads it anyway.
 * @throws RefusedImport when there is no text in it; NoRoom
 */
export async function saveArticle(
  document: ImportedDocument,
  { corpus, to, name, provenance, known, isPage, takeRoom }: Saving,
): Promise<AddedArticle> {
  const slug = slugOf(name)
  if (!/[\p{L}\p{N}]/u.test(document.markdown.replace(PAGE_MARK, ''))) throw refused('noText', {})
  const before = known.find((file) => {
    if (!isPage) return file.path === join(to, `${slug}.md`)
    return provenance.source === undefined ? file.url === document.url : file.source === provenance.source
  })
  const path = before?.path ?? freePath(corpus, to, slug)
  const file = join(corpus, path)
  const text = await composeFile(document, provenance, new Date().toISOString().slice(0, 10))
  const old = before && readFileSync(file, 'utf8')
  const differences = old === undefined ? [] : differencesOf(old, text)
  const { url, warnings } = document
  const article = { path, ...(url !== undefined && { url }), differences, warnings }
  if (old !== undefined && differences.length === 0) return { ...article, outcome: 'unchanged' }
  takeRoom?.(Buffer.byteLength(text) - Buffer.byteLength(old ?? ''))
  writeWhole(file, text)
  return { ...article, outcome: before ? 'updated' : 'added' }
}

/** An article that stays as it is. */
export function unchanged(path: string): AddedArticle {
  return { outcome: 'unchanged', path, differences: [], warnings: [] }
}

/** UTF-8 bytes of a file's name without its extension; file systems allow 255 for the name of a file while it is written. */
const LONGEST_NAME = 200
/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u

/** A name that is an id to type, and safe as a file's: letters and digits with hyphens. */
export function slugOf(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['document']
  let slug = ''
  for (const letter of words.join('-').slice(0, 80))
    if (Buffer.byteLength(slug + letter) <= LONGEST_NAME) slug += letter
  slug = slug.replace(/-$/u, '')
  return DEVICE.test(slug) ? `${slug}-document` : slug
}

/** A path in a folder that no file has. */
export function freePath(corpus: string, to: string, slug: string, extension = '.md'): string {
  for (let i = 1; ; i++) {
    const path = join(to, `${slug}${i === 1 ? '' : `-${i}`}${extension}`)
    if (!existsSync(join(corpus, path))) return path
  }
}

/** What differs between two versions of a file, the day of import and the hash aside. */
function differencesOf(old: string, text: string): string[] {
  const [before, after] = [old, text].map(partsOf)
  if (!before || !after) return []
  const keys = [...new Set([...before.values.keys(), ...after.values.keys()])]
  const values = keys.filter((key) => before.values.get(key) !== after.values.get(key))
  const gone = before.blocks.filter((block) => !after.known.has(block)).length
  const come = after.blocks.filter((block) => !before.known.has(block)).length
  const paragraphs = (count: number) => (count === 1 ? 'paragraph' : 'paragraphs')
  return [
    ...values,
    ...(come > 0 ? [`${come} new ${paragraphs(come)}`] : []),
    ...(gone > 0 ? [`${gone} ${paragraphs(gone)} gone`] : []),
  ]
}

function partsOf(file: string): { values: Map<string, string>; blocks: string[]; known: ReadonlySet<string> } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(file) ?? []
  const lines = yaml.split('\n').filter((line) => !/^(?:imported|source_sha256|source|etag|last_modified):/u.test(line))
  const blocks = body.trim().split('\n\n')
  return {
    values: new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line])),
    blocks,
    known: new Set(blocks),
  }
}
