import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { messageOf, UserError } from '../errors.ts'
import type { Corpus, ParsedArticle, Problem } from './article.ts'
import { decode } from './decode.ts'
import { extensions, readArticle } from './read-article.ts'
import { loadSplitter, type SplitSentences } from './sentences.ts'

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 50_000_000

/** A file of the folder. */
export interface CorpusFile {
  /** Relative to the folder. */
  readonly path: string
  /** Differs as soon as the file's content may. */
  readonly stamp: string
}

/** What a file came to; `known` and `kept`: what was known of it before still holds, or has to, for it can no more be read. */
export type FileReading = CorpusFile &
  (
    | { readonly kind: 'read'; readonly article: ParsedArticle; readonly problems: readonly Problem[] }
    | { readonly kind: 'known' }
    | { readonly kind: 'kept' | 'refused'; readonly problems: readonly Problem[] }
  )

/** What is known of a file from before: its article's id, and whether the file is still the same. */
export interface KnownFile {
  readonly id: string
  readonly isSame: boolean
}

/**
 * Reads every file in a folder and the folders in it, names with a leading dot aside, in the order of their paths. A
 * file that cannot be an article is a problem, and keeps no other from answering.
 * @throws UserError when there is no such folder, or it cannot be read
 */
export async function readCorpus(folder: string, load = loadSplitter): Promise<Corpus> {
  const articles: ParsedArticle[] = []
  const { split, problems } = openSplitter(folder, load)
  for await (const reading of readFiles(folder, split)) {
    if (reading.kind === 'read') articles.push(reading.article)
    if (reading.kind !== 'known') problems.push(...reading.problems)
  }
  return { articles, problems }
}

/** What splits sentences on this machine, and what its owner should know of it. */
export function openSplitter(folder: string, load = loadSplitter): { split: SplitSentences; problems: Problem[] } {
  const { split, native } = load()
  const message = `sentencex has no build for ${process.platform} ${process.arch}; Node splits the sentences instead, a little less well`
  return { split, problems: native ? [] : [{ level: 'warning', file: folder, message }] }
}

/**
 * Reads the files of a folder one by one; not those that are known and still the same.
 * @throws UserError when there is no such folder, or it cannot be read
 */
export async function* readFiles(
  folder: string,
  split: SplitSentences,
  knownOf: (file: CorpusFile) => KnownFile | undefined = () => undefined,
): AsyncGenerator<FileReading> {
  const root = openFolder(folder)
  const owners = new Map<string, string>()
  const claim = (id: string, path: string): void => {
    const owner = owners.get(spelling(id))
    if (owner !== undefined) throw new Error(`${owner} has the same name before its extension; rename one of them`)
    owners.set(spelling(id), fileName(path))
  }
  for (const file of listFiles(folder)) {
    const path = join(folder, file.path)
    const known = knownOf(file)
    const problem = (level: Problem['level'], message: string): Problem => ({ level, file: file.path, message })
    try {
      if (known?.isSame) {
        claim(known.id, path)
        yield { ...file, kind: 'known' }
        continue
      }
      const { article, warnings } = await readArticle(fileName(path), readText(path, root), split)
      claim(article.id, path)
      yield { ...file, kind: 'read', article, problems: warnings.map((message) => problem('warning', message)) }
    } catch (error) {
      const message = messageOf(error)
      const isFree = known !== undefined && !owners.has(spelling(known.id))
      if (isFree) claim(known.id, path)
      yield isFree
        ? {
            ...file,
            kind: 'kept',
            problems: [problem('warning', `${message}; until then its last good version answers`)],
          }
        : { ...file, kind: 'refused', problems: [problem('refused', message)] }
    }
  }
}

/**
 * The files of a folder and the folders in it, in the order of their paths.
 * @throws UserError when there is no such folder, or it cannot be read
 */
export function listFiles(folder: string): CorpusFile[] {
  openFolder(folder)
  return filesIn(folder)
    .sort()
    .map((path) => ({ path, stamp: stampOf(join(folder, path)) }))
}

function stampOf(path: string): string {
  try {
    const { size, mtimeNs, ctimeNs, ino } = statSync(path, { bigint: true })
    return [size, mtimeNs, ctimeNs, ino].join(' ')
  } catch (error) {
    return codeOf(error)
  }
}

function openFolder(folder: string): string {
  try {
    const root = realpathSync(folder)
    readdirSync(root)
    return root
  } catch (error) {
    throw new UserError(`cannot read the folder ${folder} (${codeOf(error)})`, 'make it, or name another with --corpus')
  }
}

/** What stands in a folder and the folders in it, relative to it. A folder that cannot be read stands for its files. */
function filesIn(folder: string, within = ''): string[] {
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = within === '' ? entry.name : within + sep + entry.name
    if (entry.name.startsWith('.')) return []
    if (!entry.isDirectory()) return [path]
    try {
      return filesIn(folder, path)
    } catch {
      return [path]
    }
  })
}

/** @throws Error saying why the file is none, and what to do */
function readText(path: string, root: string): string {
  const real = attempt(() => realpathSync(path), 'it is a broken link; mend or remove it')
  const status = statSync(real)
  if (status.isDirectory())
    throw new Error('it is a link to a folder, or a folder that cannot be read; copy its files here, or let it be read')
  if (!extensions.includes(extname(path).toLowerCase()))
    throw new Error(`its format is not supported; these are: ${extensions.join(', ')}`)
  if (!real.startsWith(root + sep)) throw new Error('it links to a file outside the folder; copy the file here instead')
  if (!status.isFile()) throw new Error('it is a device or a pipe, not a file; take it out of the folder')
  if (status.size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE / 1e6} MB; split it`)
  return decode(attempt(() => readFileSync(real), 'it cannot be read; check its permissions'))
}

function attempt<T>(read: () => T, otherwise: string): T {
  try {
    return read()
  } catch (error) {
    throw new Error(`${otherwise} (${codeOf(error)})`)
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error)
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1)
}

/** Ids that differ in case or in how accents are composed are one to a reader, and to some file systems. */
function spelling(id: string): string {
  return id.normalize('NFC').toLowerCase()
}
