// The Markdown file of an imported document: written, and recognised later.
import { createHash } from 'node:crypto'
import { open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import * as v from 'valibot'
import type { ImportedDocument } from './document.ts'
import { LONGEST_ADDRESS } from './limits.ts'
import { isOfServer } from './server-folders.ts'
import { type Validators, validatorsOf } from './web/validators.ts'

/** Where a file came from. */
export interface Provenance extends Validators {
  /** Of the source's bytes. */
  readonly sha256: string
  /** The address of a page that was fetched. */
  readonly source?: string
}

/** The text of a document's file. `imported` is a calendar day. */
export async function composeFile(
  document: ImportedDocument,
  { sha256, source, etag, lastModified }: Provenance,
  imported: string,
): Promise<string> {
  const { stringify } = await import('yaml')
  const { title, date, author, url, language } = document
  const known = Object.entries({
    title: shortened(title),
    date,
    author: shortened(author),
    url: url !== undefined && url.length > LONGEST_ADDRESS ? undefined : url,
    language: canonical(language),
    imported,
    source_sha256: sha256,
    source,
    etag,
    last_modified: lastModified,
  })
  const values = Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''))
  return `---\n${stringify(values, { lineWidth: 0 })}---\n\n${document.markdown.trim()}\n`
}

/** The reader ignores a front matter that is too long. */
const LONGEST_VALUE = 500

/** Without what would control a terminal or the direction of writing. */
function shortened(value: string | undefined): string | undefined {
  return value
    ?.replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_VALUE)
}

function canonical(language: string | undefined): string | undefined {
  try {
    return language === undefined ? undefined : Intl.getCanonicalLocales(language.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A file that was imported. */
export interface ImportedFile extends Provenance {
  /** Relative to the folder of articles. */
  readonly path: string
  /** The document's own address. */
  readonly url?: string
}

/** Files that are open at the same time. */
const FILES_AT_ONCE = 32

/** The imported files of a folder and the folders in it, without those of servers. */
export async function importedFiles(folder: string): Promise<ImportedFile[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = all
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .filter((name) => name.endsWith('.md') && !/(?:^|[\\/])\./u.test(name) && !isOfServer(name))
  const files: ImportedFile[] = []
  for (let i = 0; i < names.length; i += FILES_AT_ONCE) {
    const read = names.slice(i, i + FILES_AT_ONCE).map((path) => readProvenance(folder, path))
    files.push(...(await Promise.all(read)).flatMap((file) => file ?? []))
  }
  return files
}

const optionalText = v.exactOptional(v.string())
/** What HTTP allows in a header: somebody may have edited the file. */
const headerText = v.exactOptional(v.pipe(v.string(), v.regex(/^[\t\x20-\x7e\x80-\xff]*$/u)))
const FrontMatter = v.object({
  source_sha256: v.pipe(v.string(), v.hexadecimal(), v.length(64)),
  url: optionalText,
  source: optionalText,
  etag: headerText,
  last_modified: headerText,
})

async function readProvenance(folder: string, path: string): Promise<ImportedFile | undefined> {
  const [, yaml] = /^---\n([\s\S]*?)\n---\n/u.exec(await readStart(join(folder, path)).catch(() => '')) ?? []
  if (yaml === undefined || !yaml.includes('source_sha256')) return undefined
  const { parse } = await import('yaml')
  try {
    const parsed = v.safeParse(FrontMatter, parse(yaml))
    if (!parsed.success) return undefined
    const { source_sha256: sha256, etag, last_modified: lastModified, ...rest } = parsed.output
    return { path, sha256, ...rest, ...validatorsOf({ etag, lastModified }) }
  } catch {
    // Somebody edited it; the reader says what is wrong with it.
    return undefined
  }
}

/** Bytes in which a front matter that was written here ends. */
const START = 8_192

async function readStart(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(START))
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}
