// Documents that lie in a folder of articles are converted, followed and quoted.
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Passage } from '../../src/answer/answer.ts'
import { documentsLock } from '../../src/importers/folder/folder-lock.ts'
import { folderOf } from '../corpus/reading.ts'

/** As built by `build-program.ts`: its processes start without compiling the source. */
const program = pathToFileURL('dist-test/live-answerer.js').href
const { LiveAnswerer, openOnce }: typeof import('../../src/live-answerer.ts') = await import(program)

const page = (text: string) =>
  `<html lang="en"><title>Harbour</title><body><h1>Harbour</h1><p>The harbour lies below the old mill.</p><p>${text}</p></body></html>`
const FERRY = 'When does the ferry leave?'
const TOWER = 'How tall is the tower?'
const LATEX = 'tests/fixtures/import/pdf/latex.pdf'

/** Folders of articles and of the cache, side by side. */
function placeOf(files: Readonly<Record<string, string>>) {
  const place = folderOf({ 'corpus/owls.md': 'Owls live in the attic.\n', ...files })
  const [corpus, cache, imported] = ['corpus', '.cache', '.imported'].map((name) => join(place, name))
  if (corpus === undefined || cache === undefined || imported === undefined) throw new Error('there is no place')
  return { corpus, paths: { corpus: [corpus], cache }, imported }
}

const within = { timeout: 30_000 }

test('documents are imported when they come, followed when they change, and forgotten when they go', {
  timeout: 90_000,
}, async () => {
  const { corpus, paths, imported } = placeOf({ 'corpus/broken.pdf': '%PDF-1.4 nothing' })
  const problems: string[] = []
  const live = await LiveAnswerer.open(paths, {
    onUpdate: async (_, changes) => void problems.push(...changes.problems.map(({ message }) => message)),
    onError: (error) => problems.push(String(error)),
    onWarning: (line) => problems.push(line),
  })
  onTestFinished(() => live.close())
  const best = (question: string): Passage | undefined => live.current.ask(question).passages[0]
  await expect.poll(() => problems, within).toEqual(['the PDF is damaged; save it again'])

  copyFileSync(LATEX, join(corpus, 'lamp.pdf'))
  writeFileSync(join(corpus, 'harbour.html'), page('The ferry leaves at nine.'))
  await expect.poll(() => best(FERRY)?.sentence.plain, within).toBe('The ferry leaves at nine.')
  await expect.poll(() => best(TOWER)?.citation, within).toMatchObject({ article: 'lamp', page: 1 })
  const tower = live.current.articles.find(({ id }) => id === 'lamp')
  const { start = 0, end = 0, text } = best(TOWER)?.sentence ?? {}
  expect(tower?.file).toBe('lamp.pdf')
  const markdown = readdirSync(imported).find((name) => name.startsWith('lamp.pdf-') && name.endsWith('.md')) ?? ''
  expect(readFileSync(join(imported, markdown), 'utf8').slice(start, end)).toBe(text)

  writeFileSync(join(corpus, 'harbour.html'), page('The ferry leaves at ten.'))
  await expect.poll(() => best(FERRY)?.sentence.plain, within).toBe('The ferry leaves at ten.')

  renameSync(join(corpus, 'harbour.html'), join(corpus, 'harbour.bak'))
  await expect.poll(() => live.current.articles.map(({ id }) => id).sort(), within).toEqual(['lamp', 'owls'])
  await expect.poll(() => readdirSync(imported).filter((name) => name.startsWith('harbour')), within).toEqual([])
})

test('a document is converted once, also when it is touched or moved, and takes no id from an article', {
  timeout: 90_000,
}, async () => {
  const { corpus, paths, imported } = placeOf({
    'corpus/harbour.html': page('The ferry leaves at nine.'),
    'corpus/harbour.md': 'Nets dry on the quay.',
  })
  const open = async () => (await openOnce(paths, { onWarning: (line) => expect.unreachable(line) })).ask(FERRY)
  const markdown = () =>
    readdirSync(imported)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(imported, name))
  expect((await open()).passages[0]?.citation.article).toBe('harbour.html')
  const [first = ''] = markdown()
  // Another conversion would not hold it.
  writeFileSync(first, readFileSync(first, 'utf8').replace('at nine', 'at noon'))
  const document = join(corpus, 'harbour.html')
  utimesSync(document, 1, 1)
  expect((await open()).passages[0]?.sentence.plain).toBe('The ferry leaves at noon.')
  renameSync(document, join(corpus, 'port.html'))
  expect((await open()).passages[0]).toMatchObject({
    sentence: { plain: 'The ferry leaves at noon.' },
    citation: { article: 'port' },
  })
  expect(existsSync(first)).toBe(false)
  expect(markdown()).toHaveLength(1)
})

test('who reads once waits for the process that converts, and takes its conversion', { timeout: 90_000 }, async () => {
  const { paths, imported } = placeOf({ 'corpus/harbour.html': page('The ferry leaves at nine.') })
  const onWarning = (line: string) => expect.unreachable(line)
  await openOnce(paths, { onWarning })
  const [markdown = '', record = ''] = ['.md', '.json'].map((end) =>
    join(imported, readdirSync(imported).find((name) => name.endsWith(end)) ?? ''),
  )
  // What the other process will have made; a conversion here would say nine.
  writeFileSync(markdown, readFileSync(markdown, 'utf8').replace('at nine', 'at noon'))
  const made = readFileSync(record, 'utf8').replace(/"sha256": "\w+"/u, `"sha256": "${'0'.repeat(64)}"`)
  rmSync(record)
  const lock = documentsLock(imported)
  onTestFinished(() => lock.close())
  const answerer = await openOnce(paths, { onWarning, onProgress: () => writeFileSync(record, made) })
  expect(answerer.ask(FERRY).passages[0]?.sentence.plain).toBe('The ferry leaves at noon.')
})

test('of two processes, one converts, and both serve a folder of documents alone', { timeout: 90_000 }, async () => {
  const place = folderOf({ 'corpus/harbour.html': page('The ferry leaves at nine.') })
  const paths = { corpus: [join(place, 'corpus')], cache: join(place, '.cache') }
  const imported = join(place, '.imported')
  mkdirSync(imported)
  const written: string[] = []
  const seen = watch(imported, (_, name) => void (name?.startsWith('harbour') && written.push(name)))
  onTestFinished(() => seen.close())
  const listener = { onUpdate: async () => undefined, onError: () => undefined, onWarning: () => undefined }
  const both = await Promise.all([LiveAnswerer.open(paths, listener), LiveAnswerer.open(paths, listener)])
  for (const live of both) onTestFinished(() => live.close())
  expect(both.map((live) => live.current.ask(FERRY).passages[0]?.sentence.plain)).toEqual([
    'The ferry leaves at nine.',
    'The ferry leaves at nine.',
  ])
  expect(written.filter((name) => name.endsWith('.json'))).toHaveLength(1)
})

test('conversions that cannot be kept are a warning, and the other articles answer', { timeout: 90_000 }, async () => {
  const { corpus, paths, imported } = placeOf({ '.imported': 'a file in the way' })
  writeFileSync(join(corpus, 'harbour.html'), page('The ferry leaves at nine.'))
  const warnings: string[] = []
  const { articles } = await openOnce(paths, { onWarning: (line) => warnings.push(line) })
  expect(articles.map(({ id }) => id)).toEqual(['owls'])
  expect(warnings).toEqual([expect.stringMatching(/^warning: documents cannot be imported to .*\.imported \(E/u)])
  expect(statSync(imported).isFile()).toBe(true)
})
