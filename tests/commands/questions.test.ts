// `verbatim gaps` and `verbatim forget`.
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/open-store.ts'
import { runCommand } from '../run-command.ts'
import { folderOf } from '../run-verbatim.ts'
import { hasSqlite } from '../store/has-sqlite.ts'

const SERVER = '100000000000000001'

describe.skipIf(!hasSqlite)('kept questions', () => {
  test('are listed as text and as JSON, and deleted', async () => {
    const folder = folderOf({ 'ferry.txt': 'The ferry\n\nThe ferry leaves at nine every morning.\n' })
    const env = { CORPUS: folder, DATA_DIR: join(folder, 'data') }
    const store = await openStore({ dataDir: env.DATA_DIR })
    const record = { server: SERVER, verdict: 'silent', unknown: ['sauna'], state: 'open' } as const
    const askedAt = Date.parse('2026-02-03T04:05:06Z')
    await store.putQuestion({ ...record, key: 'a', question: 'Is there a sauna?', askedAt })
    await store.putQuestion({ ...record, key: 'b', question: 'sauna?', askedAt: askedAt + 1_000 })
    await store.putQuestion({ ...record, key: 'c', question: 'When does the ferry leave?', unknown: [], askedAt })
    await store.close()
    const text = await runCommand(['gaps'], { env })
    const json = await runCommand(['gaps', '--json', '--server', SERVER], { env })
    expect(text.stdout).toBe(`Server ${SERVER}\n  2 × 2026-02-03  sauna? (never mentioned: sauna)\n`)
    expect(json.stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))).toEqual([
      {
        server: SERVER,
        question: 'sauna?',
        verdict: 'silent',
        unknown: ['sauna'],
        count: 2,
        lastAsked: '2026-02-03T04:05:07.000Z',
      },
    ])
    expect((await runCommand(['forget'], { env })).stdout).toBe('3 records deleted\n')
    expect((await runCommand(['gaps'], { env })).stdout).toBe('No question is waiting for an answer.\n')
  })
})
