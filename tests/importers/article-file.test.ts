// The files of imported documents: names and front matter that no document can break, and files that are not theirs.
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readArticle } from '../../src/corpus/read-article.ts'
import { importedFiles } from '../../src/importers/article-file.ts'
import type { ImportedDocument } from '../../src/importers/document.ts'
import { importFeed } from '../../src/importers/formats/feed.ts'
import { saveArticle, slugOf } from '../../src/importers/save-article.ts'
import { folderOf } from '../corpus/reading.ts'

const provenance = { sha256: 'a'.repeat(64) }

async function saved(document: Partial<ImportedDocument>, name = 'ferry') {
  const corpus = folderOf({})
  const whole = { markdown: 'The ferry leaves at nine.', warnings: [], ...document }
  const { path } = await saveArticle(whole, { corpus, to: '.', name, provenance, known: [], isPage: true })
  return { corpus, path, text: readFileSync(join(corpus, path), 'utf8') }
}

test.for([
  ['../../etc/passwd', 'etc-passwd'],
  ['gnp.\u202eexe', 'gnp-exe'],
  ['ferry. . .', 'ferry'],
  ['x\0y', 'x-y'],
  ['CON', 'con-document'],
  ['lpt1', 'lpt1-document'],
  ['…', 'document'],
] as const)('the name %j becomes the file %s', ([name, slug]) => {
  expect(slugOf(name)).toBe(slug)
})

test('a name fits into a file system, and ends with a whole letter', () => {
  const slug = slugOf('𠮷'.repeat(100))
  expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200)
  expect(slug).toMatch(/^𠮷+$/u)
  expect(Buffer.byteLength(slugOf('長'.repeat(100)))).toBeLessThanOrEqual(200)
})

test.for(['---\nserver: 1\n---\n', 'Ferry: a "guide" #1', '&ferry *ferry', '!!js/function', '| block', '- - -'])(
  'the title %j stays a title',
  async (title) => {
    const { path, text } = await saved({ title, author: title })
    const { article, warnings } = await readArticle(path, text)
    const plain = title.replace(/\s+/gu, ' ').trim()
    expect(article).toMatchObject({ title: plain, author: plain })
    expect(warnings).toEqual([])
  },
)

test('a title controls neither a terminal nor the direction of writing', async () => {
  const { path, text } = await saved({ title: '\u001b[2JFerry\u202egnp.\0exe' })
  expect((await readArticle(path, text)).article.title).toBe('[2JFerry gnp. exe')
})

test('text that looks like a front matter stays text', async () => {
  const { path, text } = await saved({ title: 'Ferry', markdown: '---\ntitle: Evil\n---\n\nIt leaves.' })
  expect((await readArticle(path, text)).article.title).toBe('Ferry')
})

test('a file is known again whatever address its page claims', async () => {
  const { corpus } = await saved({ url: `https://example.org/${'a'.repeat(9_000)}` })
  expect(await importedFiles(corpus)).toHaveLength(1)
  const link = `https://example.org/${'a'.repeat(9_000)}`
  const feed = `<rss version="2.0"><channel><item><title>Ferry</title><link>${link}</link><description>It leaves.</description></item></channel></rss>`
  expect(importFeed(feed, 'https://example.org/feed')[0]?.url).toMatch(/^https:\/\/example\.org\/feed#\w+$/u)
})

test('folders and broken links that are named like articles do no harm', async () => {
  const { corpus } = await saved({})
  mkdirSync(join(corpus, 'folder.md'))
  symlinkSync('/nowhere', join(corpus, 'link.md'))
  expect((await importedFiles(corpus)).map(({ path }) => path)).toEqual(['ferry.md'])
})

test('a file whose validators cannot be sent is not asked for again', async () => {
  const yaml = (etag: string) =>
    `---\nsource_sha256: ${provenance.sha256}\netag: ${JSON.stringify(etag)}\n---\n\nText.\n`
  const corpus = folderOf({ 'good.md': yaml('"1"'), 'bad.md': yaml('"1"\r\nx-forged: 1') })
  expect((await importedFiles(corpus)).map(({ path }) => path)).toEqual(['good.md'])
})
