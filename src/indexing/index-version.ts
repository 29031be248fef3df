// One version of the indexed corpus, the files that it was read from, and what changed since the version before.
import * as v from 'valibot'
import type { Problem } from '../corpus/article.ts'
import type { PackedArticles } from '../corpus/packed.ts'
import type { IndexArrays } from '../search/search-index.ts'

/** The corpus as it was read at one time. Its arrays are in shared memory, so that threads hand it over without a copy. */
export interface IndexVersion {
  readonly packed: PackedArticles
  readonly index: IndexArrays
  /** The files that it was read from: `FileState[]` as JSON in UTF-8. */
  readonly files: Uint8Array
}

/** A file when it was read: its stamp, its article's id and position if it has one, and what is wrong with it. */
export interface FileState {
  readonly path: string
  readonly stamp: string
  readonly id: string
  readonly article?: number | undefined
  readonly problems: readonly Problem[]
}

const Files = v.array(
  v.object({
    path: v.string(),
    stamp: v.string(),
    id: v.string(),
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

export function problemsOf(version: IndexVersion): Problem[] {
  return readFileStates(version).flatMap(({ problems }) => problems)
}

/** How many refused files are named at start-up. */
const MOST_NAMED = 5

/** What is wrong with the files, in a few lines: the first refused ones by name, all warnings as a count. */
export function summaryLines(problems: readonly Problem[]): string[] {
  const refused = problems.filter(({ level }) => level === 'refused')
  const warnings = problems.filter(({ level }) => level === 'warning')
  const lines = refused.slice(0, MOST_NAMED).map(problemLine)
  const more = refused.length - lines.length
  if (more > 0) lines.push(`${counted(more, 'more file')} refused; run verbatim check`)
  if (warnings.length > 0) {
    const files = new Set(warnings.map(({ file }) => file)).size
    lines.push(`${counted(warnings.length, 'warning')} in ${counted(files, 'file')}; run verbatim check`)
  }
  return lines
}

/** `1 file`, `2,700 files`. */
export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${what}${count === 1 ? '' : 's'}`
}

export function problemLine({ level, file, message }: Problem): string {
  return `${level}: ${file}: ${message}`
}

/** A number of articles, and of sentences in them. */
export interface Extent {
  articles: number
  sentences: number
}

/** What differs from the version before. */
export interface Changes {
  readonly added: Extent
  readonly changed: Extent
  readonly removed: Extent
  /** Problems that the version before did not have. */
  readonly problems: readonly Problem[]
}

/** Whether no article differs. */
export function isUnchanged({ added, changed, removed }: Changes): boolean {
  return added.articles + changed.articles + removed.articles === 0
}
