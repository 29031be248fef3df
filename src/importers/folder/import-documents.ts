// Converts the documents that lie in a corpus folder, so that its reader finds their Markdown.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { extname, join } from 'node:path'
import PQueue from 'p-queue'
import {
  type ConversionRecord,
  conversionFiles,
  readConversionRecord,
  serializeConversionRecord,
} from '../../corpus/files/conversions.ts'
import type { CorpusDocument, CorpusFile } from '../../corpus/files/list-files.ts'
import { readBytes } from '../../corpus/read-corpus.ts'
import { messageOf } from '../../errors.ts'
import { composeFile, sha256Of } from '../article-file.ts'
import { conversionsAtOnce, runConversion } from '../conversion/run-conversion.ts'
import { detectFormat } from '../document.ts'
import { refused } from '../refused-import.ts'
import { writeWhole } from '../write-file.ts'

export interface ImportOptions {
  /** The folder of conversions. */
  readonly imported: string
  /** Something that the owner should know, in a line. */
  readonly onWarning: (line: string) => void
  /** Called after each document with the number of documents done and of all documents. */
  readonly onProgress?: (done: number, total: number) => void
}

/** Converts documents, a few at a time, each once. */
export class DocumentImporter {
  readonly #options: ImportOptions
  readonly #queue = new PQueue({ concurrency: conversionsAtOnce })
  /** Documents that wait or are being converted, by their paths. */
  readonly #busy = new Map<string, Promise<void>>()
  #done = 0

  constructor(options: ImportOptions) {
    this.#options = options
  }

  /**
   * Keeps what came of each document beside its Markdown: one that is refused is not tried again until it changes.
   * Afterwards, conversions of documents that are gone are removed. A folder that cannot be written is a warning.
   * @returns whether it could be written
   */
  async import(files: readonly CorpusFile[]): Promise<boolean> {
    const { imported, onProgress, onWarning } = this.#options
    const add = (file: CorpusFile, document: CorpusDocument, known: readonly KnownRecord[]): Promise<void> => {
      const work = async () => {
        try {
          await importOne(file, document, imported, known)
        } finally {
          this.#busy.delete(document.path)
        }
        onProgress?.(++this.#done, this.#done + this.#busy.size)
      }
      const converted = this.#queue.add(work)
      this.#busy.set(document.path, converted)
      return converted
    }
    try {
      const known = recordsIn(imported)
      await Promise.all(
        files.map(({ document, ...file }) => document && (this.#busy.get(document.path) ?? add(file, document, known))),
      )
      removeOrphans(imported)
      return true
    } catch (error) {
      onWarning(`warning: documents cannot be imported to ${imported} (${messageOf(error)})`)
      return false
    }
  }

  /** Drops the documents that wait. */
  close(): void {
    this.#queue.clear()
  }
}

interface KnownRecord {
  readonly file: string
  readonly record: ConversionRecord
}

function recordsIn(imported: string): KnownRecord[] {
  const names = existsSync(imported) ? readdirSync(imported).filter((name) => extname(name) === '.json') : []
  return names.flatMap((name) => {
    const file = join(imported, name)
    const record = readConversionRecord(file)
    return record ? [{ file, record }] : []
  })
}

async function importOne(
  file: CorpusFile,
  { path, stamp }: CorpusDocument,
  imported: string,
  known: readonly KnownRecord[],
): Promise<void> {
  const files = conversionFiles(imported, path)
  const { sha256, result, text } = await convertFile(file, imported, known)
  if (text === undefined) rmSync(files.markdown, { force: true })
  else writeWhole(files.markdown, text)
  writeWhole(files.record, serializeConversionRecord({ document: path, stamp, sha256, result }))
}

interface Converted extends Pick<ConversionRecord, 'sha256' | 'result'> {
  /** Absent when it was refused. */
  readonly text?: string
}

async function convertFile(file: CorpusFile, imported: string, known: readonly KnownRecord[]): Promise<Converted> {
  let sha256 = ''
  try {
    const bytes = readBytes(file)
    sha256 = sha256Of(bytes)
    // Touched, copied or moved: its conversion is still right.
    const same = known.find(({ record }) => record.sha256 === sha256)?.record
    if (same?.result.kind === 'refused') return { sha256, result: same.result }
    const text = same && readIfThere(conversionFiles(imported, same.document).markdown)
    if (same && text !== undefined) return { sha256, result: same.result, text }
    return { sha256, ...(await convertBytes(bytes, file.path, sha256)) }
  } catch (error) {
    return { sha256, result: { kind: 'refused', message: messageOf(error) } }
  }
}

async function convertBytes(bytes: Buffer, path: string, sha256: string): Promise<Omit<Converted, 'sha256'>> {
  const format = detectFormat(bytes, extname(path).toLowerCase())
  if (format === undefined || format === 'feed') throw refused('misnamed', { extension: extname(path) })
  const [document] = await runConversion({ bytes, format })
  if (!document) throw refused('noText', {})
  const text = await composeFile(document, { sha256 }, new Date().toISOString().slice(0, 10))
  return { result: { kind: 'converted', warnings: [...document.warnings] }, text }
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function removeOrphans(imported: string): void {
  for (const { file, record } of recordsIn(imported)) {
    if (existsSync(record.document)) continue
    rmSync(file, { force: true })
    rmSync(conversionFiles(imported, record.document).markdown, { force: true })
  }
}
