// Whether this machine has an SQLite that the store can use.
import { loadSqlite } from '../../src/store/sqlite-module.ts'

export const hasSqlite = await loadSqlite().then(
  () => true,
  () => false,
)

if (!hasSqlite) process.stdout.write('There is no SQLite 3.51.3: the tests of the store in SQLite are skipped\n')
