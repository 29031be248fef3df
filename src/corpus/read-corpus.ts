// Reads the files of the corpus as articles, one by one.
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, sep } from 'node:path'
import { messageOf } from '../errors.ts'
import type { Corpus, ParsedArticle, Problem } from './article.ts'
import { decode } from './files/decode.ts'
import { type CorpusFile, codeOf, listFiles } from './files/list-files.ts'
import { extensions, readArticle } from './read-article.ts'

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 50_000_000

/** What reading a file gave. `known`: unchanged. `kept`: unreadable, its previous version stays. `draft`: left out. */
export type FileReading = { readonly file: CorpusFile } & (
  | { readonly kind: 'known' }
  | { readonly kind: 'read'; readonly article: ParsedArticle; readonly problems: readonly Problem[] }
  | { readonly kind: 'kept' | 'refused' | 'draft'; readonly problems: readonly Problem[] }
)

/** What a previous reading holds of a file: nothing, an older version, or the same version. */
export type Known = 'nothing' | 'older' | 'same'

/**
 * Reads every article of some folders, in the order of their paths. A file that is refused does not affect the others.
 * @throws UserError when a folder cannot be read
 */
export async function readCorpus(...folders: string[]): Promise<Corpus> {
  const articles: ParsedArticle[] = []
  const { files, problems } = await listFiles(folders)
  const found = [...problems]
  for await (const reading of readFiles(files)) {
    if (reading.kind === 'read') articles.push(reading.article)
    if (reading.kind !== 'known') found.push(...reading.problems)
  }
  return { articles, problems: found }
}

/** Reads files one by one; those that are known to be the same are not opened. */
export async function* readFiles(
  files: readonly CorpusFile[],
  knownOf: (file: CorpusFile) => Known = () => 'nothing',
): AsyncGenerator<FileReading> {
  for (const file of files) {
    const known = knownOf(file)
    const problem = (level: Problem['level'], message: string): Problem => ({ level, file: file.path, message })
    if (known === 'same') {
      yield { file, kind: 'known' }
      continue
    }
    try {
      const { article, isDraft, warnings } = await readArticle(file.path, await readText(file), file)
      yield isDraft
        ? { file, kind: 'draft', problems: [problem('warning', 'it is a draft (draft: true), and left out')] }
        : { file, kind: 'read', article, problems: warnings.map((message) => problem('warning', message)) }
    } catch (error) {
      const message = messageOf(error)
      yield known === 'older'
        ? { file, kind: 'kept', problems: [problem('warning', `${message}; its previous version stays in use`)] }
        : { file, kind: 'refused', problems: [problem('refused', message)] }
    }
  }
}

/** @throws Error saying why the file holds no text, and what to do */
async function readText({ path, location, root }: CorpusFile): Promise<string> {
  const real = attempt(() => realpathSync(location), 'it is a broken link; fix or remove it')
  const status = statSync(real)
  if (status.isDirectory())
    throw new Error(
      'it is a folder that cannot be read, or a link to a folder; check its permissions or copy its files',
    )
  if (!extensions.includes(extname(location).toLowerCase()))
    throw new Error(`its format is not supported; supported: ${extensions.join(', ')}`)
  if (!real.startsWith(root + sep)) throw new Error('it links to a file outside the folder; copy the file here instead')
  if (!status.isFile()) throw new Error('it is a device or a pipe, not a file; remove it from the folder')
  if (status.size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE / 1e6} MB; split it`)
  return decode(
    attempt(() => readFileSync(real), 'it cannot be read; check its permissions'),
    path.slice(path.lastIndexOf('/') + 1),
  )
}

function attempt<T>(read: () => T, otherwise: string): T {
  try {
    return read()
  } catch (error) {
    throw new Error(`${otherwise} (${codeOf(error)})`)
  }
}
