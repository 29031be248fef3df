// A version of the index, and how the next one is built from it.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAnswerer } from '../../src/answer/answer.ts'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { buildIndex } from '../../src/indexing/build-index.ts'
import { type IndexVersion, problemsOf } from '../../src/indexing/index-version.ts'
import { folderOf } from '../corpus/reading.ts'
import { articlesOf } from './index-versions.ts'

const FERRY = 'The ferry leaves at nine. It is blue.\n'
const files = {
  'ferry.txt': FERRY,
  'owls.md': '---\ntitle: Owls\n---\n# Owls\n\nThree *owls* live in the attic.\n',
  'zh.txt': '朝鲜领导人金正恩前往俄罗斯。他乘坐火车。\n',
}
const one = { articles: 1, sentences: 1 }
const none = { articles: 0, sentences: 0 }

async function ask(version: IndexVersion, question: string) {
  const answerer = await openAnswerer(version.packed, version.index)
  const { verdict, passages } = answerer.ask(question)
  return { verdict, best: passages[0]?.sentence.plain }
}

test('a version holds every article as it was read', async () => {
  const folder = folderOf(files)
  const { version } = await buildIndex([folder])
  expect(articlesOf(version)).toEqual((await readCorpus(folder)).articles)
})

test('a version that takes over unchanged files equals one that is read from the files', async () => {
  const folder = folderOf(files)
  const { version: first } = await buildIndex([folder])
  writeFileSync(join(folder, 'ferry.txt'), 'The ferry leaves at ten. It is red. It is late.\n')
  writeFileSync(join(folder, 'new.txt'), 'A lighthouse stands on the rock.\n')
  const { version, changes } = await buildIndex([folder], first)
  const { version: fresh } = await buildIndex([folder])
  expect({ ...version, files: 0 }).toEqual({ ...fresh, files: 0 })
  expect(changes).toEqual({ added: one, changed: { articles: 1, sentences: 3 }, removed: none, problems: [] })
  expect(await ask(version, 'When does the ferry leave?')).toEqual({
    verdict: 'answered',
    best: 'The ferry leaves at ten.',
  })
  expect((await ask(first, 'When does the ferry leave?')).best).toBe('The ferry leaves at nine.')
})

test('a folder without changes gives the same version', async () => {
  const folder = folderOf(files)
  const { version } = await buildIndex([folder])
  const again = await buildIndex([folder], version)
  expect(again.version).toBe(version)
  expect(again.changes).toEqual({ added: none, changed: none, removed: none, problems: [] })
})

test('a file that was removed or renamed is gone under its old name', async () => {
  const folder = folderOf(files)
  const { version } = await buildIndex([folder])
  rmSync(join(folder, 'zh.txt'))
  renameSync(join(folder, 'owls.md'), join(folder, 'birds.md'))
  const { version: next, changes } = await buildIndex([folder], version)
  expect(articlesOf(next).map(({ id }) => id)).toEqual(['birds', 'ferry'])
  expect(changes.added.articles).toBe(1)
  expect(changes.removed.articles).toBe(2)
})

test('a file that becomes unreadable keeps its previous version, and is reported once', async () => {
  const folder = folderOf(files)
  const { version } = await buildIndex([folder])
  writeFileSync(join(folder, 'ferry.txt'), '')
  const { version: next, changes } = await buildIndex([folder], version)
  expect(articlesOf(next)).toEqual(articlesOf(version))
  const message = 'it is empty; write some text; its previous version stays in use'
  expect(changes.problems).toEqual([{ level: 'warning', file: 'ferry.txt', message }])
  writeFileSync(join(folder, 'new.txt'), FERRY)
  const later = await buildIndex([folder], next)
  expect(later.changes.problems).toEqual([])
  expect(problemsOf(later.version)).toEqual([{ level: 'warning', file: 'ferry.txt', message }])
  writeFileSync(join(folder, 'ferry.txt'), 'The ferry leaves at noon.\n')
  const fixed = await buildIndex([folder], later.version)
  expect(problemsOf(fixed.version)).toEqual([])
  expect(articlesOf(fixed.version)[0]?.text).toBe('The ferry leaves at noon.\n')
})

test('a file whose id another one takes is read again under its own', async () => {
  const folder = folderOf({ 'ferry.txt': FERRY })
  const { version } = await buildIndex([folder])
  writeFileSync(join(folder, 'ferry.md'), 'The other ferry leaves at one.\n')
  const { version: next } = await buildIndex([folder], version)
  expect(articlesOf(next).map(({ id, file }) => [id, file])).toEqual([
    ['ferry', 'ferry.md'],
    ['ferry.txt', 'ferry.txt'],
  ])
})

test('an article that becomes a draft is removed', async () => {
  const folder = folderOf(files)
  const { version } = await buildIndex([folder])
  writeFileSync(join(folder, 'owls.md'), '---\ndraft: true\n---\n# Owls\n\nThree owls live in the attic.\n')
  const { version: next, changes } = await buildIndex([folder], version)
  expect(articlesOf(next).map(({ id }) => id)).toEqual(['ferry', 'zh'])
  expect(changes.removed.articles).toBe(1)
})

test('a change of the folder’s settings reads its files again', async () => {
  const folder = folderOf({ 'walks/pier.md': '---\nslug: the-pier\n---\nThe pier is long.\n' })
  const { version } = await buildIndex([folder])
  writeFileSync(join(folder, 'walks', 'verbatim.yaml'), 'base_url: https://example.org/walks\n')
  const { version: next, changes } = await buildIndex([folder], version)
  expect(changes.changed.articles).toBe(1)
  expect(articlesOf(next)[0]?.url).toBe('https://example.org/walks/the-pier')
  writeFileSync(join(folder, '.verbatimignore'), 'walks/\n')
  expect((await buildIndex([folder], next)).changes.removed.articles).toBe(1)
})

test('a file that became a folder is gone, and the files in the folder are there', async () => {
  const folder = folderOf(files)
  const { version } = await buildIndex([folder])
  rmSync(join(folder, 'ferry.txt'))
  mkdirSync(join(folder, 'ferry.txt'))
  writeFileSync(join(folder, 'ferry.txt', 'boat.txt'), FERRY)
  const { version: next } = await buildIndex([folder], version)
  expect(articlesOf(next).map(({ id }) => id)).toEqual(['ferry.txt/boat', 'owls', 'zh'])
})
