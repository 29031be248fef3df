import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { messageOf, UserError } from '../errors.ts'
import type { Article, Corpus, Problem } from './article.ts'
import { decode } from './decode.ts'
import { extensions, readArticle } from './read-article.ts'
import { loadSplitter } from './sentences.ts'

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 50_000_000

/**
 * Reads every file in a folder and the folders in it, names with a leading dot aside, in the order of their paths. A
 * file that cannot be an article is a problem, and keeps no other from answering.
 * @throws UserError when there is no such folder, or it cannot be read
 */
export async function readCorpus(folder: string, load = loadSplitter): Promise<Corpus> {
  const root = openFolder(folder)
  const { split, native } = load()
  const articles = new Map<string, Article>()
  const problems: Problem[] = []
  if (!native) {
    const message = `sentencex has no build for ${process.platform} ${process.arch}; Node splits the sentences instead, a little less well`
    problems.push({ level: 'warning', file: folder, message })
  }
  for (const path of filesIn(folder).sort()) {
    const file = relative(folder, path)
    try {
      const { article, warnings } = await readArticle(fileName(path), readText(path, root), split)
      const same = articles.get(spelling(article.id))
      if (same) throw new Error(`${same.file} has the same name before its extension; rename one of them`)
      articles.set(spelling(article.id), article)
      problems.push(...warnings.map((message): Problem => ({ level: 'warning', file, message })))
    } catch (error) {
      // The Markdown parser and the walk of its tree call themselves for each level.
      const message =
        error instanceof RangeError ? 'its Markdown is nested too deeply; make it flatter' : messageOf(error)
      problems.push({ level: 'refused', file, message })
    }
  }
  return { articles: [...articles.values()], problems }
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

/** The paths of what stands in a folder and the folders in it. One that cannot be read stands for its files. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.name.startsWith('.')) return []
    if (!entry.isDirectory()) return [path]
    try {
      return filesIn(path)
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
