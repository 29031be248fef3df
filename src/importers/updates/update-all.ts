// Brings everything up to date that was imported from elsewhere: feeds, and pages when their time has come.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { importScopes } from '../server-folders.ts'
import { createRobots } from '../web/robots.ts'
import { writeWhole } from '../write-file.ts'
import type { Update } from './update.ts'
import { updateFeeds } from './update-feeds.ts'
import { updatePages } from './update-pages.ts'

export interface UpdateRequest {
  /** Folders of articles. */
  readonly corpus: readonly string[]
  /** Folder of conversions, which also keeps what is remembered of feeds. */
  readonly imported: string
  readonly feeds: readonly string[]
  /** Milliseconds after which pages are fetched again; never when absent. */
  readonly refresh?: number
  /** Everything at once, whether due or not. */
  readonly isForced: boolean
  readonly allowLoopback: boolean
  /** The built or source file of conversion-process.ts. */
  readonly program?: URL
}

export async function* updateAll(request: UpdateRequest): AsyncGenerator<Update> {
  const { corpus, imported, feeds, refresh, isForced, allowLoopback, program } = request
  const fetch = { allowLoopback, approve: createRobots({ allowLoopback }) }
  const options = { fetch, ...(program && { program }) }
  yield* updateFeeds({ ...options, corpus, feeds, isForced, states: join(imported, 'feeds.state') })
  // Its time of change is when all pages were last fetched: it outlasts restarts.
  const marker = join(imported, 'refresh.state')
  const isDue = refresh !== undefined && Date.now() - changedAt(marker) >= refresh
  if (!isForced && !isDue) return
  for (const folder of corpus) for (const scope of importScopes(folder)) yield* updatePages(scope, options)
  writeWhole(marker, '')
}

/** Milliseconds since 1970; 0 when there is no such file. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
