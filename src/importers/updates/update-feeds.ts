// Reads feeds again: their new entries become articles, and entries that are gone from a feed stay.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { FEEDS_FILE } from '../../corpus/files/walk-folder.ts'
import { shortHash } from '../../short-hash.ts'
import { type AddOptions, importDocument, pageOf } from '../add-document.ts'
import { importedFiles } from '../article-file.ts'
import { FEED_INTERVAL, MOST_ENTRIES } from '../limits.ts'
import { refused } from '../refused-import.ts'
import { slugOf } from '../save-article.ts'
import { validatorsOf } from '../web/validators.ts'
import { writeWhole } from '../write-file.ts'
import type { Update } from './update.ts'
import { failureOf, type UpdateOptions } from './update-pages.ts'

/** Milliseconds between two looks at a feed that failed; each failure doubles them. */
const LONGEST_INTERVAL = 24 * 60 * 60_000
/** Entries that are remembered of a feed, so that those that drop out of it for a while are known again. */
const MOST_REMEMBERED = 4 * MOST_ENTRIES
/** Timers fire a little early or late. */
const TOLERANCE = 30_000

/** What is remembered of a feed between two looks. */
const FeedState = v.object({
  etag: v.exactOptional(v.string()),
  lastModified: v.exactOptional(v.string()),
  sha256: v.exactOptional(v.string()),
  /** Short hashes of the addresses of entries that became articles, newest first: a removed one does not come back. */
  articles: v.optional(v.array(v.string()), []),
  failures: v.number(),
  /** Milliseconds since 1970: when to look again. */
  due: v.number(),
})
type FeedState = v.InferOutput<typeof FeedState>
const States = v.record(v.string(), FeedState)

export interface FeedOptions extends UpdateOptions {
  /** Folders of articles: those of FEEDS go to the first, those of a feeds.txt to its own. */
  readonly corpus: readonly string[]
  /** Addresses of the setting FEEDS. */
  readonly feeds: readonly string[]
  /** File of what is remembered of the feeds. */
  readonly states: string
  /** Reads those too that are not due. */
  readonly isForced: boolean
}

/** Reads the feeds that are due. */
export async function* updateFeeds(options: FeedOptions): AsyncGenerator<Update> {
  const { corpus: folders, feeds, states: file, isForced, ...rest } = options
  const now = Date.now()
  const [first = '.'] = folders
  const all = [
    ...feeds.map((address) => ({ address, corpus: first })),
    ...folders.flatMap((corpus) => listedFeeds(corpus).map((address) => ({ address, corpus }))),
  ]
  const states = readStates(file)
  for (const { address, corpus } of all) {
    const state = states[address] ?? { articles: [], failures: 0, due: 0 }
    if (!isForced && state.due > now + TOLERANCE) continue
    try {
      const { next, update } = await updateFeed(address, state, { ...rest, corpus })
      states[address] = { ...next, failures: 0, due: now + FEED_INTERVAL }
      if (update) yield update
    } catch (error) {
      const failures = state.failures + 1
      states[address] = { ...state, failures, due: now + Math.min(FEED_INTERVAL * 2 ** failures, LONGEST_INTERVAL) }
      yield { kind: 'failed', name: address, message: failureOf(error) }
    }
  }
  const isListed = new Set(all.map(({ address }) => address))
  const kept = Object.entries(states).filter(([address]) => isListed.has(address))
  if (all.length > 0) writeWhole(file, `${JSON.stringify(Object.fromEntries(kept))}\n`)
}

/** The addresses of a folder's feeds.txt: one a line; lines with a # are comments. */
function listedFeeds(corpus: string): string[] {
  const file = join(corpus, FEEDS_FILE)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
}

/** @throws UserError or RefusedImport saying why the feed cannot be read */
async function updateFeed(
  address: string,
  { etag, lastModified, sha256, articles: before }: FeedState,
  options: Omit<AddOptions, 'to' | 'title'>,
): Promise<{ next: Omit<FeedState, 'failures' | 'due'>; update?: Update }> {
  const { fetchPage } = await import('../web/fetch-page.ts')
  const validators = validatorsOf({ etag, lastModified })
  const fetched = await fetchPage(address, { ...options.fetch, ...validators })
  if (fetched.kind === 'unchanged')
    return { next: { ...validators, ...(sha256 !== undefined && { sha256 }), articles: before } }
  const page = pageOf(fetched, address)
  const next = { sha256: page.provenance.sha256, ...validatorsOf(page.provenance), articles: before }
  if (next.sha256 === sha256) return { next }
  if (page.document.format !== 'feed') throw refused('notAFeed', {})
  const to = join('feeds', slugOf(address.replace(/^https?:\/\//u, '')))
  const known = existsSync(join(options.corpus, to)) ? await importedFiles(join(options.corpus, to)) : []
  const articles = await importDocument(address, page, {
    ...options,
    to,
    mostNew: MOST_ENTRIES - known.length,
    isRemoved: (url) => before.includes(hashOf(url)),
  })
  const urls = [...articles, ...known].flatMap(({ url }) => url ?? [])
  const remembered = [...new Set([...urls.map(hashOf), ...before])].slice(0, MOST_REMEMBERED)
  return { next: { ...next, articles: remembered }, update: { kind: 'fetched', corpus: options.corpus, articles } }
}

function hashOf(url: string): string {
  return shortHash(url, 12, 'hex')
}

function readStates(file: string): Record<string, FeedState> {
  try {
    return v.parse(States, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // There is none yet, or it is damaged: each feed is read once more.
    return {}
  }
}
