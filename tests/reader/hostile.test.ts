// Hostile requests and articles: no internal error, nothing outside of the corpus, no markup from an article.
import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAnswerer } from '../../src/answer/answer.ts'
import { readArticle } from '../../src/corpus/read-article.ts'
import { openCorpus } from '../open-corpus.ts'
import { hostileTargets } from './hostile-requests.ts'
import { elementsOf, openPages, textsOf } from './reading.ts'

const CANARY = 'Nobody outside should read this.'
const RUNS = 100

let opened: ReturnType<typeof openCorpus> | undefined
const openOpen = () => (opened ??= openCorpus({ 'open.md': 'The gate is open.' }))

/** Sends a request line as it is, and gives the status and the body. */
async function send(port: number, target: string, headers: string): Promise<{ status: number; body: string }> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n`, 'latin1')
  let received = ''
  for await (const chunk of socket) received += String(chunk)
  const [head = '', ...rest] = received.split('\r\n\r\n')
  return { status: Number(head.slice(9, 12)), body: rest.join('\r\n\r\n') }
}

test('no request reaches beyond the articles or fails inside', async () => {
  const { port } = await openPages(await openCorpus({ 'open.md': 'The gate is open.', 'servers.txt': 'Two gates.' }))
  const property = fc.asyncProperty(hostileTargets, fc.string({ unit: 'binary-ascii' }), async (target, header) => {
    const headers = `Accept-Language: ${header.replace(/[^\x20-\x7e]/gu, '')}\r\n`
    const { status, body } = await send(port, target, headers)
    expect(status).toBeLessThan(500)
    expect(body).not.toMatch(/root:|"dependencies"/u)
  })
  await fc.assert(property, { numRuns: RUNS })
})

/** Sends bytes as they are, and gives all that comes back until the server closes the connection. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.on('error', () => undefined)
  socket.write(bytes, 'latin1')
  try {
    for await (const chunk of socket) received += String(chunk)
  } catch {
    // A refused request may be cut off while it is being sent.
  }
  return received
}

const HOST = 'Host: localhost\r\n'
const END = `${HOST}Connection: close\r\n\r\n`

test.each([
  [
    'two lengths of the body',
    `GET / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    400,
  ],
  ['a line end in a header', `GET / HTTP/1.1\r\n${HOST}X-A: b\rGET /a HTTP/1.1\r\n\r\n`, 400],
  ['a space before the colon', `GET / HTTP/1.1\r\nHost : localhost\r\n\r\n`, 400],
  ['no Host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['overlong UTF-8', `GET /a/%c0%ae%c0%ae/%c0%afetc HTTP/1.1\r\n${END}`, 400],
  ['a question of a megabyte', `GET /ask?q=${'a'.repeat(1_000_000)} HTTP/1.1\r\n${END}`, 431],
  ['a method that changes something', `DELETE /a/open HTTP/1.1\r\nX-HTTP-Method-Override: GET\r\n${END}`, 405],
  ['TRACE', `TRACE / HTTP/1.1\r\n${END}`, 405],
  ['line ends in the path', `GET /a/open%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\n${END}`, 404],
  ['another server', `GET http://evil.example/a/open HTTP/1.1\r\n${END}`, 404],
  ['another host in the path', `GET //evil.example/%2e%2e HTTP/1.1\r\n${END}`, 404],
  ['the name of another machine', 'GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
])('%s is refused, and no cache keeps the refusal', async (_, bytes, status) => {
  const { port } = await openPages(await openOpen())
  const received = await exchange(port, bytes)
  expect(received.slice(0, 12)).toBe(`HTTP/1.1 ${status}`)
  expect(received).not.toMatch(/^set-cookie|evil\.example/imu)
  if (status === 405 || status === 421) expect(received).toMatch(/^cache-control: no-store\r$/imu)
})

test('requests in a row on one connection are answered in order', async () => {
  const { port } = await openPages(await openOpen())
  const received = await exchange(
    port,
    `GET /a/open HTTP/1.1\r\n${HOST}\r\nHEAD / HTTP/1.1\r\n${HOST}\r\nGET /a/none HTTP/1.1\r\n${END}`,
  )
  expect(received.match(/HTTP\/1\.1 \d+/gu)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 200', 'HTTP/1.1 404'])
})

test('the public name is that of the settings, whatever a client claims', async () => {
  const { port } = await openPages(await openOpen(), { publicUrl: 'https://pages.example' })
  const named = (host: string) =>
    exchange(
      port,
      `GET /a/open HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`,
    )
  expect(await named('Pages.example')).toContain('content="https://pages.example/a/open"')
  expect(await named('pages.example')).not.toContain('evil.example')
  expect(await named('evil.example')).toMatch(/^HTTP\/1\.1 421/u)
})

test('of a long list of languages only the first ones are read', async () => {
  const { get } = await openPages(await openOpen())
  const titleIn = async (languages: string) => textsOf((await get('/', { 'accept-language': languages })).text, 'h1')
  expect(await titleIn(`${'xx,'.repeat(10)}de`)).toEqual(['Artikel'])
  expect(await titleIn(`${'xx,'.repeat(3_000)}de`)).toEqual(['Articles'])
})

test('articles of servers are not public', async () => {
  const answerer = await openCorpus({ 'open.txt': 'The gate is open.' })
  const [article] = answerer.articles
  if (!article) throw new Error('there is no article')
  const own = { ...article, id: 'servers/123456789012345678/own', title: CANARY, server: '123456789012345678' }
  const { get } = await openPages({ ...answerer, articles: [article, own] })
  expect((await get('/')).text).not.toContain(CANARY)
  expect((await get('/a/servers/123456789012345678/own')).status).toBe(404)
})

test('a title that looks like the place of the text stays a title', async () => {
  const title = '"><!--text of the article--><a href="javascript:alert(1)">x</a>'
  const { get } = await openPages(await openCorpus({ 'x.md': `---\ntitle: '${title}'\n---\nThe gate is open.` }))
  const { text } = await get('/a/x')
  expect(textsOf(text, 'h1')).toEqual([title])
  expect(textsOf(text, 'article')).toEqual(['The gate is open.'])
  expect(text).not.toContain('<a href="javascript:')
})

/** What Markdown, HTML and URLs are written with, so that random texts come close to markup. */
const fragments = fc.constantFrom(
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">x</a>', '</article>'],
  ...[
    '[x](javascript:alert(1))',
    '[x](data:text/html,<script>)',
    '![x](//evil.example/x.png)',
    '"><svg onload=alert(1)>',
  ],
  ...[
    '&lt;script&gt;',
    '&#60;b&#62;',
    '<!--text of the article-->',
    '`<b>`',
    '\n\n',
    '\n> ',
    '\n- ',
    '\n1. ',
    '\n# ',
    '**',
  ],
  ...[
    '| a | b |\n| - | - |\n| <i> | c |\n',
    '\n```\n<script>\n```\n',
    '[^1]\n\n[^1]: <b>note</b>',
    'Word. ',
    '<style>*{}</style>',
  ],
  ...[
    '\u202e',
    '\u0000',
    '\ud800',
    '\ue000',
    '\ue001',
    '{{ x }}',
    '::: tip T\n',
    '<details><summary>Q</summary>',
    '<div id="text">',
  ],
)
const texts = fc.array(fc.oneof(fragments, fc.string()), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))

test('no markup of an article reaches the page', async () => {
  const allowed = new Set(
    'html head meta title link script body a header nav form input button main h1 h2 h3 h4 h5 h6 p article span mark strong em del code pre ul ol li table thead tbody tr th td blockquote br hr details summary sup section b i'.split(
      ' ',
    ),
  )
  let now = await openCorpus({ 'open.txt': 'The gate is open.' })
  const { get } = await openPages(now, { current: () => now })
  const property = fc.asyncProperty(texts, fc.constantFrom('md', 'txt'), async (text, extension) => {
    const { article } = await readArticle(`x.${extension}`, `Some words come first. ${text} And some words come last.`)
    now = await createAnswerer([article])
    const { status, text: html } = await get('/a/x')
    expect(status).toBe(200)
    const elements = elementsOf(html, () => true)
    expect(elements.filter(({ tagName }) => !allowed.has(tagName))).toEqual([])
    expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(1)
    expect(elements.filter(({ tagName }) => tagName === 'article')).toHaveLength(1)
    for (const { properties } of elements) {
      expect(Object.keys(properties).filter((name) => /^on|^style$|^srcdoc$/iu.test(name))).toEqual([])
      if (properties.href !== undefined)
        expect(String(properties.href)).toMatch(/^(?:\/|#|https?:|mailto:|data:image\/svg)/u)
    }
  })
  await fc.assert(property, { numRuns: RUNS })
})
