// The store in an SQLite database, which several processes of a machine may share.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import * as v from 'valibot'
import { messageOf, UserError } from '../errors.ts'
import { migrations } from './migrations.ts'
import { questionEntries, voteEntries } from './records.ts'
import { type Database, loadSqlite, type SqlValue } from './sqlite-module.ts'
import { dayOf, type Retention, type Store } from './store.ts'

/** Milliseconds to wait for another process that writes; its transactions take less than one. */
const BUSY_TIMEOUT = 1_000

/** Attempts to open the database, and the milliseconds between them. */
const MAX_ATTEMPTS = 20
const ATTEMPT_PAUSE = 100

const FILE = 'verbatim.sqlite'

const Question = v.object({ ...questionEntries, unknown: v.pipe(v.string(), v.parseJson(), questionEntries.unknown) })
const Vote = v.object({
  ...voteEntries,
  isHelpful: v.pipe(
    v.number(),
    v.transform((value) => value === 1),
  ),
})
const Counter = v.object({ day: v.string(), name: v.string(), count: v.number() })
const Server = v.object({ server: v.string() })
const Value = v.object({ value: v.string() })
const Version = v.object({ user_version: v.number() })

/** @throws UserError when the folder cannot be written, or the database is that of a newer version */
export async function openSqlite(folder: string): Promise<Store> {
  const { DatabaseSync } = await loadSqlite()
  const path = join(folder, FILE)
  try {
    mkdirSync(folder, { recursive: true })
    for (let attempt = 1; ; attempt++)
      try {
        return open(new DatabaseSync(path, { timeout: BUSY_TIMEOUT }))
      } catch (error) {
        // Processes that start together switch to WAL mode together, for which SQLite does not wait.
        if (attempt === MAX_ATTEMPTS || !/locked|busy/iu.test(messageOf(error))) throw error
        await setTimeout(ATTEMPT_PAUSE)
      }
  } catch (error) {
    if (error instanceof UserError) throw error
    throw new UserError(`${path} cannot be opened (${messageOf(error)})`, 'check DATA_DIR and its disk')
  }
}

function open(database: Database): Store {
  try {
    // In WAL mode, NORMAL loses nothing when a process is killed; a power failure may cost the last writes.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 1048576')
    migrate(database)
    return storeIn(database)
  } catch (error) {
    database.close()
    throw error
  }
}

function migrate(database: Database): void {
  const versionOf = () => v.parse(Version, database.prepare('PRAGMA user_version').get()).user_version
  // Without a change, it need not wait for those that write.
  if (versionOf() === migrations.length) return
  // Two processes that start together migrate one after the other.
  database.exec('BEGIN IMMEDIATE')
  try {
    const version = versionOf()
    if (version > migrations.length)
      throw new UserError(
        `${FILE} was written by a newer version of Verbatim`,
        'update Verbatim, or set another DATA_DIR',
      )
    for (const step of migrations.slice(version)) database.exec(step)
    database.exec(`PRAGMA user_version = ${migrations.length}`)
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function storeIn(database: Database): Store {
  /** A statement that writes; how many rows it changed. */
  const writing = (sql: string) => {
    const statement = database.prepare(sql)
    return (...values: SqlValue[]) => Number(statement.run(...values).changes)
  }
  const reading = <Schema extends v.GenericSchema>(sql: string, schema: Schema) => {
    const statement = database.prepare(sql)
    return (...values: SqlValue[]) => statement.all(...values).map((row) => v.parse(schema, row))
  }
  const servers = reading(
    'SELECT server FROM questions UNION SELECT server FROM votes UNION SELECT server FROM counters',
    Server,
  )
  const putQuestion = writing('INSERT OR REPLACE INTO questions VALUES (?, ?, ?, ?, ?, ?, ?)')
  const questions = reading('SELECT * FROM questions WHERE server = ? ORDER BY askedAt DESC', Question)
  const removeQuestion = writing('DELETE FROM questions WHERE server = ? AND key = ?')
  const putVote = writing('INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?, ?, ?, ?)')
  const votes = reading('SELECT * FROM votes WHERE server = ?', Vote)
  const count = writing(
    'INSERT INTO counters VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  )
  const counters = reading('SELECT day, name, count FROM counters WHERE server = ? ORDER BY day, name', Counter)
  const setting = reading('SELECT value FROM settings WHERE server = ? AND name = ?', Value)
  const putSetting = writing('INSERT OR REPLACE INTO settings VALUES (?, ?, ?)')
  const removeSetting = writing('DELETE FROM settings WHERE server = ? AND name = ?')
  const claim = writing(
    `INSERT INTO claims VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, expiresAt = excluded.expiresAt
     WHERE expiresAt <= ?`,
  )
  const claimed = reading('SELECT value FROM claims WHERE name = ?', Value)
  const forgetting = ['questions', 'votes', 'counters'].map((table) => ({
    server: writing(`DELETE FROM ${table} WHERE server = ?`),
    all: writing(`DELETE FROM ${table}`),
  }))
  const purgings = (
    [
      ['questions', 'key', 'askedAt'],
      ['votes', 'voter', 'votedAt'],
      ['counters', 'server, day, name', 'day'],
    ] as const
  ).map(([table, key, time]) => {
    const purgeOld = writing(`DELETE FROM ${table} WHERE ${time} < ?`)
    const purgeSurplus = writing(
      `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM (
         SELECT ${key}, row_number() OVER (PARTITION BY server ORDER BY ${time} DESC) AS place FROM ${table}
       ) WHERE place > ?)`,
    )
    return (retention: Retention) => {
      const { since, most } = retention[table]
      purgeOld(table === 'counters' ? dayOf(since) : since)
      purgeSurplus(most)
    }
  })
  const purgeClaims = writing('DELETE FROM claims WHERE expiresAt <= ?')
  return {
    servers: async () => servers().map(({ server }) => server),
    putQuestion: async ({ key, server, question, verdict, unknown, askedAt, state }) => {
      putQuestion(key, server, question, verdict, JSON.stringify(unknown), askedAt, state)
    },
    questions: async (server) => questions(server),
    removeQuestions: async (server, keys) => {
      for (const key of keys) removeQuestion(server, key)
    },
    putVote: async ({ voter, server, question, article, sentence, isHelpful, votedAt }) => {
      putVote(voter, server, question, article, sentence, isHelpful ? 1 : 0, votedAt)
    },
    votes: async (server) => votes(server),
    count: async (server, day, name, by) => {
      count(server, day, name, by)
    },
    counters: async (server) => counters(server),
    setting: async (server, name) => setting(server, name)[0]?.value,
    putSetting: async (server, name, value) => {
      if (value === undefined) removeSetting(server, name)
      else putSetting(server, name, value)
    },
    claim: async (name, value, seconds) => {
      const now = Date.now()
      claim(name, value, now + seconds * 1_000, now)
      return claimed(name)[0]?.value ?? value
    },
    forget: async (server) =>
      forgetting.reduce((sum, forget) => sum + (server === undefined ? forget.all() : forget.server(server)), 0),
    purge: async (retention) => {
      for (const purge of purgings) purge(retention)
      purgeClaims(Date.now())
    },
    close: async () => database.close(),
  }
}
