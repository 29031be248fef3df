// Fetches the pages again that articles were imported from.
import { dirname } from 'node:path'
import { messageOf, systemCodeOf, UserError } from '../../errors.ts'
import { type AddOptions, importDocument, pageOf } from '../add-document.ts'
import { type ImportedFile, importedFiles } from '../article-file.ts'
import { RefusedImport } from '../refused-import.ts'
import { unchanged } from '../save-article.ts'
import { validatorsOf } from '../web/validators.ts'
import type { Update } from './update.ts'

export type UpdateOptions = Pick<AddOptions, 'fetch' | 'program'>

/** Fetches each page of a folder of articles whose server says that it has changed. */
export async function* updatePages(corpus: string, options: UpdateOptions): AsyncGenerator<Update> {
  for (const { source, ...file } of await importedFiles(corpus)) {
    if (source === undefined) continue
    try {
      yield await updatePage({ ...file, source }, { ...options, corpus })
    } catch (error) {
      yield { kind: 'failed', name: file.path, message: failureOf(error) }
    }
  }
}

/** @throws UserError or RefusedImport, as addDocument */
async function updatePage(
  { path, source, etag, lastModified }: ImportedFile & { readonly source: string },
  options: Omit<AddOptions, 'to' | 'title'>,
): Promise<Update> {
  const { fetchPage } = await import('../web/fetch-page.ts')
  const validators = validatorsOf({ etag, lastModified })
  const fetched = await fetchPage(source, { ...options.fetch, ...validators })
  if (fetched.kind === 'unchanged') return { kind: 'fetched', corpus: options.corpus, articles: [unchanged(path)] }
  if (fetched.kind === 'refused' && (fetched.status === 404 || fetched.status === 410))
    return { kind: 'gone', path, source }
  const articles = await importDocument(source, pageOf(fetched, source), { ...options, to: dirname(path) })
  return { kind: 'fetched', corpus: options.corpus, articles }
}

/**
 * The line that says why a document was not imported.
 * @throws anything that is no such failure
 */
export function failureOf(error: unknown): string {
  const isFailure = error instanceof UserError || error instanceof RefusedImport || systemCodeOf(error) !== undefined
  if (isFailure) return messageOf(error)
  throw error
}
