// Nothing outside the corpus folder is read, and any file name works.
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCorpus } from '../../src/corpus/read-corpus.ts'
import { folderOf } from '../corpus/reading.ts'

const SECRET = 'The secret is told.'

/** Reads a corpus that has secrets beside it. */
async function read(arrange: (corpus: string, outside: string) => void) {
  const folder = folderOf({
    'corpus/good.txt': 'The sea rose.',
    'outside/secret.txt': SECRET,
    'corpus-2/secret.txt': SECRET,
  })
  arrange(join(folder, 'corpus'), join(folder, 'outside'))
  const { articles, problems } = await readCorpus(join(folder, 'corpus'))
  expect(JSON.stringify({ articles, problems })).not.toContain('told')
  return { ids: articles.map(({ id }) => id), refused: problems.map(({ file }) => file) }
}

test.each([
  ['a link up and out', (corpus: string) => symlinkSync('../outside/secret.txt', join(corpus, 'a.txt'))],
  [
    'a link to a folder beside that begins with the same name',
    (corpus: string) => symlinkSync('../corpus-2/secret.txt', join(corpus, 'a.txt')),
  ],
  [
    'a link by way of a subfolder',
    (corpus: string) => {
      mkdirSync(join(corpus, 'sub'))
      symlinkSync('../../outside/secret.txt', join(corpus, 'sub', 'a.txt'))
    },
  ],
  [
    'a link to a link',
    (corpus: string, outside: string) => {
      symlinkSync(join(outside, 'secret.txt'), join(corpus, '.hidden.txt'))
      symlinkSync('.hidden.txt', join(corpus, 'a.txt'))
    },
  ],
  [
    'a link through a linked folder',
    (corpus: string, outside: string) => {
      symlinkSync(outside, join(corpus, 'sub'))
      symlinkSync('sub/secret.txt', join(corpus, 'a.txt'))
    },
  ],
  [
    'a link to the environment of the process',
    (corpus: string) => symlinkSync('/proc/self/environ', join(corpus, 'a.txt')),
  ],
])('%s is not followed', async (_, arrange) => {
  const { ids, refused } = await read(arrange)
  expect(ids).toEqual(['good'])
  expect(refused.some((file) => file.endsWith('a.txt'))).toBe(true)
})

test('any file name is accepted literally', async () => {
  const names = [
    '..txt',
    '...txt',
    '-rf.txt',
    '$(id).txt',
    '`id`.txt',
    '%2e%2e%2fsecret.txt',
    '..\\secret.txt',
    'a\nb.txt',
    '\u001b[2J.txt',
    '__proto__.txt',
    'constructor.md',
    '*.txt',
    "'; --.txt",
  ]
  const { ids } = await read((corpus) => {
    for (const name of names) writeFileSync(join(corpus, name), 'It fell.')
  })
  // Files with a leading dot are ignored.
  expect(ids.sort()).toEqual(
    [...names.filter((name) => !name.startsWith('.')).map((name) => name.replace(/\.\w+$/u, '')), 'good'].sort(),
  )
})
