// Adds what somebody sent on Discord: a file, a page or a message.
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { decode } from '../../corpus/files/decode.ts'
import { extensions, readArticle } from '../../corpus/read-article.ts'
import { messageOf } from '../../errors.ts'
import type { Refusal } from '../../text/refusals/refusal.ts'
import { addDocument, formatOf, importDocument } from '../add-document.ts'
import { importedFiles, sha256Of } from '../article-file.ts'
import type { ImportedDocument } from '../document.ts'
import { RefusedImport, refused } from '../refused-import.ts'
import { type AddedArticle, freePath, NoRoom, saveArticle, slugOf, type TakeRoom } from '../save-article.ts'
import { fetchPage, LARGEST_BODY } from '../web/fetch-page.ts'
import { createRobots } from '../web/robots.ts'
import { writeWhole } from '../write-file.ts'

export type Upload =
  | { readonly kind: 'page'; readonly url: string }
  /** `url` is where Discord keeps it. */
  | { readonly kind: 'file'; readonly url: string; readonly name: string }
  | { readonly kind: 'message'; readonly document: ImportedDocument }

export interface UploadRequest {
  /** The folder that it goes into; a folder of articles of its own. */
  readonly folder: string
  readonly upload: Upload
  /** Instead of the document's own. */
  readonly title?: string
  /** New articles that may come of a feed. */
  readonly mostNew: number
  /** By which the folder may grow. */
  readonly mostBytes: number
  /** Text files that it may replace: those that were added, not those that somebody put there. */
  readonly replaceable: readonly string[]
  readonly allowLoopback: boolean
}

/** Paths are relative to the folder. */
export type UploadResult =
  | { readonly kind: 'added'; readonly articles: readonly AddedArticle[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** There are not as many bytes left. */
  | { readonly kind: 'full' }

export async function addUpload(request: UploadRequest): Promise<UploadResult> {
  try {
    return { kind: 'added', articles: await articlesOf(request) }
  } catch (error) {
    if (error instanceof NoRoom) return { kind: 'full' }
    if (!(error instanceof RefusedImport)) throw error
    return { kind: 'refused', refusal: error.refusal }
  }
}

async function articlesOf(request: UploadRequest): Promise<AddedArticle[]> {
  const { folder: corpus, upload, title, mostNew, allowLoopback } = request
  const takeRoom = roomOf(request.mostBytes)
  const options = {
    corpus,
    to: '.',
    mostNew,
    takeRoom,
    fetch: { allowLoopback },
    ...(title !== undefined && { title }),
  }
  if (upload.kind === 'page')
    return addDocument(upload.url, { ...options, fetch: { allowLoopback, approve: createRobots({ allowLoopback }) } })
  if (upload.kind === 'message') {
    const { document } = upload
    await warningsOf('message.md', document.markdown)
    const provenance = { sha256: sha256Of(document.markdown) }
    const name = title ?? document.title ?? 'message'
    const known = await importedFiles(corpus)
    const titled = { ...document, ...(title !== undefined && { title }) }
    return [await saveArticle(titled, { corpus, to: '.', name, provenance, known, isPage: true, takeRoom })]
  }
  const { url, name } = upload
  const fetched = await fetchPage(url, { allowLoopback }).catch((error: unknown) => {
    const isLarge = error instanceof RefusedImport && error.refusal.code === 'tooLarge'
    // Discord's address of it means nothing to people.
    throw isLarge ? refused('tooLarge', { address: name, megabytes: LARGEST_BODY / 1e6 }) : error
  })
  if (fetched.kind !== 'fetched') throw refused('attachmentGone', { name })
  const { bytes } = fetched
  if (extensions.includes(extname(name).toLowerCase())) return [await saveText(bytes, name, request, takeRoom)]
  const document = { bytes, format: formatOf(bytes, name) }
  return importDocument(name, { document, provenance: { sha256: sha256Of(bytes) } }, options)
}

function roomOf(bytes: number): TakeRoom {
  let left = bytes
  return (growth) => {
    if (growth > left) throw new NoRoom()
    left -= growth
  }
}

/** A text is an article as it is; only a title may be put before it. */
async function saveText(
  bytes: Buffer,
  name: string,
  { folder, title, replaceable }: UploadRequest,
  takeRoom: TakeRoom,
): Promise<AddedArticle> {
  const extension = extname(name).toLowerCase()
  const own = await decode(bytes, name).catch((error: unknown) => {
    throw refused('notUtf8', { detail: messageOf(error) })
  })
  const hasFrontMatter = /^(?:---|\+\+\+)\r?\n/u.test(own)
  const isTitled = title !== undefined && !hasFrontMatter
  const text = isTitled ? `---\ntitle: ${JSON.stringify(title)}\n---\n\n${own}` : own
  const same = `${slugOf(basename(name, extname(name)))}${extension}`
  const path = replaceable.includes(same)
    ? same
    : freePath(folder, '.', slugOf(basename(name, extname(name))), extension)
  const warnings = await warningsOf(path, text)
  const file = join(folder, path)
  const old = existsSync(file) ? readFileSync(file, 'utf8') : undefined
  if (old !== text) {
    takeRoom(Buffer.byteLength(text) - Buffer.byteLength(old ?? ''))
    writeWhole(file, text)
  }
  const outcome = old === undefined ? 'added' : old === text ? 'unchanged' : 'updated'
  const lost = title !== undefined && !isTitled ? ['it has a front matter, which decides its title'] : []
  return { outcome, path, differences: [], warnings: [...lost, ...warnings] }
}

/** @throws RefusedImport when the text is no article */
async function warningsOf(path: string, text: string): Promise<readonly string[]> {
  try {
    return (await readArticle(path, text)).warnings
  } catch (error) {
    throw refused('notAnArticle', { detail: messageOf(error) })
  }
}
