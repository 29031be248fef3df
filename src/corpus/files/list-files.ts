// Lists the files of all corpus folders, with the id that each article gets and a stamp of its content.
import { statSync } from 'node:fs'
import { basename, extname, join, resolve, sep } from 'node:path'
import { messageOf } from '../../errors.ts'
import { shortHash } from '../../short-hash.ts'
import type { Problem } from '../article.ts'
import { type ConversionRecord, conversionFiles, isDocument, readConversionRecord } from './conversions.ts'
import type { FolderSettings } from './folder-settings.ts'
import { realFolder, walkFolder } from './walk-folder.ts'

/** A file of the corpus. */
export interface CorpusFile {
  /** What people see: relative to its folder, with `/`; begins with the folder's name where there are several folders. */
  readonly path: string
  /** The id of its article: the path without extension, or with it where another file has that id. */
  readonly id: string
  /** Differs whenever the file's content, or the settings that apply to it, may. */
  readonly stamp: string
  readonly location: string
  /** Real path of the folder that it has to be in. */
  readonly root: string
  /** Name of the folder that it is in. */
  readonly folderName: string
  /** The id of the only server that may read it. */
  readonly server?: string
  readonly settings: FolderSettings
  /** Of a document that is read by way of a conversion. */
  readonly document?: CorpusDocument
}

/** A document and its conversion, which may be of an earlier version of it. */
export interface CorpusDocument {
  /** Absolute path, by which its conversion is found. */
  readonly path: string
  /** Size and time of change. */
  readonly stamp: string
  /** Absent before the first conversion. */
  readonly result?: ConversionRecord['result']
  /** The file of the conversion. */
  readonly markdown: string
  /** Whether it still has to be converted. */
  readonly isPending: boolean
}

/**
 * Lists the files of some folders, in the order of the folders and their paths.
 * @param imported folder of conversions; without it, documents are files of an unknown format
 * @throws UserError when a folder cannot be read
 */
export async function listFiles(
  folders: readonly string[],
  imported?: string,
): Promise<{ files: readonly CorpusFile[]; problems: readonly Problem[] }> {
  const roots = distinctRoots(folders)
  const prefixes = prefixesOf(roots.map(({ root }) => root))
  const listed: Omit<CorpusFile, 'id'>[] = []
  const problems: Problem[] = []
  for (const [i, { folder, root }] of roots.entries()) {
    const prefix = prefixes[i] ?? ''
    const walk = await walkFolder(folder)
    problems.push(...walk.problems.map((problem) => ({ ...problem, file: prefix + problem.file })))
    for (const { path, settings } of walk.files) {
      const location = join(folder, path)
      const document =
        imported !== undefined && isDocument(path) ? documentAt(join(root, path), location, imported) : undefined
      const server = serverOf(path)
      if (server === undefined && /^servers\//iu.test(path))
        problems.push({ level: 'warning', file: prefix + path, message: NO_SERVER })
      listed.push({
        path: prefix + path,
        stamp: `${document ? contentStamp(document) : stampOf(location)} ${hashOf(settings)}`,
        location,
        root,
        folderName: basename(join(root, path, '..')),
        ...(server !== undefined && { server }),
        settings,
        ...(document && { document }),
      })
    }
  }
  return { files: withIds(listed), problems }
}

const NO_SERVER =
  'every server may read it, as it is below servers/ but in no folder named by a server id (17 to 20 digits); move it'

/**
 * The server that alone may read a file: `servers/<id>/…` below the corpus folder. Case is ignored, so that `Servers` is
 * not shared with everybody.
 */
function serverOf(path: string): string | undefined {
  return /^servers\/(\d{17,20})\//iu.exec(path)?.[1]
}

/** The folders by real path, each once, without those inside another. */
function distinctRoots(folders: readonly string[]): { folder: string; root: string }[] {
  const all = folders.map((folder) => ({ folder, root: realFolder(folder) }))
  return all.filter(
    ({ root }, i) =>
      all.findIndex((other) => other.root === root) === i && !all.some((other) => isBelow(root, other.root)),
  )
}

function isBelow(path: string, folder: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

/** As many of the last names of each folder's path as tell it from the others; nothing for a single folder. */
function prefixesOf(roots: readonly string[]): string[] {
  if (roots.length < 2) return roots.map(() => '')
  const names = roots.map((root) => resolve(root).split(sep).filter(Boolean))
  const longest = Math.max(...names.map(({ length }) => length))
  for (let count = 1; count <= longest; count++) {
    const prefixes = names.map((parts) => `${parts.slice(-count).join('/')}/`)
    if (new Set(prefixes).size === roots.length) return prefixes
  }
  return names.map((parts) => `${parts.join('/')}/`)
}

/** An article that somebody wrote keeps its id when a document of the same name is put beside it. */
function withIds(files: readonly Omit<CorpusFile, 'id'>[]): CorpusFile[] {
  const taken = new Set<string>()
  const idOf = ({ path }: Omit<CorpusFile, 'id'>): string => {
    const short = path.slice(0, path.length - extname(path).length)
    const id = taken.has(caseFolded(short)) ? path : short
    taken.add(caseFolded(id))
    return id
  }
  const written = new Map(files.filter(({ document }) => !document).map((file) => [file, idOf(file)]))
  return files.map((file) => ({ ...file, id: written.get(file) ?? idOf(file) }))
}

function documentAt(path: string, location: string, imported: string): CorpusDocument {
  const { markdown, record } = conversionFiles(imported, path)
  const stamp = documentStamp(location)
  const known = readConversionRecord(record)
  return { path, stamp, markdown, isPending: known?.stamp !== stamp, ...(known && { result: known.result }) }
}

/** Survives a copy that keeps the time of change, unlike `stampOf`: a conversion takes seconds. */
function documentStamp(location: string): string {
  try {
    const { size, mtimeMs } = statSync(location)
    return `${size} ${Math.floor(mtimeMs)}`
  } catch (error) {
    return codeOf(error)
  }
}

/** What is read is the conversion. */
function contentStamp({ result, markdown }: CorpusDocument): string {
  if (!result) return 'waiting'
  return result.kind === 'converted' ? `${stampOf(markdown)} ${result.warnings.join()}` : result.message
}

/** Ids that differ in case, or in how accents are composed, look the same to people and to some file systems. */
function caseFolded(id: string): string {
  return id.normalize('NFC').toLowerCase()
}

function stampOf(path: string): string {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
    return [size, mtimeNs, ctimeNs, ino].join(' ')
  } catch (error) {
    return codeOf(error)
  }
}

const hashes = new WeakMap<FolderSettings, string>()

function hashOf(settings: FolderSettings): string {
  const hash = hashes.get(settings) ?? shortHash(JSON.stringify(settings), 8, 'hex')
  hashes.set(settings, hash)
  return hash
}

/** The error's code, such as `ENOENT`, or else its message. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error)
}
