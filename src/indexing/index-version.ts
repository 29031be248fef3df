import * as v from 'valibot'
import type { Problem } from '../corpus/article.ts'
import type { PackedArticles } from '../corpus/packed.ts'
import type { IndexArrays } from '../search/search-index.ts'

/** The corpus as it was read at one time, whole. Its arrays are in memory that threads share, so that handing it over is free. */
export interface IndexVersion {
  readonly packed: PackedArticles
  readonly index: IndexArrays
  /** The files that it was read from: JSON in UTF-8, `FileState[]`. */
  readonly files: Uint8Array
}

/** A file as it was read: what its `stamp` was, the place of its article if it has one, and what its owner should know. */
export interface FileState {
  readonly path: string
  readonly stamp: string
  readonly article?: number | undefined
  readonly problems: readonly Problem[]
}

const Files = v.array(
  v.object({
    path: v.string(),
    stamp: v.string(),
    article: v.optional(v.number()),
    problems: v.array(v.object({ level: v.picklist(['refused', 'warning']), file: v.string(), message: v.string() })),
  }),
)

export function readFileStates({ files }: IndexVersion): FileState[] {
  return v.parse(Files, JSON.parse(Buffer.from(files.buffer, files.byteOffset, files.byteLength).toString()))
}

export function writeFileStates(states: readonly FileState[]): Uint8Array {
  const bytes = Buffer.from(JSON.stringify(states))
  const files = new Uint8Array(new SharedArrayBuffer(bytes.length))
  files.set(bytes)
  return files
}

/** What the owner should know of the files, a line for each. */
export function problemsOf(edition: IndexVersion): string[] {
  return readFileStates(edition).flatMap(({ problems }) => problems.map(problemLine))
}

export function problemLine({ level, file, message }: Problem): string {
  return `${level}: ${file}: ${message}`
}

/** How many articles, and sentences in them. */
export interface Extent {
  articles: number
  sentences: number
}

/** What differs from one edition to the next. */
export interface Changes {
  readonly added: Extent
  readonly changed: Extent
  readonly removed: Extent
  /** What is wrong with files that were not known to be so. */
  readonly problems: readonly Problem[]
}

/** Whether nothing differs that a reader could notice. */
export function isUnchanged({ added, changed, removed }: Changes): boolean {
  return added.articles + changed.articles + removed.articles === 0
}
