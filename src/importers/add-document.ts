// Adds a file or a web page to a folder of articles, or brings what was added before up to date.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { isCandidate, sentencesIn } from '../corpus/article.ts'
import { readArticle } from '../corpus/read-article.ts'
import { LARGEST_FILE } from '../corpus/read-corpus.ts'
import { messageOf, UserError } from '../errors.ts'
import { composeFile, type ImportedFile, importedFiles, sha256Of } from './article-file.ts'
import { detectFormat, type ImportedDocument, importableExtensions, type SourceDocument } from './document.ts'
import { runConversion } from './run-conversion.ts'
import type { Fetched, FetchOptions } from './web/fetch-page.ts'

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
  const isAddress = isWebAddress(source)
  const document = isAddress ? await fetchDocument(source, options) : readDocument(source)
  const sha256 = sha256Of(document.bytes)
  const known = await importedFiles(options.corpus)
  const same = known.find((file) => file.sha256 === sha256)
  if (same && options.title === undefined) return [await describe(options.corpus, same.path, 'unchanged')]
  const imported = await runConversion(document, options.program && { program: options.program })
  const added: AddedArticle[] = []
  for (const each of imported) {
    const titled = { ...each, ...(options.title !== undefined && { title: options.title }) }
    const isEntry = document.format === 'feed'
    const name = isAddress || isEntry ? (titled.title ?? source) : basename(source, extname(source))
    added.push(
      await save(
        titled,
        { name, sha256: isEntry ? sha256Of(each.markdown) : sha256, known, isPage: isAddress || isEntry },
        options,
      ),
    )
  }
  return added
}

/** Anything with a scheme of more than one letter, so that other schemes are refused as addresses; C:\ is a drive. */
export function isWebAddress(source: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//iu.test(source)
}

function readDocument(path: string): SourceDocument {
  if (!existsSync(path)) throw new UserError(`there is no file ${path}`, 'check its name')
  if (statSync(path).size > LARGEST_FILE)
    throw new UserError(`${path} is larger than ${LARGEST_FILE / 1e6} MB`, 'split it')
  const bytes = readFileSync(path)
  return { bytes, format: formatOf(bytes, path) }
}

async function fetchDocument(address: string, options: AddOptions): Promise<SourceDocument> {
  const { fetchPage } = await import('./web/fetch-page.ts')
  const fetched = await fetchPage(address, options.fetch)
  return documentOf(fetched, address)
}

function documentOf(fetched: Fetched, address: string): SourceDocument {
  if (fetched.kind !== 'fetched')
    throw new UserError(
      `${address} is not there (${fetched.kind === 'refused' ? `HTTP ${fetched.status}` : 'unchanged'})`,
      'check the address',
    )
  const { bytes, url, charset } = fetched
  return { bytes, format: formatOf(bytes, new URL(url).pathname), url, ...(charset !== undefined && { charset }) }
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
  readonly sha256: string
  readonly known: readonly ImportedFile[]
  /** Known again by its address; files are by their name. */
  readonly isPage: boolean
}

async function save(
  document: ImportedDocument,
  { name, sha256, known, isPage }: Saving,
  { corpus, to }: AddOptions,
): Promise<AddedArticle> {
  const slug = slugOf(name)
  const before = known.find((file) =>
    isPage && document.url !== undefined ? file.url === document.url : file.path === join(to, `${slug}.md`),
  )
  const path = before?.path ?? freePath(corpus, to, slug)
  const file = join(corpus, path)
  const text = await composeFile(document, { sha256, imported: new Date().toISOString().slice(0, 10) })
  // The ordinary reader decides whether it is an article.
  await read(path, text)
  const old = before && readFileSync(file, 'utf8')
  const differences = old === undefined ? [] : differencesOf(old, text)
  if (old !== undefined && differences.length === 0)
    return { ...(await describe(corpus, path, 'unchanged')), warnings: document.warnings }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, text)
  renameSync(`${file}.part`, file)
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
  const lines = yaml.split('\n').filter((line) => !/^(?:imported|source_sha256):/u.test(line))
  return {
    values: new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line])),
    blocks: body.trim().split('\n\n'),
  }
}
