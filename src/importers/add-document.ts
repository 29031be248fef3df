// Adds a file or a web page to a folder of articles, or brings what was added before up to date.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, isAbsolute, relative, resolve, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isDocument } from '../corpus/files/conversions.ts'
import { extensions } from '../corpus/read-article.ts'
import { LARGEST_FILE } from '../corpus/read-corpus.ts'
import { UserError } from '../errors.ts'
import { importedFiles, type Provenance, sha256Of } from './article-file.ts'
import { runConversion } from './conversion/run-conversion.ts'
import { detectFormat, importableExtensions, type SourceDocument } from './document.ts'
import { RefusedImport, refused } from './refused-import.ts'
import { type AddedArticle, NoRoom, saveArticle, type TakeRoom, unchanged } from './save-article.ts'
import type { Fetched, FetchOptions } from './web/fetch-page.ts'
import { validatorsOf } from './web/validators.ts'

export interface AddOptions {
  /** The folder of articles. */
  readonly corpus: string
  /** Where new files go, relative to it. */
  readonly to: string
  /** Instead of the document's own. */
  readonly title?: string
  /** Entries of a feed that may become new articles. */
  readonly mostNew?: number
  /** Whether the article of a feed's entry was removed: it does not come back. */
  readonly isRemoved?: (url: string) => boolean
  readonly takeRoom?: TakeRoom
  readonly fetch: FetchOptions
  /** The built or source file of conversion-process.ts. */
  readonly program?: URL
}

/**
 * @param source a file's path, or an http or https address
 * @throws UserError or RefusedImport saying, in one line, why it could not be added
 */
export async function addDocument(source: string, options: AddOptions): Promise<AddedArticle[]> {
  if (!isWebAddress(source)) {
    if (isDocument(source) && isInside(source, options.corpus))
      throw new UserError('it is in the folder of articles already', 'it is read from there, and need not be added')
    return importDocument(source, readDocument(source), options)
  }
  const { fetchPage } = await import('./web/fetch-page.ts')
  return importDocument(source, pageOf(await fetchPage(source, options.fetch), source), options)
}

/** A document, and where it came from. */
export interface Source {
  readonly document: SourceDocument
  readonly provenance: Provenance
}

/** @throws UserError or RefusedImport, as addDocument */
export async function importDocument(
  source: string,
  { document, provenance }: Source,
  options: AddOptions,
): Promise<AddedArticle[]> {
  const { sha256 } = provenance
  const known = await importedFiles(options.corpus)
  const same = known.find((file) => file.sha256 === sha256)
  if (same && options.title === undefined) return [unchanged(same.path)]
  const imported = await runConversion(document, options.program && { program: options.program })
  const isFeed = document.format === 'feed'
  const added: AddedArticle[] = []
  const failures: RefusedImport[] = []
  let newArticles = 0
  for (const each of imported) {
    const url = each.url ?? (isFeed ? undefined : document.url)
    const titled = {
      ...each,
      ...(url !== undefined && { url }),
      ...(options.title !== undefined && { title: options.title }),
    }
    const isPage = isFeed ? url !== undefined : document.url !== undefined
    const name = isPage || isFeed ? (titled.title ?? source) : basename(source, extname(source))
    if (isFeed && !known.some((file) => file.url === url)) {
      const isRemoved = url !== undefined && options.isRemoved?.(url) === true
      if (isRemoved || newArticles >= (options.mostNew ?? Number.POSITIVE_INFINITY)) continue
    }
    // An entry is not what its feed's address gives.
    const from = isFeed ? { sha256: sha256Of(each.markdown) } : provenance
    try {
      const article = await saveArticle(titled, { ...options, name, provenance: from, known, isPage })
      if (article.outcome === 'added') newArticles++
      added.push(article)
    } catch (error) {
      if (error instanceof NoRoom && added.length > 0) break
      // One bad entry does not cost the others.
      if (!isFeed || !(error instanceof RefusedImport)) throw error
      failures.push(error)
    }
    if (isFeed) await setImmediate()
  }
  if (added.length === 0 && failures[0]) throw failures[0]
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
  if (!existsSync(path))
    throw new UserError(`there is no file ${path}`, 'check its name; an address begins with https://')
  if (extensions.includes(extname(path).toLowerCase()))
    throw new UserError(`${path} is text, which needs no conversion`, 'copy it into the folder of articles')
  if (statSync(path).size > LARGEST_FILE)
    throw new UserError(`${path} is larger than ${LARGEST_FILE / 1e6} MB`, 'split it')
  const bytes = readFileSync(path)
  return { document: { bytes, format: formatOf(bytes, path) }, provenance: { sha256: sha256Of(bytes) } }
}

export function pageOf(fetched: Fetched, source: string): Source {
  // Unchanged since when? Nothing was sent to compare with.
  if (fetched.kind !== 'fetched')
    throw refused('notThere', { address: source, status: fetched.kind === 'refused' ? fetched.status : 304 })
  const { bytes, url, charset } = fetched
  return {
    document: {
      bytes,
      format: formatOf(bytes, new URL(url).pathname),
      url,
      ...(charset !== undefined && { charset }),
    },
    provenance: { sha256: sha256Of(bytes), source, ...validatorsOf(fetched) },
  }
}

/** @throws RefusedImport when it is none that can be imported */
export function formatOf(bytes: Buffer, name: string): SourceDocument['format'] {
  const format = detectFormat(bytes, extname(name).toLowerCase())
  if (format) return format
  throw refused('unknownFormat', { name, extensions: importableExtensions.join(', ') })
}
