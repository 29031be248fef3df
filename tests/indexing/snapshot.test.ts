// The index is kept between runs, and a file that cannot be trusted is not used.
import fs, { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Built } from '../../src/indexing/build-index.ts'
import { folderOf } from '../corpus/reading.ts'
import { articlesOf, manySentences } from './index-versions.ts'

/** As built by `build-program.ts`: its worker starts without compiling the source. */
const built = (name: string) => import(pathToFileURL(`dist-test/${name}.js`).href)
const { refreshIndex }: typeof import('../../src/indexing/refresh-index.ts') = await built('refresh-index')
const { refreshInWorker }: typeof import('../../src/indexing/refresh-in-worker.ts') = await built('refresh-in-worker')

const SHIPS = { 'ships.txt': manySentences(5_000), 'ferry.md': '# Ferry\n\nThe *blue* ferry leaves at nine.\n' }

/** Opens a corpus as a new process does. */
async function open(corpus: string, cache: string) {
  const warnings: string[] = []
  const built: Built[] = []
  await refreshIndex({ corpus: [corpus], cache }, undefined, {
    onBuilt: (each) => built.push(each),
    onWarning: (line) => warnings.push(line),
  })
  const [only] = built
  if (!only || built.length > 1) throw new Error(`${built.length} versions`)
  return { ...only, warnings, isFromSnapshot: only.changes.added.articles === 0 }
}

function snapshotIn(cache: string): string {
  const [name, ...others] = readdirSync(cache)
  if (name === undefined || others.length > 0) throw new Error(`${others.length + 1} files`)
  return join(cache, name)
}

test('a start with the same files reads the snapshot, which is identical', async () => {
  const [corpus, cache] = [folderOf(SHIPS), join(folderOf({}), 'new', 'cache')]
  const first = await open(corpus, cache)
  const second = await open(corpus, cache)
  expect([first.isFromSnapshot, second.isFromSnapshot]).toEqual([false, true])
  expect(isDeepStrictEqual(second.version, first.version)).toBe(true)
  expect(second.warnings).toEqual([])
})

test('only the file that has changed since is read again', async () => {
  const [corpus, cache] = [folderOf(SHIPS), folderOf({})]
  await open(corpus, cache)
  writeFileSync(join(corpus, 'ferry.md'), '# Ferry\n\nThe red ferry leaves at ten. It is late.\n')
  const { changes, version } = await open(corpus, cache)
  expect(changes).toMatchObject({ added: { articles: 0 }, changed: { articles: 1, sentences: 3 } })
  expect(articlesOf(version)[0]?.text).toContain('red ferry')
  expect((await open(corpus, cache)).changes.changed.articles).toBe(0)
})

test.each([
  ['a byte that flipped', (path: string) => flip(path, statSync(path).size - 1_000)],
  ['a byte that flipped in its first bytes', (path: string) => flip(path, 60)],
  ['an end that is missing', (path: string) => truncateSync(path, statSync(path).size - 1)],
  ['nothing in it', (path: string) => truncateSync(path, 0)],
  [
    'something else in it',
    (path: string) => writeFileSync(path, 'Dear diary, today I was a snapshot no more.\n'.repeat(9)),
  ],
])('a snapshot with %s is noticed, reported in a line, and replaced', async (_, damage) => {
  const [corpus, cache] = [folderOf(SHIPS), folderOf({})]
  const first = await open(corpus, cache)
  damage(snapshotIn(cache))
  const second = await open(corpus, cache)
  expect(second.isFromSnapshot).toBe(false)
  expect(isDeepStrictEqual(second.version, first.version)).toBe(true)
  expect(second.warnings).toEqual([expect.stringMatching(/^warning: the snapshot \S+ cannot be used, .* \(.+\)$/u)])
  expect((await open(corpus, cache)).isFromSnapshot).toBe(true)
})

test('a snapshot of another folder is not used', async () => {
  const [corpus, other, cache] = [folderOf(SHIPS), folderOf(SHIPS), folderOf({})]
  await open(corpus, cache)
  const mine = snapshotIn(cache)
  await open(other, cache)
  const theirs = readdirSync(cache)
    .map((name) => join(cache, name))
    .find((path) => path !== mine)
  if (theirs === undefined) throw new Error('no snapshot of the other folder')
  writeFileSync(theirs, readFileSync(mine))
  const { warnings, isFromSnapshot } = await open(other, cache)
  expect(isFromSnapshot).toBe(false)
  expect(warnings.join()).toContain('for another folder')
})

test('a folder in which nothing can be written costs a warning, and no answer', async () => {
  const corpus = folderOf(SHIPS)
  const cache = join(corpus, 'ships.txt')
  const { version, warnings } = await open(corpus, cache)
  expect(articlesOf(version)).toHaveLength(2)
  expect(warnings).toContainEqual(
    expect.stringMatching(/^warning: no snapshot can be kept in .*, so .*\((?:EEXIST|ENOTDIR)/u),
  )
})

test('a full disk costs a warning, and leaves no file behind, nor an open one', async () => {
  const [corpus, cache] = [folderOf(SHIPS), folderOf({})]
  const close = vi.spyOn(fs, 'closeSync')
  const write = vi.spyOn(fs, 'writeSync').mockImplementation(() => {
    // The descriptor may have been used and closed before.
    close.mockClear()
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  })
  syncBuiltinESMExports()
  onTestFinished(() => {
    vi.restoreAllMocks()
    syncBuiltinESMExports()
  })
  const { warnings } = await open(corpus, cache)
  expect(warnings).toEqual([expect.stringContaining('no space left')])
  expect(readdirSync(cache)).toEqual([])
  expect(close).toHaveBeenCalledWith(write.mock.calls[0]?.[0])
})

test('an unfinished file of a killed process is not used, and is removed in time', async () => {
  const [corpus, cache] = [folderOf(SHIPS), folderOf({})]
  mkdirSync(cache, { recursive: true })
  const [old, fresh] = ['old', 'fresh'].map((name) => join(cache, `${name}.unfinished`))
  for (const path of [old, fresh]) writeFileSync(path ?? '', 'half')
  utimesSync(old ?? '', 0, 0)
  await open(corpus, cache)
  expect(readdirSync(cache).filter((name) => name.endsWith('.unfinished'))).toEqual(['fresh.unfinished'])
})

test('two processes that start at once both answer, and leave one snapshot', { timeout: 20_000 }, async () => {
  const [corpus, cache] = [folderOf(SHIPS), folderOf({})]
  const warnings: string[] = []
  const built: Built[] = []
  const listener = {
    onBuilt: (each: Built) => built.push(each),
    onWarning: (line: string) => warnings.push(line),
  }
  const start = () => refreshInWorker({ corpus: [corpus], cache }, undefined, listener, new AbortController().signal)
  // Resolves once both workers have finished, so that neither still writes when the folder is removed.
  await Promise.all([start(), start()])
  const [first, second, ...more] = built
  expect(more).toEqual([])
  expect(first).toBeDefined()
  expect(isDeepStrictEqual(first?.version, second?.version)).toBe(true)
  expect(readdirSync(cache).map((name) => name.endsWith('.snapshot'))).toEqual([true])
  expect((await open(corpus, cache)).isFromSnapshot).toBe(true)
  expect(warnings).toEqual([])
})

test('no snapshot is kept of a few sentences', async () => {
  const cache = folderOf({})
  await open(folderOf({ 'ferry.txt': 'The ferry leaves at nine.\n' }), cache)
  expect(readdirSync(cache)).toEqual([])
})

function flip(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at)
  writeFileSync(path, bytes)
}
