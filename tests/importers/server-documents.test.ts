// Adding to the folder of a server: its limits, a full disk, and the trash.
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { folderOf } from '../corpus/reading.ts'
import { html, serve } from './web-server.ts'

/** As built by `build-program.ts`: its threads start without compiling the source. */
const { openDocuments }: typeof import('../../src/importers/server/documents.ts') = await import(
  pathToFileURL('dist-test/documents.js').href
)

const server = '123456789012345678'
const limits = { articles: 2, bytes: 100, additionsPerHour: 1 }

async function open(files: Readonly<Record<string, string>>, removed: readonly string[] = []) {
  const corpus = folderOf({})
  const folder = join(corpus, 'servers', server)
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  if (removed.length > 0) mkdirSync(join(folder, '.trash'))
  for (const name of removed) writeFileSync(join(folder, '.trash', name), '')
  const documents = openDocuments({ corpus: [corpus], limits, allowLoopback: true })
  const { origin } = await serve({ '/file': html('The ferry leaves at nine, but not on Sundays.') })
  const add = (name: string, more: { readonly replace?: string } = {}) =>
    documents.add({ server, upload: { kind: 'file', url: `${origin}/file`, name }, by: '1', ...more })
  const remove = (name: string) => documents.remove(`servers/${server}/${name}`, server)
  const articles = () => readdirSync(folder).filter((name) => !name.startsWith('.'))
  return { folder, add, remove, articles }
}

test('says in one line that the folder cannot be written', async () => {
  const corpus = [folderOf({ servers: 'a file where the folder should be' })]
  const documents = openDocuments({ corpus, limits, allowLoopback: false })
  const upload = { kind: 'page', url: 'https://example.org/' } as const
  expect(await documents.add({ server, upload, by: '1' })).toEqual({
    kind: 'refused',
    refusal: { code: 'unwritable', values: { error: expect.stringMatching(/^E[A-Z]+$/u) } },
  })
})

test('of two additions at the same time, one takes the last place', async () => {
  const { add, articles } = await open({ 'mill.txt': 'It grinds.' })
  const outcomes = await Promise.all([add('a.txt'), add('b.txt')])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['added', 'full'])
  expect(articles()).toHaveLength(2)
})

test('what does not fit any more is not written, and what is replaced makes room', async () => {
  const { add, articles, folder } = await open({ 'mill.txt': 'It grinds.'.repeat(8) })
  expect(await add('a.txt')).toEqual({ kind: 'full', limit: 'bytes' })
  expect(articles()).toEqual(['mill.txt'])
  expect(readdirSync(folder)).not.toContain('.trash')
  expect((await add('a.txt', { replace: `servers/${server}/mill.txt` })).kind).toBe('added')
  expect(articles()).toEqual(['a.txt'])
})

test('what has been in the trash for 30 days is deleted, at the start too', async () => {
  const files = [31, 29].map((days) =>
    new Date(Date.now() - days * 24 * 60 * 60_000).toISOString().replace(/[:.]/gu, '-'),
  )
  const { folder } = await open(
    {},
    files.map((time) => `${time} a.txt`),
  )
  expect(readdirSync(join(folder, '.trash'))).toEqual([`${files[1]} a.txt`])
})

test('the trash of a server takes no more than its articles may', async () => {
  const { folder, remove } = await open({ 'a.txt': 'It grinds.'.repeat(6), 'b.txt': 'It leaves.'.repeat(6) })
  await remove('a.txt')
  await remove('b.txt')
  expect(readdirSync(join(folder, '.trash'))).toEqual([expect.stringMatching(/ b\.txt$/u)])
})

test.skipIf(process.platform !== 'linux')('a full disk is one line, and loses nothing', async () => {
  const { folder, add, articles } = await open({ 'ferry.txt': 'The ferry is old.' })
  writeFileSync(join(folder, '.added.json'), JSON.stringify({ 'ferry.txt': { by: '1', at: 1 } }))
  const part = join(folder, `.ferry.txt.${process.pid}.part`)
  // Writing to it fails as on a full disk.
  symlinkSync('/dev/full', part)
  expect(await add('ferry.txt')).toEqual({
    kind: 'refused',
    refusal: { code: 'unwritable', values: { error: 'ENOSPC' } },
  })
  expect(readFileSync(join(folder, 'ferry.txt'), 'utf8')).toBe('The ferry is old.')
  expect(readdirSync(folder).sort()).toEqual(['.added.json', 'ferry.txt'])
  expect(articles()).toEqual(['ferry.txt'])
  rmSync(part, { force: true })
})
