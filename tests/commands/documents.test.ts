// `verbatim add` and `verbatim remove`, as a person runs them.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, vi } from 'vitest'
import { html, serve } from '../importers/web-server.ts'
import { runCommand } from '../run-command.ts'
import { folderOf, runVerbatim } from '../run-verbatim.ts'

// Each document is converted in a process of its own.
vi.setConfig({ testTimeout: 90_000 })

const FIXTURES = resolve('tests/fixtures/import')
const env = (corpus: string) => ({ FETCH_LOOPBACK: '1', CACHE_DIR: join(corpus, '.cache') })
const run = (corpus: string, ...args: string[]) => runCommand(['--corpus', corpus, ...args], { env: env(corpus) })

test('adds a document as a Markdown file that answers, and leaves it alone the second time', async () => {
  const corpus = folderOf({})
  const first = await run(corpus, 'add', `${FIXTURES}/pdf/latex.pdf`)
  expect(first.stderr).toBe('')
  expect(first.stdout).toContain('latex.md: added\n  The lamp at Corran Point · 2021-06-14 · en · ')
  expect(first.status).toBe(0)
  const file = readFileSync(join(corpus, 'latex.md'), 'utf8')
  expect(file).toMatch(
    /^---\ntitle: The lamp at Corran Point\ndate: 2021-06-14\nimported: \d{4}-\d{2}-\d{2}\nsource_sha256: [\da-f]{64}\n---\n\n/u,
  )
  const asked = await run(corpus, 'ask', 'How tall is the tower?')
  expect(asked.stdout).toContain('thirty-four metres tall')
  expect(asked.stdout).toContain(' · page 1')
  const second = await run(corpus, 'add', `${FIXTURES}/pdf/latex.pdf`)
  expect(second.stdout).toContain('latex.md: unchanged')
  expect(readFileSync(join(corpus, 'latex.md'), 'utf8')).toBe(file)
  expect(readdirSync(corpus).filter((name) => !name.startsWith('.'))).toEqual(['latex.md'])
})

test('adds the documents of a folder, and names each that failed', async () => {
  const corpus = folderOf({})
  const source = folderOf({ 'broken.pdf': '%PDF-1.4 nothing', 'notes.txt': 'Not one of them.' })
  cpSync(`${FIXTURES}/docx/word-like.docx`, join(source, 'lamp.docx'))
  const { status, stdout, stderr } = await runVerbatim(
    ['--corpus', corpus, 'add', source, '--to', 'rules', '--title', 'House rules'],
    { env: env(corpus) },
  )
  expect(stdout).toContain('rules/lamp.md: added\n  House rules · ')
  expect(stderr).toMatch(
    /1 of 2: .*broken\.pdf\n.*broken\.pdf was not added: the PDF is damaged; save it again\n2 of 2: .*\n1 of 2 documents were not added\n/u,
  )
  expect(status).toBe(1)
})

test('adds a web page, and says what differs when it has changed', async () => {
  const corpus = folderOf({})
  const page = (end: string) =>
    `<html lang="en"><title>Opening hours</title><body><h1>Opening hours</h1><p>The museum opens at nine o’clock on weekdays.</p><p>${end}</p></body></html>`
  let end = 'On Sundays it stays closed all day.'
  const { origin } = await serve({ '/hours': (request, response) => html(page(end))(request, response) })
  const first = await run(corpus, 'add', `${origin}/hours`)
  expect(first.stdout).toContain(
    'opening-hours.md: added\n  Opening hours · no date · en · 2 sentences\n  The museum opens',
  )
  end = 'On Sundays it opens at noon.'
  const second = await run(corpus, 'add', `${origin}/hours`)
  expect(second.stdout).toContain('opening-hours.md: updated (1 new paragraph, 1 paragraph gone)')
  expect(readFileSync(join(corpus, 'opening-hours.md'), 'utf8')).toContain(`url: ${origin}/hours\n`)
})

test('refreshes pages that have changed, and keeps the article of a page that is gone', async () => {
  const corpus = folderOf({})
  const page = (text: string) => `<html lang="en"><title>Ferry</title><body><h1>Ferry</h1><p>${text}</p></body></html>`
  let version = '"1"'
  let isGone = false
  const conditions: (string | undefined)[] = []
  const { origin } = await serve({
    '/ferry': (request, response) => {
      conditions.push(request.headers['if-none-match'])
      if (isGone) response.writeHead(410).end()
      else if (request.headers['if-none-match'] === version) response.writeHead(304).end()
      else html(page(`The ferry of version ${version} leaves at noon.`), { etag: version })(request, response)
    },
  })
  await run(corpus, 'add', `${origin}/ferry`)
  expect((await run(corpus, 'refresh')).stdout).toContain('ferry.md: unchanged')
  expect(conditions).toEqual([undefined, '"1"'])
  version = '"2"'
  expect((await run(corpus, 'refresh')).stdout).toContain('ferry.md: updated (1 new paragraph, 1 paragraph gone)')
  isGone = true
  const last = await run(corpus, 'refresh')
  expect(last.stderr).toContain(`ferry.md: the page ${origin}/ferry is gone; its last version stays`)
  expect(last.status).toBe(0)
  expect(readFileSync(join(corpus, 'ferry.md'), 'utf8')).toContain('version "2" leaves')
})

test('does not fetch from this machine unless it is told to', async () => {
  const corpus = folderOf({})
  const { origin, requests } = await serve({ '/': html('<p>secret</p>') })
  const { status, stderr } = await runCommand(['--corpus', corpus, 'add', origin])
  expect(stderr).toMatch(
    /was not added: 127\.0\.0\.1:\d+ is an address of a private network: only public web pages are fetched/u,
  )
  expect(status).toBe(1)
  expect(requests).toEqual([])
})

test('says what to do with a text, an address without a scheme, and a folder that cannot be written', async () => {
  const corpus = folderOf({ 'rules.txt': 'Dogs are kept on a lead.', file: 'in the way' })
  const text = await run(corpus, 'add', join(corpus, 'rules.txt'))
  expect(text.stderr).toMatch(/rules\.txt is text, which needs no conversion: copy it into the folder of articles\n$/u)
  const address = await run(corpus, 'add', 'example.org/rules')
  expect(address.stderr).toContain(
    'there is no file example.org/rules: check its name; an address begins with https://',
  )
  const unwritable = await run(corpus, 'add', `${FIXTURES}/docx/word-like.docx`, '--to', 'file')
  expect(unwritable.stderr).toMatch(/^.*word-like\.docx was not added: E\w+: [^\n]*\n$/u)
  expect(unwritable.status).toBe(1)
})

test('does not overwrite a file that somebody wrote', async () => {
  const corpus = folderOf({ 'latex.md': '# Mine\n\nI wrote this one myself.' })
  const { stdout } = await run(corpus, 'add', `${FIXTURES}/pdf/latex.pdf`)
  expect(stdout).toContain('latex-2.md: added')
  expect(readFileSync(join(corpus, 'latex.md'), 'utf8')).toContain('# Mine')
})

test('refuses a folder outside the corpus', async () => {
  const corpus = folderOf({ 'a.md': 'One sentence stands here.' })
  const { status, stderr } = await run(corpus, 'add', `${FIXTURES}/pdf/latex.pdf`, '--to', '../elsewhere')
  expect(stderr).toContain('is not in')
  expect(status).toBe(1)
  expect(existsSync(join(corpus, '../elsewhere'))).toBe(false)
})

test('removes an article to the trash, where it no longer answers', async () => {
  const corpus = folderOf({ 'a.md': 'The ferry leaves at noon.', 'b.md': 'The bakery opens at six.' })
  const { status, stdout } = await run(corpus, 'remove', 'a')
  expect(stdout).toMatch(/^a was removed; its file is now .*\.trash\/.* a\.md$/mu)
  expect(status).toBe(0)
  expect(existsSync(join(corpus, 'a.md'))).toBe(false)
  const again = await run(corpus, 'remove', 'a')
  expect(again.stderr).toContain("there is no article 'a': verbatim check lists their paths")
  expect(again.status).toBe(1)
  writeFileSync(join(corpus, 'a.md'), 'The ferry leaves at noon.')
})
