// Feeds are read again: new entries become articles, and what is gone stays.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import type { Update } from '../../src/importers/updates/update.ts'
import { type FeedOptions, updateFeeds } from '../../src/importers/updates/update-feeds.ts'
import { folderOf } from '../corpus/reading.ts'
import { serve } from './web-server.ts'

/** As built by `build-program.ts`: its processes start without compiling the source. */
const built = (name: string) => pathToFileURL(`dist-test/${name}.js`)
const { scheduleUpdates }: typeof import('../../src/importers/background/schedule-updates.ts') = await import(
  built('schedule-updates').href
)

const entry = (name: string, text: string) =>
  `<item><title>${name}</title><guid isPermaLink="false">${name}</guid><description>${text}</description></item>`
const rss = (...entries: string[]) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>${entries.join('')}</channel></rss>`

/** A server of one feed that can change, fail and be asked conditionally. */
async function feedOf(...entries: string[]) {
  const state = { entries, status: 200 }
  const conditions: (string | undefined)[] = []
  const { origin } = await serve({
    '/news.xml': (request, response) => {
      const etag = `"${state.entries.length}"`
      conditions.push(request.headers['if-none-match'])
      if (state.status !== 200) response.writeHead(state.status).end()
      else if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(rss(...state.entries))
    },
  })
  return { state, conditions, address: `${origin}/news.xml` }
}

function placeOf(files: Readonly<Record<string, string>> = {}) {
  const place = folderOf({ 'corpus/owls.md': 'Owls live in the attic.\n', ...files })
  const corpus = join(place, 'corpus')
  const articles = () =>
    readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.startsWith('feeds') && name.endsWith('.md'))
      .map((name) => name.slice(name.lastIndexOf('/') + 1))
      .sort()
  const options = {
    corpus: [corpus],
    feeds: [],
    states: join(place, '.imported', 'feeds.state'),
    isForced: false,
    fetch: { allowLoopback: true },
    program: built('conversion-process'),
  }
  return { place, corpus, articles, options }
}

async function update(options: FeedOptions): Promise<Update[]> {
  const updates: Update[] = []
  for await (const each of updateFeeds(options)) updates.push(each)
  return updates
}

test('new entries of a feed become articles, and entries that are gone from it stay', async () => {
  const { state, conditions, address } = await feedOf(entry('Ferry', 'It leaves at nine.'), entry('Mill', 'It grinds.'))
  const { articles, options } = placeOf()
  const isForced = true
  await update({ ...options, feeds: [address], isForced })
  expect(articles()).toEqual(['ferry.md', 'mill.md'])
  await update({ ...options, feeds: [address], isForced })
  expect(conditions).toEqual([undefined, '"2"'])
  state.entries = [entry('Pier', 'It was mended.')]
  await update({ ...options, feeds: [address], isForced })
  expect(articles()).toEqual(['ferry.md', 'mill.md', 'pier.md'])
})

test('an article of a feed that was removed does not come back', async () => {
  const { state, address } = await feedOf(entry('Ferry', 'It leaves at nine.'), entry('Mill', 'It grinds.'))
  const { corpus, articles, options } = placeOf()
  const next = () => update({ ...options, feeds: [address], isForced: true })
  await next()
  const [folder = ''] = readdirSync(join(corpus, 'feeds'))
  rmSync(join(corpus, 'feeds', folder, 'mill.md'))
  for (const name of ['Pier', 'Quay']) {
    state.entries = [...state.entries, entry(name, 'It was painted.')]
    await next()
  }
  expect(articles()).toEqual(['ferry.md', 'pier.md', 'quay.md'])
})

test('a feed is read when it is due, also from feeds.txt, and one that fails later each time', async () => {
  const good = await feedOf(entry('Ferry', 'It leaves at nine.'))
  const bad = await feedOf()
  bad.state.status = 503
  const { corpus, articles, options } = placeOf()
  writeFileSync(join(corpus, 'feeds.txt'), `# News of the harbour\n${bad.address}\n\n${good.address}\n`)
  const failure = {
    kind: 'failed',
    name: bad.address,
    message: `${bad.address} is not there (HTTP 503): check the address`,
  }
  expect(await update(options)).toMatchObject([failure, { kind: 'fetched' }])
  expect(articles()).toEqual(['ferry.md'])
  expect(await update(options)).toEqual([])
  const minutes = () => {
    const states: Record<string, { due: number }> = JSON.parse(readFileSync(options.states, 'utf8'))
    return Math.round(((states[bad.address]?.due ?? 0) - Date.now()) / 60_000)
  }
  expect(minutes()).toBe(20)
  await update({ ...options, isForced: true })
  expect(minutes()).toBe(40)
})

test('at most 500 entries of a feed become articles', { timeout: 60_000 }, async () => {
  const { address } = await feedOf(entry('Ferry', 'It leaves at nine.'), entry('Mill', 'It grinds.'))
  const { corpus, articles, options } = placeOf()
  const folder = join(corpus, 'feeds', address.replace(/^https?:\/\//u, '').replace(/[.:/]/gu, '-'))
  mkdirSync(folder, { recursive: true })
  for (let i = 0; i < 499; i++)
    writeFileSync(
      join(folder, `${i}.md`),
      `---\nurl: https://example.org/${i}\nsource_sha256: ${'a'.repeat(64)}\n---\n\nIt is old.\n`,
    )
  await update({ ...options, feeds: [address] })
  expect(articles()).toHaveLength(500)
})

test('feeds are read while the bot runs, by one of several processes', { timeout: 60_000 }, async () => {
  const { conditions, address } = await feedOf(entry('Ferry', 'It leaves at nine.'))
  const { place, corpus, articles } = placeOf()
  const request = { corpus: [corpus], imported: join(place, '.imported'), feeds: [address], allowLoopback: true }
  const warnings: string[] = []
  const warn = (line: string) => void warnings.push(line)
  for (const _ of [1, 2]) onTestFinished(scheduleUpdates(request, warn))
  await expect.poll(articles, { timeout: 30_000 }).toEqual(['ferry.md'])
  expect(conditions).toHaveLength(1)
  expect(warnings).toEqual([])
})
