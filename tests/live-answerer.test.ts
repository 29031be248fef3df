import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Changes } from '../src/indexing/index-version.ts'
import { openLive } from '../src/live-answerer.ts'
import { folderOf } from './corpus/reading.ts'

const FERRY = 'The ferry leaves at nine.\n'
const WHEN = 'When does the ferry leave?'

/** A folder that is asked while it changes, and what is heard of it. */
async function live(files: Readonly<Record<string, string>>, corpus = folderOf(files)) {
  const heard: { changes: Changes[]; failures: string[]; told: string[] } = { changes: [], failures: [], told: [] }
  const articles = await openLive(
    { corpus, cache: folderOf({}) },
    {
      onUpdate: async (_, changes) => void heard.changes.push(changes),
      onError: (error) => heard.failures.push(String(error)),
      onWarning: (line) => heard.told.push(line),
    },
  )
  onTestFinished(() => articles.close())
  const best = (question = WHEN) => articles.current.ask(question).passages[0]?.sentence.plain
  const within = { timeout: 8_000 }
  return { corpus, articles, heard, best, becomes: (text: string) => expect.poll(best, within).toBe(text) }
}

test.each<[string, (corpus: string) => void]>([
  ['written over', (corpus) => writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten.\n')],
  [
    'written through another, as editors do',
    (corpus) => {
      writeFileSync(join(corpus, '.ferry.txt.swp'), 'The ferry leaves at ten.\n')
      renameSync(join(corpus, '.ferry.txt.swp'), join(corpus, 'ferry.txt'))
    },
  ],
  [
    'taken away, and another has come in a new folder',
    (corpus) => {
      unlinkSync(join(corpus, 'ferry.txt'))
      mkdirSync(join(corpus, 'harbour', 'boats'), { recursive: true })
      writeFileSync(join(corpus, 'harbour', 'boats', 'boat.md'), 'The ferry leaves at ten.\n')
    },
  ],
])('what a file says is asked soon after it was %s', { timeout: 20_000 }, async (_, change) => {
  const { corpus, best, becomes } = await live({ 'ferry.txt': FERRY, 'owls.txt': 'Owls live in the attic.\n' })
  expect(best()).toBe('The ferry leaves at nine.')
  change(corpus)
  await becomes('The ferry leaves at ten.')
})

test('a folder that comes in place of another is read instead', { timeout: 20_000 }, async () => {
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
])('a folder %s that is made anew under its name goes on being watched', { timeout: 20_000 }, async (_, inside) => {
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

test('a burst of changes is read once or twice, and nothing of it is lost', { timeout: 20_000 }, async () => {
  const { corpus, heard, articles } = await live({ 'ferry.txt': FERRY })
  for (let i = 0; i < 200; i++) writeFileSync(join(corpus, `boat-${i}.txt`), `Boat ${i} is green.\n`)
  await expect.poll(() => articles.current.articles.length, { timeout: 8_000 }).toBe(201)
  expect(heard.changes.length).toBeLessThanOrEqual(2)
  expect(heard.changes.reduce((sum, { added }) => sum + added.articles, 0)).toBe(200)
})

test('a folder that is emptied or gone goes on answering, and says so', { timeout: 20_000 }, async () => {
  const { corpus, articles, heard, best, becomes } = await live({ 'ferry.txt': FERRY })
  unlinkSync(join(corpus, 'ferry.txt'))
  await expect(articles.reload()).rejects.toThrow(`there is no article in ${corpus} any more, so the last ones go on`)
  expect(best()).toBe('The ferry leaves at nine.')
  rmSync(corpus, { recursive: true })
  await expect(articles.reload()).rejects.toThrow(`cannot read the folder ${corpus} (ENOENT)`)
  expect(best()).toBe('The ferry leaves at nine.')
  expect(heard.failures.join()).toContain('no article')
  mkdirSync(corpus)
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten.\n')
  await becomes('The ferry leaves at ten.')
})

test('a reload that is asked for answers from what it has read once it is over', { timeout: 20_000 }, async () => {
  const { corpus, articles, best } = await live({ 'ferry.txt': FERRY })
  writeFileSync(join(corpus, 'ferry.txt'), 'The ferry leaves at ten. It is late.\n')
  const [changes] = await Promise.all([articles.reload(), articles.reload()])
  expect(changes.changed).toEqual({ articles: 1, sentences: 2 })
  expect(best()).toBe('The ferry leaves at ten.')
})
