// The corpus is watched and indexed again while questions are answered.
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Changes } from '../src/indexing/index-version.ts'
import { folderOf } from './corpus/reading.ts'

/** As built by `build-program.ts`: its worker starts without compiling the source. */
const program = pathToFileURL('dist-test/live-answerer.js').href
const { LiveAnswerer }: typeof import('../src/live-answerer.ts') = await import(program)

const FERRY = 'The ferry leaves at nine.\n'
const WHEN = 'When does the ferry leave?'

/** A folder that is asked while it changes, and what was reported of it. */
async function live(files: Readonly<Record<string, string>>, corpus = folderOf(files)) {
  const heard: { changes: Changes[]; failures: string[]; warnings: string[] } = {
    changes: [],
    failures: [],
    warnings: [],
  }
  const articles = await LiveAnswerer.open(
    { corpus: [corpus], cache: folderOf({}) },
    {
      onUpdate: async (_, changes) => void heard.changes.push(changes),
      onError: (error) => heard.failures.push(String(error)),
      onWarning: (line) => heard.warnings.push(line),
    },
    { publicUrl: 'https://pages.example' },
  )
  onTestFinished(() => articles.close())
  const best = (question = WHEN) => articles.current.ask(question).passages[0]?.sentence.plain
  const within = { timeout: 20_000 }
  return { corpus, articles, heard, best, becomes: (text: string) => expect.poll(best, within).toBe(text) }
}

test('questions are answered from a file soon after it was overwritten, replaced, or removed for another', {
  timeout: 60_000,
}, async () => {
  const { corpus, articles, best, becomes } = await live({
    'ferry.txt': FERRY,
    'owls.txt': 'Owls live in the attic.\n',
  })
  expect(best()).toBe('The ferry leaves at nine.')
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten.\n')
  await becomes('The ferry leaves at ten.')
  // As editors do.
  writeFileSync(join(corpus, '.ferry.txt.swp'), 'The ferry leaves at noon.\n')
  renameSync(join(corpus, '.ferry.txt.swp'), join(corpus, 'ferry.txt'))
  await becomes('The ferry leaves at noon.')
  unlinkSync(join(corpus, 'ferry.txt'))
  mkdirSync(join(corpus, 'harbour', 'boats'), { recursive: true })
  writeFileSync(join(corpus, 'harbour', 'boats', 'boat.md'), 'The ferry leaves at one.\n')
  await becomes('The ferry leaves at one.')
  expect(articles.current.ask(WHEN).passages[0]?.citation.url).toMatch(/^https:\/\/pages\.example\/a\/.+#p1s1$/u)
})

test('a folder that replaces another is read instead', { timeout: 60_000 }, async () => {
  const [old, next] = [folderOf({ 'ferry.txt': FERRY }), folderOf({ 'ferry.txt': 'The ferry leaves at ten.\n' })]
  const link = join(folderOf({}), 'corpus')
  symlinkSync(old, link)
  const { becomes } = await live({}, link)
  const other = `${link}.next`
  symlinkSync(next, other)
  renameSync(other, link)
  await becomes('The ferry leaves at ten.')
})

test.each([
  ['itself', ''],
  ['in it', 'harbour'],
])('a folder %s that is created again under its name is watched', { timeout: 60_000 }, async (_, inside) => {
  const { corpus, becomes } = await live({ 'harbour/ferry.txt': FERRY })
  const folder = join(corpus, inside)
  const ferry = join(corpus, 'harbour', 'ferry.txt')
  rmSync(folder, { recursive: true })
  mkdirSync(join(corpus, 'harbour'), { recursive: true })
  writeFileSync(ferry, 'The ferry leaves at ten.\n')
  await becomes('The ferry leaves at ten.')
  writeFileSync(ferry, 'The ferry leaves at one.\n')
  await becomes('The ferry leaves at one.')
})

test('a burst of changes is read once or twice, and no file is missed', { timeout: 60_000 }, async () => {
  const { corpus, heard, articles } = await live({ 'ferry.txt': FERRY })
  for (let i = 0; i < 200; i++) writeFileSync(join(corpus, `boat-${i}.txt`), `Boat ${i} is green.\n`)
  await expect.poll(() => articles.current.articles.length, { timeout: 20_000 }).toBe(201)
  expect(heard.changes.length).toBeLessThanOrEqual(2)
  expect(heard.changes.reduce((sum, { added }) => sum + added.articles, 0)).toBe(200)
})

test('a folder that is emptied or removed keeps answering from its last version, and reports it', {
  timeout: 20_000,
}, async () => {
  const { corpus, articles, heard, best, becomes } = await live({ 'ferry.txt': FERRY })
  unlinkSync(join(corpus, 'ferry.txt'))
  await expect(articles.reload()).rejects.toThrow(
    `there is no article in ${corpus} any more, so the last ones stay in use`,
  )
  expect(best()).toBe('The ferry leaves at nine.')
  rmSync(corpus, { recursive: true })
  await expect(articles.reload()).rejects.toThrow(`cannot read the folder ${corpus} (ENOENT)`)
  expect(best()).toBe('The ferry leaves at nine.')
  expect(heard.failures.join()).toContain('no article')
  mkdirSync(corpus)
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten.\n')
  await becomes('The ferry leaves at ten.')
})

test('`current` has the changes once a reload resolves, and a closed corpus is read no more', {
  timeout: 60_000,
}, async () => {
  const { corpus, articles, best } = await live({ 'ferry.txt': FERRY })
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten. It is late.\n')
  const [changes] = await Promise.all([articles.reload(), articles.reload()])
  expect(changes.changed).toEqual({ articles: 1, sentences: 2 })
  expect(best()).toBe('The ferry leaves at ten.')
  articles.close()
  await expect(articles.reload()).rejects.toThrow('the corpus is closed')
})

test('what is wrong with the files is reported in a few lines at the start', { timeout: 60_000 }, async () => {
  const odd = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`odd-${i}.md`, '---\ndate: soon\n---\nIt fell.\n']),
  )
  const bad = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`bad-${i}.txt`, '']))
  const { heard } = await live({ 'ferry.txt': FERRY, ...odd, ...bad })
  expect(heard.warnings).toEqual([
    ...Array.from({ length: 5 }, (_, i) => `refused: bad-${i}.txt: it is empty; write some text`),
    '2 more files refused; run verbatim check',
    '300 warnings in 300 files; run verbatim check',
  ])
})

test('several folders are watched', { timeout: 60_000 }, async () => {
  const [ferries, boats] = [folderOf({ 'ferry.txt': FERRY }), folderOf({ 'boat.txt': 'The boat is green.\n' })]
  const articles = await LiveAnswerer.open(
    { corpus: [ferries, boats], cache: folderOf({}) },
    { onUpdate: async () => undefined, onError: () => undefined, onWarning: () => undefined },
  )
  onTestFinished(() => articles.close())
  writeFileSync(join(boats, 'boat.txt'), 'The ferry leaves at ten.\n')
  writeFileSync(join(ferries, 'ferry.txt'), 'The ferry is blue.\n')
  const best = () => articles.current.ask(WHEN).passages[0]?.sentence.plain
  await expect.poll(best, { timeout: 20_000 }).toBe('The ferry leaves at ten.')
})

test('a version that the listener could not take is offered again', { timeout: 60_000 }, async () => {
  const corpus = folderOf({ 'ferry.txt': FERRY })
  const offered: number[] = []
  let isFull = true
  const articles = await LiveAnswerer.open(
    { corpus: [corpus], cache: folderOf({}) },
    {
      onUpdate: async ({ sentences }) => {
        offered.push(sentences)
        if (isFull) throw new Error('no memory')
      },
      onError: () => undefined,
      onWarning: () => undefined,
    },
  )
  onTestFinished(() => articles.close())
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten. It is late.\n')
  await expect(articles.reload()).rejects.toThrow('no memory')
  isFull = false
  await articles.reload()
  expect(offered.length).toBeGreaterThanOrEqual(2)
  expect(new Set(offered)).toEqual(new Set([2]))
})
