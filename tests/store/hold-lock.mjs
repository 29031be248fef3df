// A process that holds the write lock of an SQLite database for a second at a time, until it is killed.
import { setTimeout } from 'node:timers/promises'
import { DatabaseSync } from '@photostructure/sqlite'

const database = new DatabaseSync(process.argv[2], { timeout: 5_000 })
for (;;) {
  database.exec('BEGIN IMMEDIATE')
  process.stdout.write('locked\n')
  await setTimeout(1_000)
  database.exec('COMMIT')
  await setTimeout(10)
}
