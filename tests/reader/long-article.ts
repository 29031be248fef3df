// `tsx tests/reader/long-article.ts [megabytes]`: how long articles of 20 MB hold the event loop while they are sent (Linux).
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { LiveAnswerer } from '../../src/live-answerer.ts'
import { linksTo } from '../../src/reader/links.ts'
import { openReader } from '../../src/reader/reader.ts'
import { printFigure } from '../bench/print.ts'

const SIZE = Number(process.argv[2] ?? 20) * 1_000_000
const sentence = (i: number): string =>
  `The mason measured stone ${i} twice before the winter of ${1500 + (i % 500)} came.`

/** Articles by the shape of their text. */
const shapes: Readonly<Record<string, { extension: string; piece: (i: number) => string }>> = {
  paragraphs: { extension: 'txt', piece: (i) => `${sentence(i)}${i % 5 === 4 ? '\n\n' : ' '}` },
  'a single paragraph': { extension: 'txt', piece: (i) => `${sentence(i)} ` },
  Markdown: { extension: 'md', piece: (i) => `${['## ', '- ', '', '**Note:** '][i % 4]}${sentence(i)}\n\n` },
}

const CLIENT = `
  const [port, path, method, encoding] = process.argv.slice(1)
  require('http').request({ port, path, method, headers: { 'accept-encoding': encoding } }, (response) => response.resume()).end()`

for (const [shape, { extension, piece }] of Object.entries(shapes)) {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-long-'))
  const cache = mkdtempSync(join(tmpdir(), 'verbatim-long-'))
  let text = ''
  for (let i = 0; text.length < SIZE; i++) text += piece(i)
  writeFileSync(join(folder, `long.${extension}`), text)
  writeFileSync(join(folder, 'short.txt'), 'The gate is open.')
  text = ''
  const listener = { onUpdate: async () => undefined, onError: console.error, onWarning: console.error }
  const live = await LiveAnswerer.open({ corpus: [folder], cache }, listener)
  const current = () => live.current
  const address = { host: '127.0.0.1', port: 0 }
  const reader = await openReader({ address, current, isIndexed: false, isBehindProxy: false, onError: console.error })
  // Code is loaded and compiled.
  await longestTurn(reader.port, '/a/short', 'GET', 'gzip')
  const [article] = live.current.articles.filter(({ id }) => id === 'long')
  const link = article && linksTo({ publicUrl: '' })(article, { sentence: lastSentence() })
  const gone = link?.replace(/s=p\d+s\d+-.{8}/u, 's=p1s1-AAAAAAAA')
  for (const [what, path = '', method, encoding] of [
    ['GET', '/a/long', 'GET', 'identity'],
    ['GET, compressed', '/a/long', 'GET', 'gzip'],
    ['GET, last sentence marked', link, 'GET', 'gzip'],
    ['GET, sentence that is gone', gone, 'GET', 'gzip'],
    ['HEAD', '/a/long', 'HEAD', 'gzip'],
  ] as const) {
    const longest = await longestTurn(reader.port, path.replace(/#.*/u, ''), method, encoding)
    printFigure(`${shape}, ${what}: longest turn`, `${longest.toFixed(1)} ms`, 'at most 20 ms of processor time')
  }
  reader.close()
  live.close()
  for (const each of [folder, cache]) rmSync(each, { recursive: true })

  function lastSentence() {
    const last = article?.openSentences?.().excerpt(article.sentenceCount - 1, article.sentenceCount)[0]?.sentences[0]
    if (!last) throw new Error('the article is empty')
    return last
  }
}

/** Milliseconds of this thread's processor time in the longest turn of the event loop while another process reads a page. */
async function longestTurn(port: number, path: string, method: string, encoding: string): Promise<number> {
  const client = spawn(process.execPath, ['-e', CLIENT, String(port), path, method, encoding], { stdio: 'inherit' })
  let isOver = false
  client.once('exit', () => {
    isOver = true
  })
  const ended = once(client, 'exit')
  let longest = 0
  for (let last = processorTime(); !isOver; ) {
    await setImmediate()
    const now = processorTime()
    longest = Math.max(longest, now - last)
    last = now
  }
  await ended
  return longest
}

function processorTime(): number {
  return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6
}
