// The pages of the reader: the list, articles in both formats, marked quotes, and headers.
import { expect, test } from 'vitest'
import type { Answerer } from '../../src/answer/answer.ts'
import { sentencesIn } from '../../src/corpus/article.ts'
import { sentencePath } from '../../src/reader/links.ts'
import { openCorpus } from '../open-corpus.ts'
import { elementsOf, markedText, openPages, quoteOf, textOf, textsOf } from './reading.ts'

const guide = `---
title: The orchard
date: 2024-03-05
section: Gardens
author: Ada Lindqvist
url: https://orchard.example/guide
---
# The orchard

The **oldest pear** in the valley is [*Winter Queen*](varieties.md), planted in 1904 &amp; pruned every March.
It bears ![crossed out](x.png) fruit only <b>every other</b> year.

<script>alert('pears')</script>

## Planting a tree

Dig before the frost:

1. Dig a hole of 80 cm.
2. Fill it with *compost*.

- [x] Buy a stake

| Variety | Picked in |
| --- | ---: |
| Winter Queen | October |
| Red Kaiser | September |

\`\`\`sh
water --litres 20
  water --again
\`\`\`

See [the wiki](https://wiki.example/pears), [a trap](javascript:alert(1)) or [the office](office/).
`

const news = `Tuesday, May 7, 2024

The ferry to Skarholm runs again. It had been in dry dock since February.

OPENING HOURS

The gate opens at six
The bell rings at nine
The boat leaves at ten
`

const files = { 'orchard.md': guide, 'ferry.txt': news, 'varieties.md': '# Varieties\n\nThere are two.\n' }

let opened: Promise<Answerer> | undefined
/** The articles above, indexed once. */
const openFiles = () => (opened ??= openCorpus(files))

test('the list shows the newest first, with title, date, section and language', async () => {
  const { get } = await openPages(await openFiles())
  const { status, text } = await get('/', { 'accept-language': 'xx, fr-CH;q=0.9, de;q=0.5' })
  expect(status).toBe(200)
  const [ferry, orchard, varieties] = textsOf(text, 'li')
  expect(ferry).toContain('7 mai 2024')
  expect(orchard).toBe('The orchard5 mars 2024 · Gardens · anglais · 11 phrases')
  expect(varieties).toMatch(/^Varieties/u)
  expect(textsOf(text, 'h1')).toEqual(['Articles'])
})

test('the list has pages', async () => {
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`note-${i}.txt`, `Note ${i} says so.`]))
  const { get } = await openPages(await openCorpus(many))
  expect(textsOf((await get('/')).text, 'li')).toHaveLength(50)
  const last = (await get('/?page=2')).text
  expect(textsOf(last, 'li')).toHaveLength(1)
  expect((await get('/?page=99')).text).toBe(last)
  expect(textsOf((await get('/?page=-1e99')).text, 'li')).toHaveLength(50)
})

test('a long list is searched by the beginnings of words of titles', async () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`note-${i}.txt`, `Note ${i} says so.`]))
  const answerer = await openCorpus({ ...many, 'bees.md': '# Schöne Bienenstöcke\n\nThere are two.\n' })
  const { get } = await openPages(answerer)
  expect(textsOf((await get('/?find=bienen+SCHONE')).text, 'li')).toEqual([expect.stringMatching(/^Schöne Bienen/u)])
  expect(textsOf((await get('/?find=stocke')).text, 'li')).toEqual([])
  const first = (await get('/?find=note')).text
  expect(textsOf(first, 'li').slice(9, 11)).toEqual([
    expect.stringMatching(/^Note 9/u),
    expect.stringMatching(/^Note 10/u),
  ])
  const [next] = elementsOf(first, ({ properties }) => String(properties.rel) === 'next')
  expect(textsOf((await get(String(next?.properties.href))).text, 'li')).toHaveLength(10)
  const short = await openPages(await openFiles())
  expect(elementsOf((await short.get('/')).text, ({ tagName }) => tagName === 'form')).toHaveLength(1)
})

test('a Markdown article is shown as its author wrote it, with an anchor for each sentence', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer)
  const { text } = await get('/a/orchard')
  expect(textsOf(text, 'h1')).toEqual(['The orchard'])
  expect(textsOf(text, 'h2')).toEqual(['Planting a tree'])
  expect(textsOf(text, 'td')).toEqual(['Winter Queen', 'October', 'Red Kaiser', 'September'])
  expect(textsOf(text, 'pre')).toEqual(['water --litres 20\n  water --again'])
  expect(textsOf(text, 'li')).toEqual(['1. Dig a hole of 80 cm.', '2. Fill it with compost.', '☑ Buy a stake'])
  expect(textsOf(text, 'p')[0]).toBe('March 5, 2024 · Gardens · Ada Lindqvist · English · Original')
  expect(textsOf(text, 'p')[1]).toMatch(/^The oldest pear .* 1904 & pruned every March\.\s+It bears crossed out fruit/u)
  const anchors = elementsOf(text, ({ properties }) => /^p\d+s\d+$/u.test(String(properties.id)))
  const sentences = answerer.articles.find(({ id }) => id === 'orchard')?.sentenceCount
  expect(anchors).toHaveLength(sentences ?? 0)
})

test('links of an article lead to pages, to its own site, or nowhere', async () => {
  const { get } = await openPages(await openFiles())
  const article = elementsOf((await get('/a/orchard')).text, ({ tagName }) => tagName === 'article')[0]
  const links = elementsOf((await get('/a/orchard')).text, ({ tagName }) => tagName === 'a')
  const addresses = Object.fromEntries(links.map((link) => [textOf(link), link.properties.href]))
  expect(addresses).toMatchObject({
    'Winter Queen': '/a/varieties',
    'the wiki': 'https://wiki.example/pears',
    'the office': 'https://orchard.example/office/',
  })
  expect(addresses['a trap']).toBeUndefined()
  expect(article && textOf(article)).toContain('a trap')
})

test('HTML in an article is shown as text or left out', async () => {
  const { get } = await openPages(await openFiles())
  const { text } = await get('/a/orchard')
  expect(elementsOf(text, ({ tagName }) => tagName === 'script')).toHaveLength(1)
  expect(text).not.toContain('alert')
})

test('a plain-text article is shown in paragraphs, with its lines kept where they stand for themselves', async () => {
  const { get } = await openPages(await openFiles())
  const { text } = await get('/a/ferry')
  expect(textsOf(text, 'h2')).toEqual(['OPENING HOURS'])
  expect(elementsOf(text, ({ tagName }) => tagName === 'br')).toHaveLength(2)
  expect(text).not.toContain('Tuesday')
})

test('every sentence can be opened and is marked exactly', async () => {
  const answerer = await openFiles()
  const { get } = await openPages(answerer)
  for (const { paragraphs } of answerer.articles) {
    for (const sentence of sentencesIn([...paragraphs])) {
      const path = sentencePath(sentence)
      const { status, text } = await get(path)
      expect(status).toBe(200)
      expect(markedText(text)).toBe(quoteOf(sentence))
      const [mark] = elementsOf(text, ({ tagName }) => tagName === 'mark')
      expect(mark?.properties.id).toBe(path.slice(path.indexOf('#') + 1))
    }
  }
})

test.each([
  ['When was the oldest pear in the valley planted?', 'orchard', '1904'],
  ['Since when had the ferry been in dry dock?', 'ferry', 'February'],
])('a question to an article leads to the sentence with the answer: %s', async (question, id, phrase) => {
  const { get } = await openPages(await openFiles())
  const { status, headers } = await get(`/a/${id}?q=${encodeURIComponent(question)}`)
  expect(status).toBe(302)
  const { text } = await get(headers.get('location') ?? '')
  const [first] = elementsOf(text, ({ tagName }) => tagName === 'mark').flatMap((mark) =>
    mark.children.filter((child) => child.type === 'element' && child.tagName === 'strong' && textOf(child) === phrase),
  )
  expect(first).toBeDefined()
  const preview = (name: string) =>
    elementsOf(text, ({ properties }) => properties.property === name)[0]?.properties.content
  expect(preview('og:title')).toBe(textsOf(text, 'h1')[0])
  expect(preview('og:description')).toContain(phrase)
})

test('a link to a sentence survives edits elsewhere, and says when the sentence itself has changed', async () => {
  const before = await openFiles()
  let now = before
  const { get } = await openPages(before, { current: () => now })
  const ferry = before.articles.find(({ id }) => id === 'ferry')
  const [, sentence] = sentencesIn([...(ferry?.paragraphs ?? [])])
  const path = sentence ? sentencePath(sentence) : ''
  now = await openCorpus({ 'ferry.txt': news.replace('The ferry', 'Good news, everybody.\n\nThe ferry') })
  const moved = await get(path)
  expect(moved.status).toBe(302)
  expect(moved.headers.get('location')).toBe(path.replaceAll('p1s2', 'p2s2'))
  now = await openCorpus({ 'ferry.txt': news.replace('since February', 'since March') })
  const gone = await get(path)
  expect(gone.status).toBe(200)
  expect(gone.text).toContain('The quoted sentence has changed or is no longer in this article.')
  expect(markedText(gone.text)).toBe('')
})

test('pages are validated, compressed, and private to the site', async () => {
  const { get } = await openPages(await openFiles())
  const { headers, text } = await get('/a/ferry', { 'accept-encoding': 'identity' })
  const tag = headers.get('etag') ?? ''
  expect(await get('/a/ferry', { 'if-none-match': tag })).toMatchObject({ status: 304, text: '' })
  expect((await get('/a/ferry', { 'if-none-match': tag, 'accept-language': 'de' })).status).toBe(200)
  const head = await get('/a/ferry', { 'accept-encoding': 'identity' }, 'HEAD')
  expect(head).toMatchObject({ status: 200, text: '' })
  expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(text))
  expect((await get('/a/ferry')).headers.get('content-encoding')).toBe('gzip')
  expect((await get('/a/ferry')).text).toBe(text)
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*unsafe)/u)
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
  expect((await get('/a/ferry', {}, 'POST')).status).toBe(405)
})

test('the stylesheet is below 8 kB, and search engines are let in only where that is set', async () => {
  const closed = await openPages(await openFiles())
  expect(Buffer.byteLength((await closed.get('/style.css')).text)).toBeLessThan(8_000)
  expect((await closed.get('/robots.txt')).text).toBe('User-agent: *\nDisallow: /\n')
  const open = await openPages(await openFiles(), { isIndexed: true, publicUrl: 'https://example.org/docs' })
  expect((await open.get('/docs/robots.txt')).text).toBe('User-agent: *\nDisallow:\n')
  const { text, headers } = await open.get('/docs/a/ferry')
  expect(headers.has('x-robots-tag')).toBe(false)
  expect(text).not.toContain('noindex')
  expect(text).toContain('href="/docs/style.css"')
  expect(text).toContain('content="https://example.org/docs/a/ferry"')
})

test('a long article is sent in parts, as it is written', async () => {
  const long = Array.from({ length: 1_500 }, (_, i) => `Line ${i} of the log says that nothing happened.`).join('\n\n')
  const answerer = await openCorpus({ 'log.txt': long })
  const { get } = await openPages(answerer)
  const response = await get('/a/log')
  expect(response.headers.has('content-length')).toBe(false)
  const paragraphs = textsOf(response.text, 'article')[0]?.split('happened.') ?? []
  expect(paragraphs).toHaveLength(1_500)
  expect(paragraphs.at(-2)).toBe('Line 1499 of the log says that nothing ')
  const tag = response.headers.get('etag') ?? ''
  expect(await get('/a/log', { 'if-none-match': tag })).toMatchObject({ status: 304, text: '' })
  expect(await get('/a/log', {}, 'HEAD')).toMatchObject({ status: 200, text: '' })
  expect((await get('/a/log', { 'accept-encoding': 'identity' })).text).toBe(response.text)
})

test('a paragraph without end is read in parts, and any of its sentences can be marked', async () => {
  const said = Array.from({ length: 250 }, (_, i) => `Line ${i} of the log says nothing.`)
  const answerer = await openCorpus({ 'log.txt': `A short one.\n\n${said.join(' ')}\n\nThe end.` })
  const { get } = await openPages(answerer)
  const anchors = elementsOf((await get('/a/log')).text, ({ tagName }) => tagName === 'span').map(({ properties }) =>
    String(properties.id),
  )
  expect(anchors).toEqual(['p1s1', ...said.map((_, i) => `p2s${i + 1}`), 'p3s1'])
  for (const sentence of sentencesIn([...(answerer.articles[0]?.paragraphs ?? [])]).filter((_, i) => i % 50 === 0)) {
    const path = sentencePath(sentence)
    const moved = await get(path.replace(/p\d+s\d+/u, 'p3s9'))
    expect(moved.headers.get('location')).toBe(path)
    expect(markedText((await get(path)).text)).toBe(quoteOf(sentence))
  }
})

test('a question is answered with the marked passage, its source, and why it was chosen', async () => {
  const { get } = await openPages(await openFiles())
  const { text } = await get('/ask?q=Since+when+had+the+ferry+been+in+dry+dock%3F', { 'accept-language': 'es' })
  expect(markedText(text)).toBe('IthadbeenindrydocksinceFebruary.')
  expect(textsOf(text, 'blockquote')[0]).toMatch(/^The ferry to Skarholm runs again\./u)
  const links = elementsOf(text, ({ tagName }) => tagName === 'a').map(({ properties }) => String(properties.href))
  expect(links).toContainEqual(expect.stringMatching(/^\/a\/ferry\?s=p1s2-/u))
  expect(textsOf(text, 'summary')).toEqual(['¿Por qué este?'])
})

test('a question about the articles is answered with links to them', async () => {
  const { get } = await openPages(await openFiles())
  const { text } = await get('/ask?q=Who+wrote+it%3F')
  const links = elementsOf(text, ({ tagName }) => tagName === 'li').map((item) => textOf(item))
  expect(links).toContain('The orchardby Ada Lindqvist')
  expect(elementsOf(text, ({ properties }) => properties.href === '/a/orchard')).toHaveLength(1)
})

test('an answer states the age of a source that is older than the setting', async () => {
  const dated = await openCorpus({
    'kiosk.md': '---\ntitle: The kiosk\ndate: 2020-05-04\n---\nThe kiosk sells stamps.\n',
  })
  const { get } = await openPages(dated, { staleAfter: 365 })
  expect((await get('/ask?q=What+does+the+kiosk+sell%3F')).text).toMatch(/ · \d+ years ago · /u)
})

test('a question about something else is answered with silence, and its markup is only text', async () => {
  const { get } = await openPages(await openFiles())
  const { status, text } = await get(`/ask?q=${encodeURIComponent('<b>Zweigelt</b> submarines?')}`)
  expect(status).toBe(200)
  expect(textsOf(text, 'h1')).toEqual(['<b>Zweigelt</b> submarines?'])
  expect(elementsOf(text, ({ tagName }) => tagName === 'mark' || tagName === 'b')).toEqual([])
})
