// Adds a file or a web page to a folder of articles, or brings what was added before up to date.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { isCandidate, sentencesIn } from '../corpus/article.ts'
import { isDocument } from '../corpus/files/conversions.ts'
import { readArticle } from '../corpus/read-article.ts'
import { LARGEST_FILE } from '../corpus/read-corpus.ts'
import { messageOf, UserError } from '../errors.ts'
import { composeFile, type ImportedFile, importedFiles, type Provenance, sha256Of } from './article-file.ts'
import { detectFormat, type ImportedDocument, importableExtensions, type SourceDocument } from './document.ts'
import { runConversion } from './run-conversion.ts'
import type { Fetched, FetchOptions } from './web/fetch-page.ts'
import { writeWhole } from './write-file.ts'

export interface AddOptions {
  /** The folder of articles. */
  readonly corpus: string
  /** Where new files go, relative to it. */
  readonly to: string
  /** Instead of the document's own. */
  readonly title?: string
  readonly fetch: FetchOptions
  /** The built or source file of conversion-process.ts. */
  readonly program?: URL
}

/** What came of a document. */
export interface AddedArticle {
  readonly outcome: 'added' | 'updated' | 'unchanged'
  /** Relative to the folder of articles. */
  readonly path: string
  readonly title: string
  readonly date?: string
  readonly language: string
  readonly sentences: number
  readonly firstSentence: string
  /** What differs from the version before, when it was updated. */
  readonly differences: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * @param source a file's path, or an http or https address
 * @throws UserError or UnreadableDocument saying, in one line, why it could not be added
 */
export async function addDocument(source: string, options: AddOptions): Promise<AddedArticle[]> {
  if (!isWebAddress(source)) {
    if (isDocument(source) && isInside(source, options.corpus))
      throw new UserError('it lies in the folder of articles', 'it is read from there already, and need not be added')
    return importDocument(source, readDocument(source), options)
  }
  const { fetchPage } = await import('./web/fetch-page.ts')
  return importDocument(source, pageOf(await fetchPage(source, options.fetch), source), options)
}

/**
 * Fetches the page of a file again, if its server says that it has changed.
 * @returns `gone` when there is no page any more
 * @throws UserError or UnreadableDocument, as addDocument
 */
export async function refreshPage(
  { path, source, etag, lastModified }: ImportedFile & { readonly source: string },
  options: Omit<AddOptions, 'to' | 'title'>,
): Promise<AddedArticle[] | 'gone'> {
  const { fetchPage } = await import('./web/fetch-page.ts')
  const validators = { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) }
  const fetched = await fetchPage(source, { ...options.fetch, ...validators })
  if (fetched.kind === 'unchanged') return [await describe(options.corpus, path, 'unchanged')]
  if (fetched.kind === 'refused' && (fetched.status === 404 || fetched.status === 410)) return 'gone'
  return importDocument(source, pageOf(fetched, source), { ...options, to: dirname(path) })
}

interface Source {
  readonly document: SourceDocument
  readonly provenance: Provenance
}

async function importDocument(
  source: string,
  { document, provenance }: Source,
  options: AddOptions,
): Promise<AddedArticle[]> {
  const { sha256 } = provenance
  const known = await importedFiles(options.corpus)
  const same = known.find((file) => file.sha256 === sha256)
  if (same && options.title === undefined) return [await describe(options.corpus, same.path, 'unchanged')]
  const imported = await runConversion(document, options.program && { program: options.program })
  const isFeed = document.format === 'feed'
  const added: AddedArticle[] = []
  for (const each of imported) {
    const url = each.url ?? document.url
    const titled = {
      ...each,
      ...(url !== undefined && { url }),
      ...(options.title !== undefined && { title: options.title }),
    }
    const isPage = isFeed || document.url !== undefined
    const name = isPage ? (titled.title ?? source) : basename(source, extname(source))
    // An entry is not what its feed's address gives.
    const from = isFeed ? { sha256: sha256Of(each.markdown) } : provenance
    added.push(await save(titled, { name, provenance: from, known, isPage }, options))
  }
  return added
}

/** Anything with a scheme of more than one letter, so that other schemes are refused as addresses; C:\ is a drive. */
export function isWebAddress(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//iu.test(source)
}

function isInside(path: string, folder: string): boolean {
  const below = relative(resolve(folder), resolve(path))
  return !isAbsolute(below) && below.split(sep)[0] !== '..'
}

function readDocument(path: string): Source {
  if (!existsSync(path)) throw new UserError(`there is no file ${path}`, 'check its name')
  if (statSync(path).size > LARGEST_FILE)
    throw new UserError(`${path} is larger than ${LARGEST_FILE / 1e6} MB`, 'split it')
  const bytes = readFileSync(path)
  return { document: { bytes, format: formatOf(bytes, path) }, provenance: { sha256: sha256Of(bytes) } }
}

function pageOf(fetched: Fetched, source: string): Source {
  if (fetched.kind !== 'fetched')
    throw new UserError(
      `${source} is not there (${fetched.kind === 'refused' ? `HTTP ${fetched.status}` : 'unchanged'})`,
      'check the address',
    )
  const { bytes, url, charset, etag, lastModified } = fetched
  return {
    document: {
      bytes,
      format: formatOf(bytes, new URL(url).pathname),
      url,
      ...(charset !== undefined && { charset }),
    },
    provenance: {
      sha256: sha256Of(bytes),
      source,
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    },
  }
}

function formatOf(bytes: Buffer, name: string): SourceDocument['format'] {
  const format = detectFormat(bytes, extname(name).toLowerCase())
  if (format) return format
  throw new UserError(
    `the format of ${name} is not supported`,
    `these can be added: ${importableExtensions.join(', ')}`,
  )
}

interface Saving {
  readonly name: string
  readonly provenance: Provenance
  readonly known: readonly ImportedFile[]
  /** Known again by its address; files are by their name. */
  readonly isPage: boolean
}

async function save(
  document: ImportedDocument,
  { name, provenance, known, isPage }: Saving,
  { corpus, to }: AddOptions,
): Promise<AddedArticle> {
  const slug = slugOf(name)
  const before = known.find((file) => {
    if (!isPage) return file.path === join(to, `${slug}.md`)
    return provenance.source === undefined ? file.url === document.url : file.source === provenance.source
  })
  const path = before?.path ?? freePath(corpus, to, slug)
  const file = join(corpus, path)
  const text = await composeFile(document, provenance, new Date().toISOString().slice(0, 10))
  // The ordinary reader decides whether it is an article.
  await read(path, text)
  const old = before && readFileSync(file, 'utf8')
  const differences = old === undefined ? [] : differencesOf(old, text)
  if (old !== undefined && differences.length === 0)
    return { ...(await describe(corpus, path, 'unchanged')), warnings: document.warnings }
  writeWhole(file, text)
  const described = await describe(corpus, path, before ? 'updated' : 'added')
  return { ...described, differences, warnings: [...document.warnings, ...described.warnings] }
}

async function describe(corpus: string, path: string, outcome: AddedArticle['outcome']): Promise<AddedArticle> {
  const { article, warnings } = await read(path, readFileSync(join(corpus, path), 'utf8'))
  const sentences = sentencesIn(article.paragraphs.filter(({ kind }) => isCandidate(kind)))
  return {
    outcome,
    path,
    title: article.title,
    ...(article.date !== undefined && { date: article.date }),
    language: article.language,
    sentences: sentences.length,
    firstSentence: sentences[0]?.plain ?? '',
    differences: [],
    warnings,
  }
}

async function read(path: string, text: string) {
  try {
    return await readArticle(path, text)
  } catch (error) {
    throw new UserError('nothing of it can be read as an article', messageOf(error))
  }
}

/** A name that is an id to type, and safe as a file's: letters and digits with hyphens. */
function slugOf(name: string): string {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? ['document']
  return words.join('-').slice(0, 80).replace(/-$/u, '')
}

function freePath(corpus: string, to: string, slug: string): string {
  for (let i = 1; ; i++) {
    const path = join(to, `${slug}${i === 1 ? '' : `-${i}`}.md`)
    if (!existsSync(join(corpus, path))) return path
  }
}

/** What differs between two versions of a file, the day of import and the hash aside. */
function differencesOf(old: string, text: string): string[] {
  const [before, after] = [old, text].map(partsOf)
  if (!before || !after) return []
  const keys = [...new Set([...before.values.keys(), ...after.values.keys()])]
  const values = keys.filter((key) => before.values.get(key) !== after.values.get(key))
  const gone = before.blocks.filter((block) => !after.blocks.includes(block)).length
  const come = after.blocks.filter((block) => !before.blocks.includes(block)).length
  return [...values, ...(come > 0 ? [`${come} new paragraphs`] : []), ...(gone > 0 ? [`${gone} paragraphs gone`] : [])]
}

function partsOf(file: string): { values: Map<string, string>; blocks: string[] } {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(file) ?? []
  const lines = yaml.split('\n').filter((line) => !/^(?:imported|source_sha256|source|etag|last_modified):/u.test(line))
  return {
    values: new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line])),
    blocks: body.trim().split('\n\n'),
  }
}
