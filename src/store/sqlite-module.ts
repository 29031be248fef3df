// Finds an SQLite for this Node: its own, or that of an optional package.
import { UserError } from '../errors.ts'

export type SqlValue = string | number | null

/** The part of `node:sqlite` that is used. */
export interface Database {
  exec(sql: string): void
  prepare(sql: string): {
    run(...values: SqlValue[]): { readonly changes: number | bigint }
    all(...values: SqlValue[]): unknown[]
    get(...values: SqlValue[]): unknown
  }
  close(): void
}

interface SqliteModule {
  readonly DatabaseSync: new (path: string, options?: { readonly timeout?: number }) => Database
}

/** Older versions can corrupt a database in WAL mode. @see https://sqlite.org/wal.html#walresetbug */
const OLDEST_VERSION = [3, 51, 3] as const

/** @throws UserError when there is none that is new enough */
export async function loadSqlite(): Promise<SqliteModule> {
  const builtIn: object | undefined = process.getBuiltinModule('node:sqlite')
  if (builtIn && isSqlite(builtIn) && isNewEnough(builtIn)) return builtIn
  try {
    return await import('@photostructure/sqlite')
  } catch {
    throw new UserError(
      'there is no SQLite 3.51.3 or later',
      'install the optional package @photostructure/sqlite, or use a newer Node',
    )
  }
}

function isSqlite(module: object): module is SqliteModule {
  return 'DatabaseSync' in module && typeof module.DatabaseSync === 'function'
}

function isNewEnough({ DatabaseSync }: SqliteModule): boolean {
  const database = new DatabaseSync(':memory:')
  const [version = ''] = Object.values(Object(database.prepare('SELECT sqlite_version()').get()))
  database.close()
  const parts = String(version).split('.').map(Number)
  const differing = OLDEST_VERSION.findIndex((part, i) => part !== parts[i])
  return differing === -1 || (parts[differing] ?? 0) > (OLDEST_VERSION[differing] ?? 0)
}
