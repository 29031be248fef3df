// Asks SQLite whether a database is corrupt.
import { join } from 'node:path'
import { loadSqlite } from '../../src/store/sqlite-module.ts'

/** `ok`, or what is wrong. */
export async function checkIntegrity(folder: string): Promise<string> {
  const { DatabaseSync } = await loadSqlite()
  const database = new DatabaseSync(join(folder, 'verbatim.sqlite'))
  const rows = database.prepare('PRAGMA integrity_check').all()
  database.close()
  return rows.flatMap((row) => Object.values(Object(row))).join('; ')
}
