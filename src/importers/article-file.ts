// The Markdown file of an imported document: written, and recognised later.
import { createHash } from 'node:crypto'
import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { ImportedDocument } from './document.ts'

/** The text of a document's file. `sha256` is that of the source's bytes, `imported` a calendar day. */
export async function composeFile(
  document: ImportedDocument,
  { sha256, imported }: { readonly sha256: string; readonly imported: string },
): Promise<string> {
  const { stringify } = await import('yaml')
  const { title, date, author, url, language } = document
  const known = Object.entries({
    title: shortened(title),
    date,
    author: shortened(author),
    url,
    language: canonical(language),
    imported,
    source_sha256: sha256,
  })
  const values = Object.fromEntries(known.filter(([, value]) => value !== undefined && value !== ''))
  return `---\n${stringify(values, { lineWidth: 0 })}---\n\n${document.markdown.trim()}\n`
}

/** The reader ignores a front matter that is too long. */
const LONGEST_VALUE = 500

function shortened(value: string | undefined): string | undefined {
  return value?.replace(/\s+/gu, ' ').trim().slice(0, LONGEST_VALUE)
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
export interface ImportedFile {
  /** Relative to the folder of articles. */
  readonly path: string
  readonly sha256: string
  readonly url?: string
}

/** The imported files of a folder and the folders in it. */
export async function importedFiles(folder: string): Promise<ImportedFile[]> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.md') && !/(?:^|[\\/])\./u.test(name),
  )
  const files = await Promise.all(
    names.map(async (path) => ({ path, ...(await provenanceOf(readStart(join(folder, path)))) })),
  )
  return files.flatMap(({ path, sha256, url }) =>
    sha256 === undefined ? [] : [{ path, sha256, ...(url !== undefined && { url }) }],
  )
}

const Provenance = v.object({
  source_sha256: v.pipe(v.string(), v.hexadecimal(), v.length(64)),
  url: v.optional(v.string()),
})

async function provenanceOf(start: string): Promise<{ readonly sha256?: string; readonly url?: string | undefined }> {
  const [, yaml] = /^---\n([\s\S]*?)\n---\n/u.exec(start) ?? []
  if (yaml === undefined || !yaml.includes('source_sha256')) return {}
  const { parse } = await import('yaml')
  try {
    const parsed = v.safeParse(Provenance, parse(yaml))
    return parsed.success ? { sha256: parsed.output.source_sha256, url: parsed.output.url } : {}
  } catch {
    return {}
  }
}

/** Bytes in which a front matter that was written here ends. */
const START = 8_192

function readStart(path: string): string {
  const file = openSync(path, 'r')
  try {
    const start = Buffer.alloc(START)
    return start.toString('utf8', 0, readSync(file, start))
  } finally {
    closeSync(file)
  }
}
