// The articles that people add on Discord, in the folder of their server and within its limits.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import PQueue from 'p-queue'
import { listFiles } from '../../corpus/files/list-files.ts'
import { systemCodeOf } from '../../errors.ts'
import type { Refusal } from '../../text/refusals/refusal.ts'
import type { Upload } from '../background/add-upload.ts'
import { addInThread } from '../background/start-import.ts'
import { refused } from '../refused-import.ts'
import type { AddedArticle } from '../save-article.ts'
import { importScopes, serverFolder } from '../server-folders.ts'
import { emptyTrash, moveToTrash } from '../trash.ts'
import { type Ledger, readLedger, recordAdditions, recordRemoval } from './ledger.ts'

/** What a server may have of its own. */
export interface ServerLimits {
  readonly articles: number
  readonly bytes: number
  readonly additionsPerHour: number
}

export interface DocumentsOptions {
  /** Folders of articles; new ones go to the first. */
  readonly corpus: readonly string[]
  readonly limits: ServerLimits
  readonly allowLoopback: boolean
}

export interface Addition {
  /** Id of the server that it belongs to; shared by all when absent. */
  readonly server?: string
  readonly upload: Upload
  readonly title?: string
  /** File of an article, as `Article.file`, that goes to the trash once the new one is there. */
  readonly replace?: string
  /** User id. */
  readonly by: string
}

/** `full`: the server has all the articles or bytes that it may have. */
export type AdditionOutcome =
  /** Paths are relative to the folder of articles. */
  | { readonly kind: 'added'; readonly articles: readonly AddedArticle[] }
  | { readonly kind: 'full'; readonly limit: 'articles' | 'bytes' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Documents {
  readonly limits: ServerLimits
  add(addition: Addition): Promise<AdditionOutcome>
  /**
   * Moves an article's file to the trash.
   * @param file as `Article.file`
   * @returns whether it was there
   */
  remove(file: string, server: string | undefined): Promise<boolean>
  /** Who added the articles of a server; by path, relative to the folder of articles. */
  additionsOf(server: string): Ledger
}

/** Threads that import at the same time. */
const MOST_AT_ONCE = 2

export function openDocuments({ corpus, limits, allowLoopback }: DocumentsOptions): Documents {
  const [first = '.'] = corpus
  const queue = new PQueue({ concurrency: MOST_AT_ONCE })
  /** By server: of two additions at the same time, both could take the last place. */
  const turnsOf = new Map<string, PQueue>()
  try {
    for (const scope of corpus.flatMap(importScopes)) emptyTrash(scope)
  } catch (error) {
    // An addition reports that the folder cannot be written.
    if (systemCodeOf(error) === undefined) throw error
  }

  const add = async ({ server, upload, title, replace, by }: Addition): Promise<AdditionOutcome> => {
    const folder = server === undefined ? first : serverFolder(first, server)
    mkdirSync(folder, { recursive: true })
    const before = server === undefined ? { articles: 0, bytes: 0 } : sizeOf(folder)
    const full = fullBy(before, limits)
    if (server !== undefined && full && replace === undefined) return { kind: 'full', limit: full }
    const replaced = replace === undefined ? undefined : await find(replace, server)
    const result = await addInThread({
      folder,
      upload,
      ...(title !== undefined && { title }),
      mostNew: Math.max(1, limits.articles - before.articles),
      mostBytes:
        server === undefined
          ? Number.POSITIVE_INFINITY
          : limits.bytes - before.bytes + (replaced ? statSync(replaced.location).size : 0),
      replaceable: Object.keys(readLedger(folder)),
      allowLoopback,
    })
    if (result.kind === 'refused') return result
    if (result.kind === 'full') return { kind: 'full', limit: 'bytes' }
    const changed = result.articles.filter(({ outcome }) => outcome !== 'unchanged').map(({ path }) => path)
    recordAdditions(folder, changed, { by, at: Date.now() })
    const prefix = server === undefined ? '' : `servers/${server}/`
    const articles = result.articles.map((article) => ({ ...article, path: prefix + article.path }))
    if (replace !== undefined && !articles.some(({ path }) => isFile(replace, path))) await remove(replace, server)
    return { kind: 'added', articles }
  }

  /** The file of an article, and the folder that its trash is in. */
  const find = async (
    file: string,
    server: string | undefined,
  ): Promise<{ readonly root: string; readonly location: string } | undefined> => {
    if (server === undefined) return (await listFiles(corpus)).files.find(({ path }) => path === file)
    const [, path] = file.split(`servers/${server}/`)
    if (path === undefined) return undefined
    const places = corpus
      .map((each) => serverFolder(each, server))
      .map((root) => ({ root, location: join(root, path) }))
    return places.find(({ location }) => existsSync(location))
  }

  const remove = async (file: string, server: string | undefined): Promise<boolean> => {
    const found = await find(file, server)
    if (!found) return false
    const { root, location } = found
    moveToTrash(root, location, server === undefined ? undefined : limits.bytes)
    if (server !== undefined) recordRemoval(root, relative(root, location))
    return true
  }

  const addInTurn = (addition: Addition): Promise<AdditionOutcome> => {
    const { server = '' } = addition
    const turns = turnsOf.get(server) ?? new PQueue({ concurrency: 1 })
    turnsOf.set(server, turns)
    return turns.add(() => queue.add(() => add(addition).catch(unwritable)))
  }

  return {
    limits,
    add: addInTurn,
    remove,
    additionsOf: (server) => {
      const entries = corpus.flatMap((folder) => Object.entries(readLedger(serverFolder(folder, server))))
      return Object.fromEntries(entries.map(([path, addition]) => [`servers/${server}/${path}`, addition]))
    },
  }
}

/** @throws anything but an error of the file system */
function unwritable(error: unknown): AdditionOutcome {
  const code = systemCodeOf(error)
  if (code === undefined) throw error
  return { kind: 'refused', refusal: refused('unwritable', { error: code }).refusal }
}

/** Whether an article's file is the one at a path in a folder of articles: with several folders, its name comes first. */
export function isFile(file: string, path: string): boolean {
  return file === path || file.endsWith(`/${path}`)
}

function fullBy(size: { articles: number; bytes: number }, limits: ServerLimits): 'articles' | 'bytes' | undefined {
  if (size.articles >= limits.articles) return 'articles'
  return size.bytes >= limits.bytes ? 'bytes' : undefined
}

function sizeOf(folder: string): { articles: number; bytes: number } {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/(?:^|[\\/])\./u.test(name),
  )
  const all = names.flatMap((name) => statSync(join(folder, name), { throwIfNoEntry: false }) ?? [])
  const files = all.filter((status) => status.isFile())
  return { articles: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
}
