// Clients that hold connections without using them, or read slowly.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Article, Paragraph } from '../../src/corpus/article.ts'
import { openCorpus } from '../open-corpus.ts'
import { openPages } from './reading.ts'

/** Sentences of an article that no client can take in: 20 GB. */
const ENDLESS = 10_000_000
/** Characters that sockets of this machine may hold for a client, and more. */
const BUFFERED = 50_000_000

async function open(port: number, request: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  socket.write(request)
  return socket
}

test('pages are served beside many connections that send nothing or half a request', async () => {
  const { port, get } = await openPages(await openCorpus({ 'gate.txt': 'The gate is open.' }))
  const halves = ['', 'GET / HTTP/1.1\r\n', 'GET /a/gate HTTP/1.1\r\nHost: x\r\nX-Slow: ']
  await Promise.all(Array.from({ length: 200 }, (_, i) => open(port, halves[i % halves.length] ?? '')))
  expect((await get('/a/gate')).status).toBe(200)
})

test('a long article is rendered no faster than its client reads, and no further once the client has gone', async () => {
  const answerer = await openCorpus({ 'gate.txt': 'The gate is open.', 'other.txt': 'It is shut.' })
  const [article, other] = answerer.articles
  if (!article || !other) throw new Error('there are no articles')
  const [first] = article.paragraphs
  if (!first) throw new Error('the article is empty')
  const plain = 'x'.repeat(2_000)
  let read = 0
  const excerpt = (from: number, to: number): Paragraph[] =>
    Array.from({ length: to - from }, (_, i) => {
      read++
      const sentences = first.sentences.map((each) => ({ ...each, paragraph: from + i + 1, plain }))
      // The table of contents has 300 headings, and looks no further.
      return { ...first, number: from + i + 1, sentences, kind: from + i <= 300 ? 'heading' : 'prose' }
    })
  const endless: Article = {
    ...article,
    sentenceCount: ENDLESS,
    openSentences: () => ({ ends: new Uint32Array(), lengthAt: () => 0, piecesAt: () => 1, excerpt }),
  }
  const { port, get } = await openPages({ ...answerer, articles: [{ ...other, id: 'gate2' }, endless] })
  const reading = await open(port, `GET /a/${article.id} HTTP/1.1\r\nHost: x\r\n\r\n`)
  await once(reading, 'readable')
  expect((await get('/a/gate2')).status).toBe(200)
  reading.destroy()
  let before = 0
  do {
    before = read
    await get('/a/gate2')
  } while (read > before)
  expect(read * plain.length).toBeLessThan(BUFFERED)
})
