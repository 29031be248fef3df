// The commands `add` and `remove`: documents and web pages in, articles out.
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { listFiles } from '../corpus/files/list-files.ts'
import { UserError } from '../errors.ts'
import { addDocument, isWebAddress } from '../importers/add-document.ts'
import { importableExtensions } from '../importers/document.ts'
import { moveToTrash } from '../importers/trash.ts'
import { updateLine } from '../importers/updates/update.ts'
import type { UpdateRequest } from '../importers/updates/update-all.ts'
import { failureOf } from '../importers/updates/update-pages.ts'
import { counted } from '../indexing/index-version.ts'
import { visible } from '../terminal/screen.ts'
import { formatAdded } from './format-added.ts'
import type { Output } from './output.ts'

export interface AddCommand {
  readonly sources: readonly string[]
  /** Folders of articles; new files go to the first, unless `to` is in another. */
  readonly corpus: readonly string[]
  /** Relative to the folder of articles, or a path within one. */
  readonly to?: string
  readonly title?: string
  readonly allowLoopback: boolean
}

/** Adds documents one after the other; how many could not be added. */
export async function add(
  { sources, corpus: folders, to, title, allowLoopback }: AddCommand,
  { screen, write, warn }: Output,
): Promise<number> {
  const { corpus, target } = targetOf(folders, to)
  mkdirSync(corpus, { recursive: true })
  const { createRobots } = await import('../importers/web/robots.ts')
  const fetch = { allowLoopback, approve: createRobots({ allowLoopback }) }
  const all = sources.flatMap((source) =>
    isWebAddress(source) ? [{ source, folder: target }] : filesOf(source, target),
  )
  let failed = 0
  for (const [i, { source, folder }] of all.entries()) {
    if (all.length > 1) warn(`${i + 1} of ${all.length}: ${visible(source)}`)
    try {
      const added = await addDocument(source, { corpus, to: folder, fetch, ...(title !== undefined && { title }) })
      for (const article of added) write(`${await formatAdded(screen, corpus, article)}\n`)
    } catch (error) {
      warn(visible(`${source} was not added: ${failureOf(error)}`))
      failed++
    }
  }
  if (failed > 0 && all.length > 1) warn(`${failed} of ${counted(all.length, 'document')} were not added`)
  return failed
}

/** Reads all feeds, and fetches all pages that have changed; how many could not be fetched. */
export async function refresh(
  request: Omit<UpdateRequest, 'refresh' | 'isForced'>,
  { screen, write, warn }: Output,
): Promise<number> {
  const { updateAll } = await import('../importers/updates/update-all.ts')
  let failed = 0
  let updates = 0
  for await (const update of updateAll({ ...request, isForced: true })) {
    updates++
    if (update.kind === 'fetched')
      for (const article of update.articles) write(`${await formatAdded(screen, update.corpus, article)}\n`)
    else warn(visible(updateLine(update)))
    if (update.kind === 'failed') failed++
  }
  if (updates === 0) write('No page has been added by its address, and no feed has changed.\n')
  return failed
}

/** A folder stands for every document in it, and their places in it are kept. */
function filesOf(source: string, target: string): { readonly source: string; readonly folder: string }[] {
  if (!existsSync(source) || !statSync(source).isDirectory()) return [{ source, folder: target }]
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()
  const found = files.filter(
    (file) => importableExtensions.includes(extname(file).toLowerCase()) && !/(?:^|[\\/])\./u.test(file),
  )
  if (found.length === 0)
    throw new UserError(`there is no document in ${source}`, `these can be added: ${importableExtensions.join(', ')}`)
  return found.map((file) => ({ source: join(source, file), folder: join(target, dirname(file)) }))
}

/** `target` is relative to `corpus`. */
function targetOf(
  folders: readonly string[],
  to: string | undefined,
): { readonly corpus: string; readonly target: string } {
  const [first = '.'] = folders
  if (to === undefined) return { corpus: first, target: '.' }
  const within = (corpus: string, path: string) => {
    const target = relative(resolve(corpus), path)
    return isAbsolute(target) || target.split(sep).includes('..') ? [] : [{ corpus, target }]
  }
  const [found] = [...folders.flatMap((corpus) => within(corpus, resolve(to))), ...within(first, resolve(first, to))]
  if (!found) throw new UserError(`${to} is not in ${first}`, 'name a folder in the folder of articles with --to')
  return found
}

/**
 * Moves an article's file to `.trash` in its folder, where it is kept for 30 days.
 * @returns where it is now
 * @throws UserError when there is no such article
 */
export async function remove(name: string, corpus: readonly string[]): Promise<string> {
  const { files } = await listFiles(corpus)
  const file = files.find(({ id, path }) => id === name || path === name)
  if (!file) throw new UserError(`there is no article '${name}'`, 'verbatim check lists their paths')
  return moveToTrash(file.root, file.location)
}
