// Pages of servers' own articles: open with a valid signed link alone, and lead nowhere else.
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Answerer } from '../../src/answer/answer.ts'
import type { Article } from '../../src/corpus/article.ts'
import { articlePath, linksTo } from '../../src/reader/links.ts'
import { openCorpus } from '../open-corpus.ts'
import { elementsOf, markedText, openPages, textsOf } from './reading.ts'

const SECRET = 'a secret of the tests, for links'
const DAY = 86_400_000
const SERVER = '123456789012345678'
const OTHER = '223456789012345678'

let opened: Promise<Answerer> | undefined
const openFiles = () =>
  (opened ??= openCorpus({
    'gate.md': '# The gate\n\nThe gate opens at six.',
    [`servers/${SERVER}/vault.md`]:
      '# The vault\n\nSee [the gate](../../gate.md), [the cellar](cellar.md) and [the loft](../../servers/223456789012345678/loft.md).\n\nThe vault of Quendra opens at seven.',
    [`servers/${SERVER}/cellar.md`]: '# The cellar\n\nThe cellar is flooded.',
    [`servers/${OTHER}/loft.md`]: '# The loft\n\nThe loft is locked.',
  }))

const link = linksTo({ publicUrl: '', secret: SECRET })
const find = (answerer: Answerer, id: string): Article => {
  const article = answerer.articles.find((each) => each.id === id)
  if (!article) throw new Error(`there is no article ${id}`)
  return article
}
const vaultIn = (answerer: Answerer) => find(answerer, `servers/${SERVER}/vault`)
const keyOf = (address: string | undefined) => new URL(address ?? '', 'http://x').searchParams.get('k') ?? ''

test('a signed link opens its article, uncached by others and unlisted', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer, { secret: SECRET, isIndexed: true, publicUrl: 'https://pages.example' })
  const path = link(vaultIn(answerer)) ?? ''
  const { status, headers, text } = await get(path)
  expect(status).toBe(200)
  expect(textsOf(text, 'h1')).toEqual(['The vault'])
  expect(headers.get('cache-control')).toBe('private, no-cache')
  expect(headers.get('x-robots-tag')).toBe('noindex')
  expect(text).toContain('<meta name="robots" content="noindex">')
  expect(text).not.toContain('og:')
  // So that compressing what a visitor typed beside it reveals nothing.
  expect(text).not.toContain(keyOf(path))
  expect(await get(path, { 'if-none-match': headers.get('etag') ?? '' })).toMatchObject({ status: 304, text: '' })
  expect((await get(path, {}, 'HEAD')).status).toBe(200)
})

test('its page leads to shared articles only, and its form asks these', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer, { secret: SECRET })
  const { text } = await get(link(vaultIn(answerer)) ?? '')
  const links = elementsOf(text, ({ tagName }) => tagName === 'a').map(({ properties }) => properties.href)
  expect(links).toEqual(['#text', '/', '/a/gate'])
  const [form] = elementsOf(text, ({ tagName }) => tagName === 'form')
  expect(form?.properties.action).toBe('/ask')
  expect(elementsOf(text, ({ tagName }) => tagName === 'input')).toHaveLength(1)
})

test('a question to it is answered from it, and the address of the sentence keeps the key', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer, { secret: SECRET })
  const vault = vaultIn(answerer)
  const path = link(vault) ?? ''
  const asked = await get(`${path}&q=${encodeURIComponent('When does the vault of Quendra open?')}`)
  expect(asked.status).toBe(302)
  const target = asked.headers.get('location') ?? ''
  expect(keyOf(target)).toBe(keyOf(path))
  expect(asked.headers.get('cache-control')).toBe('private, no-cache')
  expect(markedText((await get(target)).text)).toBe('ThevaultofQuendraopensatseven.')
  const moved = await get(target.replaceAll(/p\d+s(\d)/gu, 'p9s$1'))
  expect([moved.status, moved.headers.get('location')]).toEqual([302, target])
})

test('without a valid signature, the article is not found, and neither is it named anywhere', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer, { secret: SECRET })
  const vault = vaultIn(answerer)
  const path = articlePath(vault.id)
  const key = keyOf(link(vault))
  const [day = '', signature = ''] = [key.slice(0, 5), key.slice(6)]
  const ofOtherServer = keyOf(link({ ...vault, server: OTHER }))
  const forgeries = [
    '',
    `${Number(day) + 1}-${signature}`,
    `${day}-${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`,
    `${day}-${'A'.repeat(21)}`,
    `${key}A`,
    keyOf(link(find(answerer, `servers/${SERVER}/cellar`))),
    keyOf(link(find(answerer, `servers/${OTHER}/loft`))),
    ofOtherServer,
    keyOf(linksTo({ publicUrl: '', secret: `${SECRET}!` })(vault)),
  ]
  const missing = (await get(`/a/servers/${SERVER}/none?k=${key}`)).text
  for (const forgery of forgeries) {
    const { status, text, headers } = await get(`${path}?k=${forgery}&q=vault&s=p1s1-AAAAAAAA`)
    expect([forgery, status, text, headers.get('etag')]).toEqual([forgery, 404, missing, null])
  }
  expect((await get(`/a/${vault.id}`)).text).toBe(missing)
  expect((await get(`${path}?k=&k=${key}`)).status).toBe(404)
  for (const place of [`/?k=${key}`, `/ask?q=vault+of+Quendra&k=${key}`, `/a/gate?q=vault+of+Quendra&k=${key}`])
    expect((await get(place)).text).not.toMatch(/The vault|The cellar|seven|servers\//u)
})

test('a link expires after 30 days, also for those who have kept its page', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer, { secret: SECRET })
  const path = link(vaultIn(answerer)) ?? ''
  const tag = (await get(path)).headers.get('etag') ?? ''
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 30 * DAY })
  onTestFinished(() => void vi.useRealTimers())
  expect((await get(path, { 'if-none-match': tag })).status).toBe(304)
  vi.setSystemTime(Date.now() + DAY)
  expect((await get(path, { 'if-none-match': tag })).status).toBe(404)
})

test('without a secret, no link opens an article of a server', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer)
  expect((await get(link(vaultIn(answerer)) ?? '')).status).toBe(404)
  expect(linksTo({ publicUrl: '' })(vaultIn(answerer))).toBeUndefined()
})
