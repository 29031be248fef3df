// The identity of the program differs whenever something that builds the index does.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { identifyProgram } from '../../src/indexing/program-identity.ts'
import { folderOf } from '../corpus/reading.ts'

/** A small source tree, with a record of installed packages beside it. */
function checkout(): { readonly root: string; readonly src: string } {
  const folders = ['columns', 'language', 'corpus/formats', 'search/index', 'indexing', 'discord']
  const files = Object.fromEntries(folders.map((folder) => [`src/${folder}/a.ts`, 'export {}']))
  const root = folderOf({ ...files, 'node_modules/.package-lock.json': '{"yaml": "2.9.1"}' })
  return { root, src: join(root, 'src') }
}

test.each(['columns', 'language', 'corpus', 'search', 'indexing'])(
  'a change in src/%s is another program',
  (folder) => {
    const { src } = checkout()
    const before = identifyProgram(src)
    mkdirSync(join(src, folder, 'new'))
    writeFileSync(join(src, folder, 'new', 'tokenizer.ts'), 'export {}')
    const added = identifyProgram(src)
    writeFileSync(join(src, folder, 'new', 'tokenizer.ts'), 'export const words = []')
    expect(new Set([before, added, identifyProgram(src)]).size).toBe(3)
  },
)

test('another version of a package is another program', () => {
  const { root, src } = checkout()
  const before = identifyProgram(src)
  writeFileSync(join(root, 'node_modules', '.package-lock.json'), '{"yaml": "2.9.2"}')
  expect(identifyProgram(src)).not.toBe(before)
})

test('what does not build the index does not matter', () => {
  const { src } = checkout()
  const before = identifyProgram(src)
  writeFileSync(join(src, 'discord', 'a.ts'), '')
  expect(identifyProgram(src)).toBe(before)
})

test('of a build, the worker identifies the program: it names its parts by their content', () => {
  const build = folderOf({ 'worker.js': 'import "./chunk-A.js"' })
  const before = identifyProgram(build)
  writeFileSync(join(build, 'worker.js'), 'import "./chunk-B.js"')
  expect(identifyProgram(build)).not.toBe(before)
})
