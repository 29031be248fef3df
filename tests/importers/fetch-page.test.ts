// Fetching web pages: limits, robots.txt, and addresses that must not be reached.
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { fetchPage } from '../../src/importers/web/fetch-page.ts'
import { createRobots } from '../../src/importers/web/robots.ts'
import { html, redirectTo, serve } from './web-server.ts'

const here = { allowLoopback: true }

test('fetches a page, names the bot and follows redirects', async () => {
  let agent: string | undefined
  const { origin } = await serve({
    '/old': redirectTo('/new'),
    '/new': (request, response) => {
      agent = request.headers['user-agent']
      response.writeHead(200, {
        'content-type': 'text/html; charset=ISO-8859-9',
        'content-encoding': 'gzip',
        etag: '"1"',
      })
      response.end(gzipSync('<p>Merhaba</p>'))
    },
  })
  const fetched = await fetchPage(`${origin}/old`, here)
  expect(fetched).toMatchObject({
    kind: 'fetched',
    url: `${origin}/new`,
    mediaType: 'text/html',
    charset: 'ISO-8859-9',
    etag: '"1"',
  })
  expect(fetched.kind === 'fetched' && fetched.bytes.toString()).toBe('<p>Merhaba</p>')
  expect(agent).toMatch(/bot/iu)
})

test('sends validators back, and reports an unchanged page', async () => {
  const { origin } = await serve({
    '/': (request, response) => void response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 200).end(),
  })
  expect(await fetchPage(origin, { ...here, etag: '"1"' })).toEqual({ kind: 'unchanged' })
})

test('reports a page that is gone', async () => {
  const { origin } = await serve({})
  expect(await fetchPage(`${origin}/gone`, here)).toEqual({ kind: 'refused', status: 404 })
})

test('gives up after five redirects', async () => {
  const { origin, requests } = await serve({ '/round': redirectTo('/round') })
  await expect(fetchPage(`${origin}/round`, here)).rejects.toThrow(/redirects more than 5 times/u)
  expect(requests).toHaveLength(6)
})

test('refuses what is too large, before and after decompression', async () => {
  const { origin } = await serve({
    '/large': html('x'.repeat(10_100_000)),
    '/bomb': html('', {}),
    '/zipped': (_, response) =>
      void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000))),
  })
  await expect(fetchPage(`${origin}/large`, here)).rejects.toThrow(/larger than 10 MB/u)
  await expect(fetchPage(`${origin}/zipped`, here)).rejects.toThrow(/larger than 10 MB/u)
})

test('does not fetch what robots.txt forbids, after a redirect either', async () => {
  const { origin, requests } = await serve({
    '/robots.txt': html('User-agent: VerbatimBot\nDisallow: /private'),
    '/open': html('open'),
    '/private': html('private'),
    '/way': redirectTo('/private'),
  })
  const options = { ...here, approve: createRobots(here) }
  expect(await fetchPage(`${origin}/open`, options)).toMatchObject({ kind: 'fetched' })
  await expect(fetchPage(`${origin}/private`, options)).rejects.toThrow(/robots\.txt/u)
  await expect(fetchPage(`${origin}/way`, options)).rejects.toThrow(/robots\.txt/u)
  expect(requests.filter((path) => path === '/private')).toEqual([])
  expect(requests.filter((path) => path === '/robots.txt')).toHaveLength(1)
})

const privateAddresses = [
  '127.0.0.1',
  'localhost',
  '127.1',
  '2130706433',
  '0x7f000001',
  '0177.0.0.1',
  '017700000001',
  '①②⑦.⓪.⓪.①',
  '127.0.0.1.',
  '0.0.0.0',
  '0',
  '[::1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[2002:7f00:1::]',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '[0:0:0:ffff:0:0:7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[fec0::1]',
  '[fe80::1]',
  '[fc00::1]',
  '[fd12:3456::1]',
  '[ff02::1]',
]

for (const host of privateAddresses)
  test(`refuses the private address ${host}`, async () => {
    const { origin, requests } = await serve({ '/': html('secret') })
    const address = `http://${host}:${new URL(origin).port}/`
    await expect(fetchPage(address)).rejects.toThrow(/private network/u)
    expect(requests).toEqual([])
  })

for (const location of [
  'http://10.0.0.1/',
  'http://[::ffff:10.0.0.1]/',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'ftp://127.0.0.1/',
  'http://user:pass@127.0.0.1/',
])
  test(`refuses a redirect to ${location}`, async () => {
    const { origin } = await serve({ '/': redirectTo(location) })
    await expect(fetchPage(origin, here)).rejects.toThrow(/private network|not fetched/u)
  })

for (const address of [
  'file:///etc/passwd',
  'ftp://example.org/',
  'gopher://example.org/',
  'data:text/html,x',
  'javascript:alert(1)',
  'http://user:pass@example.org/',
  'http://example.org@127.0.0.1/',
  'http://',
  'nothing',
])
  test(`refuses the address ${address}`, async () => {
    await expect(fetchPage(address)).rejects.toThrow(/not fetched|is not a web address/u)
  })

/** Lets the names of `answers` point at addresses, one look-up after the other. */
function resolveNames(answers: readonly string[]): { readonly lookups: () => number } {
  const { lookup } = dns
  let count = 0
  const fake = (
    _: string,
    options: dns.LookupOptions,
    done: (error: null, address: string | dns.LookupAddress[], family?: number) => void,
  ) => {
    const address = answers[Math.min(count++, answers.length - 1)] ?? ''
    const family = address.includes(':') ? 6 : 4
    if (options.all) done(null, [{ address, family }])
    else done(null, address, family)
  }
  Object.assign(dns, { lookup: fake })
  syncBuiltinESMExports()
  onTestFinished(() => {
    Object.assign(dns, { lookup })
    syncBuiltinESMExports()
  })
  return { lookups: () => count }
}

for (const address of ['127.0.0.1', '10.1.2.3', '::1', '::ffff:127.0.0.1', 'fe80::1'])
  test(`refuses a name that points at ${address}`, async () => {
    const { origin, requests } = await serve({ '/': html('secret') })
    resolveNames([address])
    await expect(fetchPage(`http://public.example:${new URL(origin).port}/`)).rejects.toThrow(/private network/u)
    expect(requests).toEqual([])
  })

test('connects to the address that was checked, and looks a name up once for each request', async () => {
  const { origin, requests } = await serve({ '/': redirectTo('/next'), '/next': html('secret') })
  const { port } = new URL(origin)
  // The first answer passes the check; a second look-up for the same connection would be answered otherwise.
  const { lookups } = resolveNames(['127.0.0.1', '10.0.0.1'])
  await expect(fetchPage(`http://rebinding.example:${port}/`, here)).rejects.toThrow(/private network/u)
  expect(requests).toEqual(['/'])
  expect(lookups()).toBe(2)
})
