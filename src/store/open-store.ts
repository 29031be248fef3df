// Opens the store that the settings ask for.
import { runStore } from './process/run-store.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'

export interface StoreOptions {
  /** Folder of the SQLite database. */
  readonly dataDir: string
  /** Redis, which is used instead of SQLite. */
  readonly redisUrl?: string
}

/** @throws UserError when there is no SQLite, or its database cannot be opened */
export async function openStore({ dataDir, redisUrl }: StoreOptions): Promise<Store> {
  return redisUrl === undefined ? openSqlite(dataDir) : (await import('./redis.ts')).openRedis(redisUrl)
}

/**
 * Opens the store for a process that answers questions: it blocks none of them, not even while SQLite waits.
 * @throws UserError as `openStore`
 */
export function openStoreInBackground(options: StoreOptions): Promise<Store> {
  return options.redisUrl === undefined ? runStore(options.dataDir) : openStore(options)
}
