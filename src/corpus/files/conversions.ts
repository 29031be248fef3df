// Where the Markdown of the documents is kept that lie in a corpus folder, and what came of each conversion.
import { readFileSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import * as v from 'valibot'
import { shortHash } from '../../short-hash.ts'

/** The extensions of the documents that are read by way of a conversion, lower case. */
export const documentExtensions: readonly string[] = ['.html', '.htm', '.xhtml', '.pdf', '.docx', '.epub']

export function isDocument(path: string): boolean {
  return documentExtensions.includes(extname(path).toLowerCase())
}

/** The folder of conversions: beside the cache. */
export function importedFolder(cache: string): string {
  return join(dirname(resolve(cache)), '.imported')
}

/** Conversions that other versions of the importers made are made again. */
const CONVERTER = 2

const ConversionRecord = v.object({
  converter: v.literal(CONVERTER),
  /** Absolute path of the document. */
  document: v.string(),
  /** Of the document when it was converted: size and time of change, as `documentStamp` gives them. */
  stamp: v.string(),
  /** Of the document's bytes. */
  sha256: v.string(),
  result: v.variant('kind', [
    v.object({ kind: v.literal('converted'), warnings: v.array(v.string()) }),
    v.object({ kind: v.literal('refused'), message: v.string() }),
  ]),
})
type StoredRecord = v.InferOutput<typeof ConversionRecord>

/** What came of the conversion of a document, kept in a file of its own so that it is not tried again. */
export type ConversionRecord = Omit<StoredRecord, 'converter'>

/** The files of a document's conversion. */
export interface ConversionFiles {
  readonly markdown: string
  readonly record: string
}

/** @param document absolute path */
export function conversionFiles(folder: string, document: string): ConversionFiles {
  const hash = shortHash(document, 12, 'hex')
  // File systems allow 255 bytes.
  const name = `${basename(document).slice(0, 60)}-${hash}`
  return { markdown: join(folder, `${name}.md`), record: join(folder, `${name}.json`) }
}

/** `undefined` when there is none that this version of the importers wrote. */
export function readConversionRecord(file: string): ConversionRecord | undefined {
  try {
    const { converter: _, ...record } = v.parse(ConversionRecord, JSON.parse(readFileSync(file, 'utf8')))
    return record
  } catch {
    return undefined
  }
}

export function serializeConversionRecord(record: ConversionRecord): string {
  return `${JSON.stringify({ converter: CONVERTER, ...record } satisfies StoredRecord, null, 2)}\n`
}
