// Reads the files of the corpus as articles, one by one.
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, extname, sep } from 'node:path'
import { messageOf } from '../errors.ts'
import type { Corpus, ParsedArticle, Problem } from './article.ts'
import { decode } from './files/decode.ts'
import { type CorpusDocument, type CorpusFile, codeOf, listFiles } from './files/list-files.ts'
import { extensions, readArticle } from './read-article.ts'

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 50_000_000

/**
 * What reading a file gave. `known`: unchanged. `kept`: unreadable, its previous version stays. `draft`: left out.
 * `waiting`: a document that is not converted yet.
 */
export type FileReading = { readonly file: CorpusFile } & (
  | { readonly kind: 'known' }
  | { readonly kind: 'read'; readonly article: ParsedArticle; readonly problems: readonly Problem[] }
  | { readonly kind: 'kept' | 'refused' | 'draft' | 'waiting'; readonly problems: readonly Problem[] }
)

/** What a previous reading holds of a file: nothing, an older version, or the same version. */
export type Known = 'nothing' | 'older' | 'same'

/**
 * Reads every article of some folders, in the order of their paths. A file that is refused does not affect the others.
 * @param imported folder of the documents' conversions; without it, documents are refused
 * @throws UserError when a folder cannot be read
 */
export async function readCorpus(folders: string | readonly string[], imported?: string): Promise<Corpus> {
  const articles: ParsedArticle[] = []
  const { files, problems } = await listFiles([folders].flat(), imported)
  const found = [...problems]
  const conversions = files.flatMap(({ path, document }) =>
    document?.result?.kind === 'converted' ? [{ file: path, conversion: document.markdown }] : [],
  )
  for await (const reading of readFiles(files)) {
    if (reading.kind === 'read') articles.push(reading.article)
    if (reading.kind !== 'known') found.push(...reading.problems)
  }
  return { articles, problems: found, conversions }
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
    if (file.document && !file.document.result) {
      yield { file, kind: known === 'older' ? 'kept' : 'waiting', problems: [] }
      continue
    }
    try {
      const { text, warnings: lost } = file.document ? await readConversion(file.document) : await readText(file)
      const { article, isDraft, warnings } = await readArticle(file.path, text, file)
      yield isDraft
        ? { file, kind: 'draft', problems: [problem('warning', 'it is a draft (draft: true), and left out')] }
        : { file, kind: 'read', article, problems: [...lost, ...warnings].map((each) => problem('warning', each)) }
    } catch (error) {
      const message = messageOf(error)
      yield known === 'older'
        ? { file, kind: 'kept', problems: [problem('warning', `${message}; its previous version stays in use`)] }
        : { file, kind: 'refused', problems: [problem('refused', message)] }
    }
  }
}

/** The text of an article, and what its conversion lost. */
interface SourceText {
  readonly text: string
  readonly warnings: readonly string[]
}

/** @throws Error saying why the file holds no text, and what to do */
async function readText(file: CorpusFile): Promise<SourceText> {
  const { path } = file
  const bytes = readBytes(file, () => {
    if (!extensions.includes(extname(path).toLowerCase()))
      throw new Error(`its format is not supported; supported: ${extensions.join(', ')}`)
  })
  return { text: await decode(bytes, path.slice(path.lastIndexOf('/') + 1)), warnings: [] }
}

/** @throws Error saying why the document could not be converted */
async function readConversion({ result, markdown }: CorpusDocument): Promise<SourceText> {
  if (result?.kind !== 'converted') throw new Error(result?.message ?? 'it is not converted yet')
  const bytes = attempt(() => readFileSync(markdown), 'its conversion cannot be read; remove it, to convert it again')
  return { text: await decode(bytes, basename(markdown)), warnings: result.warnings }
}

/**
 * The bytes of a file in its folder.
 * @param approve throws for a file that is not wanted, before it is read
 * @throws Error saying why it cannot be read, and what to do
 */
export function readBytes(
  { location, root }: Pick<CorpusFile, 'location' | 'root'>,
  approve: () => void = () => undefined,
): Buffer {
  const real = attempt(() => realpathSync(location), 'it is a broken link; fix or remove it')
  const status = statSync(real)
  if (status.isDirectory())
    throw new Error(
      'it is a folder that cannot be read, or a link to a folder; check its permissions or copy its files',
    )
  approve()
  if (!real.startsWith(root + sep)) throw new Error('it links to a file outside the folder; copy the file here instead')
  if (!status.isFile()) throw new Error('it is a device or a pipe, not a file; remove it from the folder')
  if (status.size > LARGEST_FILE) throw new Error(`it is larger than ${LARGEST_FILE / 1e6} MB; split it`)
  return attempt(() => readFileSync(real), 'it cannot be read; check its permissions')
}

function attempt<T>(read: () => T, otherwise: string): T {
  try {
    return read()
  } catch (error) {
    throw new Error(`${otherwise} (${codeOf(error)})`)
  }
}
