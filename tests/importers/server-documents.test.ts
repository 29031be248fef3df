// Adding to a folder that cannot be written.
import { expect, test } from 'vitest'
import { openDocuments } from '../../src/importers/server/documents.ts'
import { folderOf } from '../corpus/reading.ts'

test('says in one line that the folder cannot be written', async () => {
  const corpus = [folderOf({ servers: 'a file where the folder should be' })]
  const limits = { articles: 1, bytes: 1_000, additionsPerHour: 1 }
  const documents = openDocuments({ corpus, limits, allowLoopback: false })
  const upload = { kind: 'page', url: 'https://example.org/' } as const
  expect(await documents.add({ server: '123456789012345678', upload, by: '1' })).toEqual({
    kind: 'refused',
    refusal: { code: 'unwritable', values: { error: expect.stringMatching(/^E[A-Z]+$/u) } },
  })
})
